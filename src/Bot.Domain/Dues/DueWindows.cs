using Bot.Domain.Campaigns;

namespace Bot.Domain.Dues;

/// <summary>
/// The occurrences of one recurring obligation of one unit, and which of them some evidence leads to (design §4, Which
/// occurrence). A window is its days: what is said on the deadline day belongs to it, past its hour too.
/// </summary>
/// <param name="dues">The dues in order of deadline; at least one.</param>
/// <param name="saidOn">The day it was said, in the office's zone.</param>
/// <param name="begins">The campaign's first day.</param>
internal sealed class DueWindows(IReadOnlyList<Due> dues, DateOnly saidOn, DateOnly begins)
{
    // What took place shortly before the campaign (启动仪式) belongs to its first window, once that is open.
    private const int DaysBeforeFirst = 31;

    private Due? Current => dues.FirstOrDefault(d => d.WindowFrom <= saidOn && saidOn <= d.Deadline);

    /// <summary>By the days of what is reported; null: they are no evidence.</summary>
    public DueMatch? ByDays(IReadOnlyList<DaySpan> days)
    {
        var told = days.Where(d => d.From <= saidOn).ToList();
        if (told.Count == 0) return null;
        if (saidOn < dues[0].WindowFrom) return new DueMatch.Free();
        var windows = told.Select(Most).OfType<Due>().Distinct().ToList();
        return windows.Count == 0 ? new DueMatch.Free() : Choose(windows);
    }

    /// <summary>By a period the title names; null: it is too coarse for these windows (6月 where they are weeks).</summary>
    public DueMatch? ByPeriod(NamedPeriod period)
    {
        if (period.Scale == PeriodScale.ThisWeek) return ByThisWeek(period.Days);
        var ofWeek = dues.Where(d => period.Scale == PeriodScale.Week && period.Days.Contains(d.Deadline)).ToList();
        if (ofWeek.Count > 0) return Choose(ofWeek, latest: true);
        var within = dues.Where(d => 2 * Overlap(d, period.Days) >= Math.Min(Length(period.Days), Length(new DaySpan(d.WindowFrom, d.Deadline)))).ToList();
        if (within.Count == 0) return new DueMatch.Free();
        if (within.Count == 1) return Choose(within);
        return (Current is { } now && within.Contains(now)) || saidOn < within[0].WindowFrom ? null : Choose([within[^1]]);
    }

    /// <summary>By when it was said, where nothing else tells.</summary>
    public DueMatch ByMoment()
    {
        // After the last window nothing later can be meant.
        var due = Current ?? (saidOn > dues[^1].Deadline && dues[^1].State == DueState.Open ? dues[^1] : null);
        return due is { State: DueState.Open or DueState.Excused } ? new DueMatch.Meets(due) : new DueMatch.Free();
    }

    // 本周 after this week's deadline means this week's, if that is open still.
    private DueMatch ByThisWeek(DaySpan week)
    {
        var ofWeek = dues.Where(d => week.Contains(d.Deadline)).ToList();
        if (Current is { State: DueState.Open } current && ofWeek.Contains(current)) return new DueMatch.Meets(current);
        if (ofWeek.LastOrDefault(d => d.State == DueState.Open) is { } open) return new DueMatch.Meets(open);
        if (Current is { State: DueState.Open } next) return new DueMatch.Meets(next);
        return ofWeek.Count > 0 ? Choose(ofWeek, latest: true) : Current is { } now ? Choose([now]) : new DueMatch.Free();
    }

    // An open one before an excused one: the nearest deadline, for of two open weeks the one that is asked about now is meant.
    private DueMatch Choose(IReadOnlyList<Due> candidates, bool latest = false)
    {
        if (Nearest(candidates.Where(d => d.State == DueState.Open), latest) is { } open) return new DueMatch.Meets(open);
        if (candidates.Any(d => d.State is DueState.Met or DueState.Late)) return new DueMatch.MetBefore();
        return new DueMatch.Meets(Nearest(candidates, latest)!);
    }

    private Due? Nearest(IEnumerable<Due> candidates, bool latest) => latest
        ? candidates.MaxBy(d => d.Deadline)
        : candidates.OrderBy(d => Math.Abs(d.Deadline.DayNumber - saidOn.DayNumber)).ThenBy(d => d.Deadline).FirstOrDefault();

    // The window a span lies in most.
    private Due? Most(DaySpan days)
    {
        var due = dues.MaxBy(d => Overlap(d, days, launch: true))!;
        return Overlap(due, days, launch: true) > 0 ? due : null;
    }

    private int Overlap(Due due, DaySpan days, bool launch = false)
    {
        var window = Window(due, launch);
        var from = window.From > days.From ? window.From : days.From;
        var to = window.To < days.To ? window.To : days.To;
        return Math.Max(0, to.DayNumber - from.DayNumber + 1);
    }

    // The first window is as long as the next one: June's figures are due by 3 July, though the duty begins in July.
    private DaySpan Window(Due due, bool launch)
    {
        var from = due.WindowFrom;
        if (due == dues[0] && dues.Count > 1) from = Earlier(from, due.Deadline.AddDays(due.Deadline.DayNumber - dues[1].Deadline.DayNumber + 1));
        if (launch && due == dues[0] && due.WindowFrom <= begins) from = Earlier(from, due.WindowFrom.AddDays(-DaysBeforeFirst));
        return new DaySpan(from, due.Deadline);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static int Length(DaySpan days) => days.To.DayNumber - days.From.DayNumber + 1;
}
