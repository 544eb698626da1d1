using Bot.Domain.Checking;
using Bot.Domain.Ledger;

namespace Bot.Domain.Replies;

/// <summary>What was booked but looks doubtful (待核), in one sentence.</summary>
internal sealed class ToCheck(RecordRequest request, LedgerDecision decision)
{
    private readonly FigureList _figures = new(request.Campaign, request.Text);

    /// <summary>The sentence; null: nothing looks doubtful.</summary>
    public string? Sentence()
    {
        var doubts = decision.Remarks.Where(r => !r.Blocks).Select(Doubt).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var refused = decision.Remarks.Where(r => r is { Blocks: true, Code: CheckCode.FarFromPeers })
            .Select(r => Wording.TooLarge(r.Slot is { } slot ? _figures.Name(slot) : "")).ToList();
        if (doubts.Count > 0) refused.Add(Wording.ToCheck(string.Join('；', doubts)));
        return refused.Count == 0 ? null : string.Concat(refused);
    }

    private string? Doubt(Remark remark) => remark.Code switch
    {
        CheckCode.FarFromPeers => Wording.Far(Figure(remark)),
        CheckCode.AttendanceWithoutActivity => Wording.AttendanceAlone(Figure(remark)),
        CheckCode.DayOutsideCampaign => Wording.OutsideCampaign(When(remark)),
        CheckCode.DayInFuture => Wording.InFuture(When(remark)),
        CheckCode.RepeatedPhoto => Wording.PhotoAgain,
        CheckCode.NeighbourText => Wording.TextOfAnother,
        CheckCode.OtherUnitNamed => Wording.OtherUnit(Words(remark)),
        CheckCode.OtherYearNamed => Wording.OtherYear(Words(remark)),
        _ => null,
    };

    private string Figure(Remark remark) => remark.Slot is { } slot ? _figures.One(slot, remark.Value ?? 0, remark.Bound) : "";

    private string When(Remark remark) =>
        SpokenDays.Of(decision.Activities.FirstOrDefault(a => a.Id == remark.Activity)?.Days ?? []);

    private string Words(Remark remark) => remark.Span is { } span ? Receipt.Words(request, span) : "";
}
