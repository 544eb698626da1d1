using Bot.Domain.Ledger;

namespace Bot.Domain.Checking;

/// <summary>People took part in something that, by the form, is counted itself, but was not named.</summary>
internal static class AttendanceWithoutActivity
{
    public static IEnumerable<Finding> Find(LedgerDraft draft, IReadOnlyList<BookedReport> booked) =>
        from report in booked
        from figure in report.Figures
        where figure.Value > 0 && draft.Slot(figure.Slot) is { } slot && Measures.CountsPeople(slot.Measure)
        let family = draft.Request.Campaign.Slots.Where(s => s.Id.Family == figure.Slot.Family && Measures.CountsOccurrences(s.Measure)).ToList()
        where family.Count > 0 && family.TrueForAll(s => draft.Value(report.Activity, s.Id) == 0)
        select new Finding(report.Unit, CheckCode.AttendanceWithoutActivity, report.Activity.Id, Statement.Of(figure));
}
