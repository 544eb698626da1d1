using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>The days of the main campaign and of companions that run beside it (安全生产沈阳行).</summary>
internal sealed class PlanPeriod
{
    private static readonly string[] Headings = ["时间", "日期", "期限"];
    private static readonly string[] Campaigns = ["活动", "宣传月", "宣传周", "宣传日", "生产月", "安全月", "质量月", "教育周", "行动", "宣传"];
    private static readonly string[] Held = ["开展", "举行", "进行", "组织", "为", "是", "安排", "集中", "举办"];

    private PlanPeriod(DaySpan? main, string sentence, IReadOnlyDictionary<string, DaySpan> companions) =>
        (Main, Sentence, Companions) = (main, sentence, companions);

    /// <summary>The main campaign's days, or null.</summary>
    public DaySpan? Main { get; }

    /// <summary>The words they came from.</summary>
    public string Sentence { get; }

    /// <summary>The days of each named companion.</summary>
    public IReadOnlyDictionary<string, DaySpan> Companions { get; }

    /// <summary>Finds the period.</summary>
    /// <param name="outline">The plan.</param>
    /// <param name="year">The year of what names none.</param>
    /// <param name="issued">The day of the document, for 即日起.</param>
    public static PlanPeriod Of(PlanOutline outline, int? year, DateOnly? issued)
    {
        var (main, sentence) = Find(outline, year, issued);
        return new PlanPeriod(main, sentence, CompanionSpans.Of(outline, main, year));
    }

    private static (DaySpan? Span, string Sentence) Find(PlanOutline outline, int? year, DateOnly? issued)
    {
        // A section of its own, or 活动时间：… on a line.
        foreach (var node in outline.Nodes)
        {
            var heading = node.HeadingWords.Replace(" ", "", StringComparison.Ordinal);
            if (heading.Length > 14 || !Headings.Any(heading.Contains) || heading.Contains("报送", StringComparison.Ordinal))
                continue;
            foreach (var line in node.Lines())
            {
                if (First(line, year, issued) is { } span)
                    return (span, line.Text);
            }
        }

        var lines = outline.Lines.ToList();
        foreach (var line in lines)
        {
            foreach (var sentence in Sentences.Of(line.Words))
            {
                var at = sentence.IndexOf("时间:", StringComparison.Ordinal);
                if (at < 0 || sentence[..at].Contains('报', StringComparison.Ordinal) || sentence[..at].Contains("征集", StringComparison.Ordinal))
                    continue;
                if (In(sentence[at..], year, issued, days: false) is { } span)
                    return (span, line.Text);
            }
        }

        foreach (var line in lines)
        {
            foreach (var sentence in Sentences.Of(line.Words))
            {
                if (Campaigns.Any(sentence.Contains) && Held.Any(sentence.Contains) && In(sentence, year, issued, days: true) is { } span)
                    return (span, line.Text);
            }
        }

        // 今年6月是第18个全国“安全生产月”; 11月为消防宣传月.
        foreach (var line in lines)
        {
            foreach (var clause in line.Words.Split('。', '，', ';'))
            {
                if (clause.Contains('月', StringComparison.Ordinal) && (clause.Contains('是', StringComparison.Ordinal) || clause.Contains('为', StringComparison.Ordinal))
                    && (clause.Contains("月”", StringComparison.Ordinal) || clause.EndsWith("宣传月", StringComparison.Ordinal) || clause.EndsWith("安全生产月", StringComparison.Ordinal))
                    && In(clause, year, issued, days: false) is { } span)
                    return (span, line.Text);
            }
        }

        return (null, "");
    }

    private static DaySpan? First(PlanLine line, int? year, DateOnly? issued)
    {
        var own = PlanYear.In(line.Words) is { } said && !line.Words.Contains("次年", StringComparison.Ordinal) ? said : year;
        return In(line.Words[line.Mark.Length..], own, issued, days: false) ?? In(line.Words[line.Mark.Length..], own, issued, days: true);
    }

    private static DaySpan? In(string words, int? year, DateOnly? issued, bool days)
    {
        DaySpan? month = null;
        foreach (var time in TimeGrammar.All(words))
        {
            if (time is PlanTime.Span { Last: not null } span && !time.IsDeadline && Spans.Resolve(span, year, issued) is { } resolved)
                return resolved;
            if (!days && month is null && time is PlanTime.Days { Dates: [{ Month: { } only } date] } && !time.IsDeadline && (date.Year ?? year) is { } of)
            {
                if (date.Day is null)
                    month = new DaySpan(new DateOnly(of, only, 1), new DateOnly(of, only, DateTime.DaysInMonth(of, only)));
                else if (date.Day > 0 && words.Length <= 40 && date.Day <= DateTime.DaysInMonth(of, only))
                    month = new DaySpan(new DateOnly(of, only, date.Day.Value), new DateOnly(of, only, date.Day.Value));
            }
        }

        return month;
    }
}
