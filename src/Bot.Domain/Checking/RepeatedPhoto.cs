using Bot.Domain.Ledger;

namespace Bot.Domain.Checking;

/// <summary>A photo of this submission was handed in with an earlier one. Said once a submission.</summary>
internal static class RepeatedPhoto
{
    public static IEnumerable<Finding> Find(LedgerDraft draft, IReadOnlyList<BookedReport> booked) =>
        draft.Known.EarlierPhotos.Any(s => s != draft.Request.Submission)
            ? [new Finding(booked[0].Unit, CheckCode.RepeatedPhoto, booked[0].Activity.Id)]
            : [];
}
