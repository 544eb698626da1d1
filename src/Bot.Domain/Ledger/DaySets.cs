using Bot.Domain.Campaigns;

namespace Bot.Domain.Ledger;

/// <summary>Comparing sets of days that are written as spans.</summary>
internal static class DaySets
{
    /// <summary>Whether both hold the same days, however they are cut into spans.</summary>
    public static bool Same(IReadOnlyList<DaySpan> left, IReadOnlyList<DaySpan> right) => Merged(left).SequenceEqual(Merged(right));

    /// <summary>Whether a day is in both.</summary>
    public static bool Overlap(IReadOnlyList<DaySpan> left, IReadOnlyList<DaySpan> right) =>
        left.Any(l => right.Any(r => l.From <= r.To && r.From <= l.To));

    /// <summary>Whether a day is in one of the spans.</summary>
    public static bool Contain(this IReadOnlyList<DaySpan> days, DateOnly day) => days.Any(d => d.Contains(day));

    private static List<DaySpan> Merged(IReadOnlyList<DaySpan> days)
    {
        var merged = new List<DaySpan>();
        foreach (var span in days.OrderBy(d => d.From))
        {
            if (merged.Count > 0 && span.From.DayNumber <= merged[^1].To.DayNumber + 1)
            {
                if (span.To > merged[^1].To) merged[^1] = merged[^1] with { To = span.To };
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
