using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>What one reported activity says in one family of slots.</summary>
internal sealed record ToldGroup(ReportedActivity Activity, string Family, IReadOnlyList<Component> Parts)
{
    /// <summary>The activity cut by family, in the order of first mention.</summary>
    public static IEnumerable<ToldGroup> Of(ReportedActivity activity) =>
        activity.Components.GroupBy(c => c.Slot.Family, StringComparer.Ordinal).Select(g => new ToldGroup(activity, g.Key, [.. g]));

    /// <summary>Its figures, folded by slot.</summary>
    public Dictionary<SlotId, (decimal Value, Bound Bound)> Figures() => Fold(Parts);

    /// <summary>Several groups' figures, folded by slot.</summary>
    public static Dictionary<SlotId, (decimal Value, Bound Bound)> Fold(IEnumerable<Component> parts) =>
        Statement.Fold(parts).ToDictionary(s => s.Slot, s => (s.Value, s.Bound));
}
