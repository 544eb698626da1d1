using Bot.Domain.Dues;
using Bot.Domain.Gathering;

namespace Bot.Domain.Plans;

/// <summary>Reads a plan (方案, 通知): what it is, when, what must be handed in by whom and when, and the forms to fill.</summary>
public static class PlanCompiler
{
    /// <summary>Reads a plan.</summary>
    /// <param name="blocks">Its paragraphs and tables in order.</param>
    /// <param name="working">Working days, for 活动结束后3个工作日内 and for what falls on a rest day.</param>
    public static PlanReading Read(IReadOnlyList<DocumentBlock> blocks, WorkingDays working)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(working);
        var outline = PlanOutline.Of(PlanText.Of(blocks));
        var lines = outline.Lines.ToList();
        var doubts = new List<PlanDoubt>();
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        var title = PlanTitle.Of(lines, out var titleLine);
        var number = PlanTitle.DocumentNumber(lines);
        var issued = PlanYear.IssuedOn(lines);
        var year = PlanYear.In(title) ?? PlanYear.In(titleLine) ?? NumberYear(number) ?? issued?.Year;
        var edition = PlanYear.Edition(lines, out var editionLine);
        var theme = PlanTheme.Of(outline, out var themeLine);
        var period = PlanPeriod.Of(outline, year, issued);
        year = period.Main?.From.Year ?? year;
        var subject = PlanSubject.Of(title, lines);
        var forms = PlanForms.Of(outline.Attached, doubts);
        var events = PlanEvents.Of(outline, period, year, issued);
        var schedules = new DutySchedules(period, year, issued, subject, [.. events.Select(held => held.Event)], working);
        var placed = ObligationMerge.Of(ObligationClauses.Of(outline, forms).Select(schedules.Place));
        var obligations = new PlanObligations(forms, outline.Attached).Of(placed, doubts);
        Remember(sentences, ("title", titleLine), ("edition", editionLine), ("theme", themeLine), ("period", period.Sentence));
        for (var nth = 0; nth < events.Count; nth++)
            sentences[FormattableString.Invariant($"events[{nth}]")] = events[nth].Sentence;
        var reading = new PlanReading
        {
            Title = title,
            DocumentNumber = number,
            Year = year,
            Edition = edition,
            Theme = theme,
            Subject = subject,
            Period = period.Main,
            Events = [.. events.Select(held => held.Event)],
            Activities = [.. PlanActivities.Of(outline).Select(node => node.Heading)],
            Obligations = obligations,
            Attachments = outline.Attached.Names,
            Forms = forms,
            Sentences = sentences,
        };
        return reading with { Unsure = [.. doubts, .. PlanChecks.Of(reading, working)] };
    }

    private static int? NumberYear(string? number)
    {
        var open = number is null ? -1 : PlanLine.Of(number).Words.IndexOf('[', StringComparison.Ordinal);
        return open < 0 ? null : ChineseNumber.Of(PlanLine.Of(number!).Words.AsSpan(open + 1, 4));
    }

    private static void Remember(Dictionary<string, string> sentences, params ReadOnlySpan<(string Path, string Sentence)> items)
    {
        foreach (var (path, sentence) in items)
        {
            if (sentence.Length > 0)
                sentences[path] = sentence;
        }
    }
}
