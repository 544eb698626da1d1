using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Rollups;

/// <summary>
/// Totals of slots of which most was added up where the figures lie. What only has to be added up, which is nearly all, comes as
/// a sum; where more is to be known (corrected, taken back, the difference to a total, waiting to be checked), figure by figure.
/// </summary>
public static class RollupTotals
{
    /// <summary>The cell of a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="plain">What was added up already, of units whose figures only have to be.</param>
    /// <param name="others">The figures of the other units that count in the period, in the order of booking.</param>
    public static RollupCell Of(Slot slot, PlainSum plain, IEnumerable<BookedFigure> others)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var cells = others.GroupBy(f => f.Unit).Select(unit => RollupBuilder.UnitCell(slot, [.. unit])).Where(cell => cell.Value is not null).ToList();
        if (plain.Units > 0)
        {
            cells.Add(new RollupCell
            {
                Slot = slot.Id,
                Value = slot.Aggregate == Aggregate.Any ? plain.SayingYes : plain.Sum, Bound = slot.Aggregate == Aggregate.Any ? Bound.Exact : plain.Bound,
                ImpliedPart = plain.Implied, UnitCount = plain.Units,
            });
        }

        return RollupBuilder.Total(slot, cells);
    }
}

/// <summary>What units stated and never changed, added up.</summary>
/// <param name="Sum">All of it.</param>
/// <param name="Bound">How the sum stands to the true one.</param>
/// <param name="Implied">How much of it comes from activities named without a number.</param>
/// <param name="Units">Of how many units.</param>
/// <param name="SayingYes">How many of them have at least one.</param>
public readonly record struct PlainSum(decimal Sum, Bound Bound, decimal Implied, int Units, int SayingYes);

/// <summary>A form's cells, without the units and bookings behind them.</summary>
/// <param name="Form">The form.</param>
/// <param name="Cells">A cell for every slot of the form, in the form's order.</param>
public sealed record FormTotals(Form Form, IReadOnlyList<RollupCell> Cells)
{
    /// <summary>The cell of a slot; an empty one for a slot that is not of this form.</summary>
    public RollupCell this[SlotId slot] => Cells.FirstOrDefault(cell => cell.Slot == slot) ?? RollupCell.Empty(slot);

    /// <summary>Those of a filled form.</summary>
    public static FormTotals Of(Rollup rollup)
    {
        ArgumentNullException.ThrowIfNull(rollup);
        return new FormTotals(rollup.Form, rollup.Cells);
    }
}
