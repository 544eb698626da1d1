using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;

namespace Bot.Domain.Checking;

/// <summary>
/// A told day lies outside the campaign: before its period and its first event (the launch is often a day early), or after
/// the last day on which anything about the figure's own subject is still asked for (沈阳行 runs to December).
/// </summary>
internal static class DayOutsideCampaign
{
    public static IEnumerable<Finding> Find(LedgerDraft draft, IReadOnlyList<BookedReport> booked)
    {
        foreach (var report in booked)
        {
            if (report.Activity.Days.Count == 0) continue;
            var span = report.Figures.Select(f => Span(draft.Request.Campaign, f.Slot))
                .Aggregate((a, b) => new DaySpan(Min(a.From, b.From), Max(a.To, b.To)));
            if (report.Activity.Days.Any(d => d.From < span.From || d.To > span.To))
            {
                yield return new Finding(report.Unit, CheckCode.DayOutsideCampaign, report.Activity.Id, Span: Words(draft, report));
            }
        }
    }

    /// <summary>The words that tell the activity, where the reading still knows them.</summary>
    internal static Reading.TextSpan? Words(LedgerDraft draft, BookedReport report) => draft.Request.Reading.Activities
        .FirstOrDefault(a => a.Components.Any(c => report.Figures.Contains(c)))?.Span;

    private static DaySpan Span(Campaign campaign, SlotId slot)
    {
        var subject = campaign.Forms.FirstOrDefault(f => f.Slots.Any(s => s.Id == slot))?.Subject ?? campaign.Subject;
        var from = campaign.Period.From;
        var to = campaign.Period.To;
        foreach (var day in campaign.Events.Select(e => e.Day))
        {
            from = Min(from, day);
            to = Max(to, day);
        }

        foreach (var obligation in campaign.Obligations.Where(o => string.Equals(o.Subject, subject, StringComparison.Ordinal)))
        {
            to = Max(to, End(obligation.Schedule) ?? to);
        }

        return new DaySpan(from, to);
    }

    private static DateOnly? End(Schedule schedule) => schedule switch
    {
        Schedule.Once once => once.Due,
        Schedule.Dates { Due.Count: > 0 } dates => dates.Due.Max(),
        Schedule.Daily daily => daily.To,
        Schedule.Weekly weekly => weekly.To,
        Schedule.Biweekly biweekly => biweekly.To,
        Schedule.Monthly monthly => LastOf(monthly.ToMonth),
        Schedule.Quarterly quarterly => LastOf(quarterly.ToMonth),
        _ => null,
    };

    private static DateOnly LastOf(DateOnly month) => new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
