using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;

namespace Bot.Domain.Plans;

/// <summary>Places the times of hand-ins in the calendar: years, inherited months, spans, days counted from the campaign's end.</summary>
internal sealed class DutySchedules(PlanPeriod period, int? year, DateOnly? issued, string? subject, IReadOnlyList<CampaignEvent> events, WorkingDays working)
{
    private const int LongBefore = 60;

    /// <summary>Places one.</summary>
    public PlacedDuty Place(Duty duty)
    {
        var about = SubjectOf(duty);
        var (schedule, doubt) = duty.Time is { } time ? Schedule(duty, time, about) : (new Schedule.Unspecified(), null);
        return new PlacedDuty(duty, schedule, schedule is Campaigns.Schedule.Unspecified ? null : duty.Time?.Hour, about, doubt);
    }

    private (Schedule Schedule, string? Doubt) Schedule(Duty duty, PlanTime time, string? about)
    {
        var whole = about is not null ? period.Companions[about] : period.Main;
        switch (time)
        {
            case PlanTime.Days days:
                return OnDays(days, duty, whole);
            case PlanTime.PerActivity each:
                return (new Schedule.PerActivity(each.Count), null);
            case PlanTime.After after:
                return After(after, whole);
            case PlanTime.Open { Blank: true }:
                return (new Schedule.Unspecified(), "方案里这一天是空着的或没有写明，没有替它定日子");
            case PlanTime.Open:
                return (new Schedule.Unspecified(), null);
        }

        if (SpanOf(duty, whole) is not { } span)
            return (new Schedule.Unspecified(), "方案没有写明从哪天到哪天");
        return time switch
        {
            PlanTime.Daily => (new Schedule.Daily(span.From, span.To), null),
            PlanTime.Weekly weekly => (new Schedule.Weekly(weekly.Weekdays, span.From, span.To), null),
            PlanTime.Biweekly { Weekday: { } day } two => (new Schedule.Biweekly(day, First(span.From, day, two.Even), span.To), null),
            PlanTime.Monthly { MonthDays.Count: > 0 } monthly => (Monthly(monthly, span), null),
            PlanTime.Quarterly quarterly => (Quarterly(quarterly, span), null),
            _ => (new Schedule.Unspecified(), "方案没有写明是哪一天"),
        };
    }

    private (Schedule Schedule, string? Doubt) OnDays(PlanTime.Days days, Duty duty, DaySpan? whole)
    {
        var placed = new List<DateOnly>();
        var before = duty.Before;
        var written = Months(days.Dates);
        foreach (var date in written)
        {
            var (day, doubt) = Day(date, before, whole);
            if (day is null)
                return (new Schedule.Unspecified(), doubt);
            placed.Add(day.Value);
            before = new WrittenDate(day.Value.Year, day.Value.Month, day.Value.Day);
        }

        if (days.Dates.Any(date => date.Day is null) && IsEveryMonth(written, placed))
            return (new Schedule.Monthly([written[0].Day!.Value], FirstOf(placed[0]), FirstOf(placed[^1])), null);
        return (placed.Count == 1 ? new Schedule.Once(placed[0]) : new Schedule.Dates(placed), null);
    }

    // 1月、2月、3月的5日前: the day is the last one's.
    private static List<WrittenDate> Months(IReadOnlyList<WrittenDate> dates) =>
        dates.Count > 1 && dates[^1].Day is { } day && dates.Take(dates.Count - 1).All(date => date.Day is null) ? [.. dates.Select(date => date with { Day = day })] : [.. dates];

    // The same day of three months or more, one after another, is a monthly rhythm.
    private static bool IsEveryMonth(List<WrittenDate> written, List<DateOnly> days) => days.Count > 2 && written.TrueForAll(date => date.Day == written[0].Day)
        && Enumerable.Range(1, days.Count - 1).All(nth => FirstOf(days[nth - 1]).AddMonths(1) == FirstOf(days[nth]));

    private (DateOnly? Day, string? Doubt) Day(WrittenDate date, WrittenDate? before, DaySpan? whole)
    {
        var of = date.IsSameDay && before is { } same ? same : date;
        if (of.Month is null)
        {
            var known = before is { Month: not null } ? before : whole is { } span ? new WrittenDate(span.To.Year, span.To.Month, null) : null;
            of = of with { Month = known?.Month, Year = of.Year ?? known?.Year };
        }

        if (of.Month is null || (of.Year ?? year) is not { } ofYear)
            return (null, "看不出是哪年哪月");
        if (of.Day is null && of.Week == 0)
            return (null, "方案只写了月份，没有写明是哪一天");
        var day = Spans.Day(of, ofYear, last: true);
        if (day is null)
            return (null, "日历上没有这一天");
        if (of.Year is null && !of.NextYear && IsNextYear(day.Value))
            day = day.Value.AddYears(1);
        if (date.Week == 0 && date.Weekday is { } said && day.Value.DayOfWeek != said)
            return (null, string.Create(CultureInfo.InvariantCulture, $"日期和星期对不上：{day.Value.Month}月{day.Value.Day}日是星期{"日一二三四五六"[(int)day.Value.DayOfWeek]}"));
        return (day, null);
    }

