using Bot.Domain.Ledger;

namespace Bot.Domain.Checking;

/// <summary>
/// All rules of plausibility, in order, over what a submission booked. What they find is booked all the same and marked
/// 待核; nothing booked, nothing asked.
/// </summary>
internal static class Checks
{
    private static readonly Func<LedgerDraft, IReadOnlyList<BookedReport>, IEnumerable<Finding>>[] Rules =
    [
        AttendanceWithoutActivity.Find,
        FarFromPeers.Find,
        DayOutsideCampaign.Find,
        DayInFuture.Find,
        RepeatedPhoto.Find,
        NeighbourText.Find,
        OtherUnitNamed.Find,
        OtherYearNamed.Find,
    ];

    /// <summary>Adds what the rules find to the draft.</summary>
    public static void Run(LedgerDraft draft)
    {
        var booked = draft.Outcomes.OfType<LedgerOutcome.Recorded>()
            .Where(r => r.Figures.Count > 0)
            .Select(r => new BookedReport(r.Unit, draft.Activities.First(a => a.Id == r.Activity), r.Figures))
            .ToList();
        if (booked.Count == 0) return;
        foreach (var found in Rules.SelectMany(rule => rule(draft, booked)).ToList())
        {
            draft.Remark(found.Unit, found.Code, blocks: false, found.Activity, found.About, found.Span);
        }
    }
}
