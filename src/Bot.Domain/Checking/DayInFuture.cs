using Bot.Domain.Ledger;

namespace Bot.Domain.Checking;

/// <summary>A told day had not begun when the message was said. A week's heading (6.14—6.20) said inside the week is none.</summary>
internal static class DayInFuture
{
    public static IEnumerable<Finding> Find(LedgerDraft draft, IReadOnlyList<BookedReport> booked) =>
        from report in booked
        where report.Activity.Days.Any(d => d.From > draft.Request.SaidOn)
        select new Finding(report.Unit, CheckCode.DayInFuture, report.Activity.Id, Span: DayOutsideCampaign.Words(draft, report));
}
