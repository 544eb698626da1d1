using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>The days of named companions of the campaign: “安全生产沈阳行” 自6月至12月底.</summary>
internal static class CompanionSpans
{
    /// <summary>The spans by the companion's name, without quotation marks.</summary>
    public static IReadOnlyDictionary<string, DaySpan> Of(PlanOutline outline, DaySpan? main, int? year)
    {
        var found = new Dictionary<string, DaySpan>(StringComparer.Ordinal);
        foreach (var node in outline.Nodes.Append(outline.Root))
        {
            foreach (var line in node.OwnLines())
            {
                foreach (var sentence in Sentences.Of(line.Words))
                    Add(sentence, node.HeadingWords, main, year, found);
            }
        }

        return found;
    }

    private static void Add(string sentence, string heading, DaySpan? main, int? year, Dictionary<string, DaySpan> found)
    {
        foreach (var time in TimeGrammar.All(sentence))
        {
            if (time is not PlanTime.Span span || (Named(sentence, time.From) ?? Named(heading, heading.Length)) is not { } companion)
                continue;
            var last = span.Last ?? Later(sentence, time.To);
            if (last is null || Spans.Resolve(span with { Last = last }, year ?? main?.From.Year, main?.From) is not { } days || days == main)
                continue;
            if (main is null || days.To > main.Value.To)
                found.TryAdd(companion, days);
        }
    }

    // 自6月起，12月结束 / 从6月持续到12月底
    private static WrittenDate? Later(string sentence, int from)
    {
        foreach (var time in TimeGrammar.All(sentence[from..]))
        {
            if (time is PlanTime.Days { Dates: [{ Month: not null } date] })
                return date;
        }

        return null;
    }

    // The last name in quotation marks before a position that is called 行 or 行动.
    private static string? Named(string words, int before)
    {
        var close = before > 0 ? words.LastIndexOf('”', Math.Min(before, words.Length) - 1) : -1;
        while (close > 0)
        {
            var open = words.LastIndexOf('“', close);
            if (open < 0)
                return null;
            var name = words[(open + 1)..close];
            if (name.Length is > 1 and <= 16 && !name.EndsWith('月') && !name.EndsWith('周') && !name.EndsWith('日'))
                return name;
            close = open > 0 ? words.LastIndexOf('”', open) : -1;
        }

        return null;
    }
}
