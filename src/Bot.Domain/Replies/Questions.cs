using System.Buffers;
using Bot.Domain.Checking;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;

namespace Bot.Domain.Replies;

/// <summary>The questions a decision leaves, one for each thing that people would answer at once.</summary>
internal sealed class Questions(RecordRequest request, LedgerDecision decision)
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("，。；、：！？,;:!?\n ");
    private const int WordsBefore = 12;
    private readonly FigureList _figures = new(request.Campaign, request.Text);

    /// <summary>All questions, in the order of the remarks.</summary>
    public IReadOnlyList<Question> All() =>
    [
        .. decision.Remarks.Where(IsAsked).DistinctBy(Subject)
            .Select(r => new Question(r, Text(r))),
    ];

    private static bool IsAsked(Remark remark) =>
        (remark.Blocks && remark.Code != CheckCode.FarFromPeers) || remark.Code is CheckCode.SameDayOtherFigures or CheckCode.Transcribed;

    private static object Subject(Remark remark) => remark.Code switch
    {
        CheckCode.Transcribed or CheckCode.BelowKnown or CheckCode.NothingToCorrect => (remark.Code, remark.Unit),
        CheckCode.Vague => (remark.Code, remark.Unit, remark.Span),
        CheckCode.Conflict or CheckCode.SameDayOtherFigures => (remark.Code, remark.Unit, remark.Activity),
        _ => remark.Id,
    };

    private string Text(Remark remark) => remark.Code switch
    {
        CheckCode.Transcribed => Wording.PleaseCheck(request.Parts.First(p => p.Unit.Id == remark.Unit).Unit.Name),
        CheckCode.Conflict => Conflict(remark),
        CheckCode.SameDayOtherFigures => SameDay(remark),
        CheckCode.BelowKnown => Below(remark),
        CheckCode.NothingToCorrect => Wording.NothingToCorrect(_figures.Line(Alike(remark).Select(Figure))),
        CheckCode.Proposed => Wording.Proposed(Around(remark), Figure(_figures, remark)),
        _ => Vague(remark),
    };

    private List<Remark> Alike(Remark remark) => [.. decision.Remarks.Where(r => Subject(r).Equals(Subject(remark)))];

    private static string Figure(FigureList figures, Remark remark) => figures.One(remark.Slot!.Value, remark.Value ?? 0, remark.Bound);

    // The figure with the words right before it, which tell what it counts.
    private string Around(Remark remark)
    {
        if (remark.Span is not { } span || span.To > request.Text.Length) return "";
        var from = 1 + request.Text.AsSpan(0, span.From).LastIndexOfAny(Stops);
        return Receipt.Words(request, new TextSpan(Math.Max(from, span.From - WordsBefore), span.To));
    }

    private static RecordedFigure Figure(Remark remark) => new(remark.Slot!.Value, remark.Value ?? 0, remark.Bound, false);

    private string Vague(Remark remark)
    {
        var words = remark.Span is { } span ? Receipt.Words(request, span) : "";
        var slots = Alike(remark).ConvertAll(r => _figures.Name(r.Slot!.Value));
        return slots.Count == 1 ? Wording.Vague(words, slots[0]) : Wording.Divide(words, string.Join('、', slots));
    }

    private string Conflict(Remark remark)
    {
        var all = decision.Outcomes.OfType<LedgerOutcome.Conflict>().Where(c => c.Earlier == remark.Activity).ToList();
        return Wording.Conflict(
            SpokenDays.Of(all[0].Days), _figures.Line(all.SelectMany(c => c.Known)), _figures.Line(all.SelectMany(c => c.Figures)));
    }

    private string SameDay(Remark remark)
    {
        var recorded = decision.Outcomes.OfType<LedgerOutcome.Recorded>().First(r => r.Activity == remark.Activity);
        return Wording.SameDay(SpokenDays.Of(recorded.Days), SlotLabels.Of(request.Campaign, remark.Slot!.Value, request.Text).Head);
    }

    private string Below(Remark remark)
    {
        var all = decision.Outcomes.OfType<LedgerOutcome.BelowKnown>().Where(b => b.Unit.Id == remark.Unit).ToList();
        if (all is [var one]) return Wording.Below(_figures.One(one.Slot, one.Stated, one.Bound), _figures.Bare(one.Slot, one.Known));
        return Wording.Below(_figures.Line(
            all.Select(b => new RecordedFigure(b.Slot, b.Stated, b.Bound, false)),
            slot => Wording.Known(_figures.Bare(slot, all.Find(b => b.Slot == slot)!.Known))));
    }
}
