using Bot.Domain.Ledger;

namespace Bot.Domain.Checking;

/// <summary>Another unit sent the same text before. Said once a submission.</summary>
internal static class NeighbourText
{
    public static IEnumerable<Finding> Find(LedgerDraft draft, IReadOnlyList<BookedReport> booked) =>
        draft.Known.SameText.Any(u => booked.All(b => b.Unit.Id != u))
            ? [new Finding(booked[0].Unit, CheckCode.NeighbourText, booked[0].Activity.Id)]
            : [];
}