    // 1月10日前 in a plan of November.
    private bool IsNextYear(DateOnly day) => (issued ?? period.Main?.From) is { } start && day.AddDays(LongBefore) < start;

    private (Schedule Schedule, string? Doubt) After(PlanTime.After after, DaySpan? whole)
    {
        var held = events.Where(day => after.Anchor == TimeAnchor.Activity && day.Name.Contains(after.Activity, StringComparison.Ordinal)).ToList();
        if (after.Anchor == TimeAnchor.Activity && held.Count != 1)
            return (new Schedule.PerActivity(after.Count), null);
        var from = after.Anchor switch { TimeAnchor.Campaign => whole?.To, TimeAnchor.Issue => issued, TimeAnchor.Activity => held[0].Day, TimeAnchor.Written => Day(after.Day, null, whole).Day, _ => null };
        if (from is not { } start)
            return (new Schedule.Unspecified(), "从哪天算起，方案里没有写明");
        return (new Schedule.Once(after.Count == 0 ? start : after.Working ? working.After(start, after.Count) : start.AddDays(after.Count)), null);
    }

    // The span the sentence says, what it leaves open from the campaign.
    private DaySpan? SpanOf(Duty duty, DaySpan? whole)
    {
        if (duty.Span is not { } said)
            return whole;
        var last = said.Last ?? (whole is { } known ? new WrittenDate(known.To.Year, known.To.Month, known.To.Day) : null);
        var span = Spans.Resolve(said with { First = Inherited(said.First, duty), Last = last }, year, issued ?? whole?.From) ?? whole;
        return span is { } days && IsNextYear(days.To) && said.First?.Year is null ? new DaySpan(days.From.AddYears(1), days.To.AddYears(1)) : span;
    }

    private static WrittenDate? Inherited(WrittenDate? date, Duty duty) =>
        date is { Month: null } bare && duty.Before is { } before ? bare with { Month = before.Month, Year = before.Year } : date;

    private static DateOnly First(DateOnly from, DayOfWeek weekday, bool? even)
    {
        var day = from;
        while (day.DayOfWeek != weekday)
            day = day.AddDays(1);
        if (even is { } parity && (ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)) % 2 == 0) != parity)
            day = day.AddDays(7);
        return day;
    }

    private static Schedule.Monthly Monthly(PlanTime.Monthly monthly, DaySpan span)
    {
        var shift = monthly.Next ? 1 : 0;
        var from = FirstOf(span.From).AddMonths(shift);
        var to = FirstOf(span.To).AddMonths(shift);
        // A deadline before the span begins is none of it.
        if (!monthly.Next && from < to && monthly.MonthDays.All(day => day > 0 && day < span.From.Day))
            from = from.AddMonths(1);
        return new Schedule.Monthly(monthly.MonthDays, from, to);
    }

    private static Schedule.Quarterly Quarterly(PlanTime.Quarterly quarterly, DaySpan span)
    {
        var from = FirstOf(span.From).AddMonths(quarterly.Next ? 3 : 0);
        var to = FirstOf(span.To).AddMonths(quarterly.Next ? 3 : 0);
        while ((from.Month - 1) % 3 != quarterly.Month - 1)
            from = from.AddMonths(1);
        while ((to.Month - 1) % 3 != quarterly.Month - 1)
            to = to.AddMonths(-1);
        return new Schedule.Quarterly(quarterly.Month, quarterly.Day, from, to < from ? from : to);
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    // The companion a thing is about: named in its phrase, in the sentence before it, or in the heading; the campaign's own name is none.
    private string? SubjectOf(Duty duty)
    {
        var head = duty.Words.IndexOf(duty.Thing, StringComparison.Ordinal) is var at and >= 0 ? duty.Words[..(at + duty.Thing.Length)] : duty.Words;
        foreach (var words in (ReadOnlySpan<string>)[duty.Thing, head, duty.Words, duty.Heading])
        {
            if (LastNamed(words) is { } companion)
                return companion;
            if (subject is not null && words.Contains(subject, StringComparison.Ordinal) && words != duty.Words)
                return null;
        }

        return null;
    }

    private string? LastNamed(string words)
    {
        string? best = null;
        var last = -1;
        foreach (var name in period.Companions.Keys)
        {
            foreach (var form in Forms(name))
            {
                if (words.LastIndexOf(form, StringComparison.Ordinal) is var at && at > last)
                    (best, last) = (name, at);
            }
        }

        return best;
    }

    // 安全生产平岭行 is also called 平岭行.
    private static IEnumerable<string> Forms(string name)
    {
        yield return name;
        if (name.Length > 5 && name.EndsWith('行'))
            yield return name[^3..];
        if (name.EndsWith("行动", StringComparison.Ordinal) && name.Length > 4)
            yield return name[^4..];
    }
}

/// <summary>A hand-in in the calendar.</summary>
/// <param name="Duty">As asked.</param>
/// <param name="Schedule">When.</param>
/// <param name="Hour">The hour, where one is said.</param>
/// <param name="Subject">The companion it is about; null: the main campaign.</param>
/// <param name="Doubt">Why no day was taken, or what is strange; null: nothing.</param>
internal sealed record PlacedDuty(Duty Duty, Schedule Schedule, PlanHour? Hour, string? Subject, string? Doubt);
