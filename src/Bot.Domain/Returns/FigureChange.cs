using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;

namespace Bot.Domain.Returns;

/// <summary>A figure of a form that is another than it was.</summary>
/// <param name="Slot">The blank.</param>
/// <param name="Before">What stood in it; without a value: nothing.</param>
/// <param name="After">What stands in it now.</param>
public sealed record FigureChange(Slot Slot, RollupCell Before, RollupCell After)
{
    /// <summary>What differs between two fillings of the same forms, in the forms' order.</summary>
    public static IReadOnlyList<FigureChange> Between(FilledReturn before, FilledReturn after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. from form in after.Forms
               let old = before.Forms.FirstOrDefault(f => f.Form.Id == form.Form.Id)
               where old is not null
               from slot in form.Form.Slots
               let change = new FigureChange(slot, old[slot.Id], form[slot.Id])
               where change.Before.Value != change.After.Value || change.Before.Bound != change.After.Bound
               select change,
        ];
    }
}
