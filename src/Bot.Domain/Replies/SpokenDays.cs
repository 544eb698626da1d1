using Bot.Domain.Campaigns;

namespace Bot.Domain.Replies;

/// <summary>Writes days as people do: 6月13日, 6月10日至12日, 6月13日、15日.</summary>
public static class SpokenDays
{
    /// <summary>One day.</summary>
    public static string Of(DateOnly day) => FormattableString.Invariant($"{day.Month}月{day.Day}日");

    /// <summary>Several days; empty for none.</summary>
    public static string Of(IReadOnlyList<DaySpan> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var words = new List<string>();
        DateOnly? before = null;
        foreach (var span in days.OrderBy(d => d.From))
        {
            var from = Short(span.From, before);
            words.Add(span.From == span.To ? from : $"{from}至{Short(span.To, span.From)}");
            before = span.To;
        }

        return string.Join('、', words);
    }

    private static string Short(DateOnly day, DateOnly? before) =>
        before is { } b && b.Month == day.Month && b.Year == day.Year ? FormattableString.Invariant($"{day.Day}日") : Of(day);
}
