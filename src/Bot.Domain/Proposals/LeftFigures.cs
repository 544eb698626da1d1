using System.Buffers;
using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;

namespace Bot.Domain.Proposals;

/// <summary>
/// The figures of a recorded report that found no blank: what may be asked of who guesses, and which of the guesses hold. A
/// guess holds where its piece is one of these and says that number, its blank is free and counts the same, and nothing
/// else is guessed for either.
/// </summary>
public sealed class LeftFigures
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？!?\n");
    private const int MostPieces = 8;
    private const int MostAsked = 3;
    private readonly RecordRequest request;
    private readonly LedgerDecision decision;
    private readonly List<FoundQuantity> pieces;
    private readonly List<Slot> slots;

    private LeftFigures(RecordRequest request, LedgerDecision decision, List<FoundQuantity> pieces)
    {
        this.request = request;
        this.decision = decision;
        this.pieces = pieces;
        var taken = request.Reading.Metrics().Select(m => m.Slot).Concat(request.Reading.Asks.Select(a => a.Slot)).ToHashSet();
        var type = request.Parts[0].Unit.Type;
        slots = [.. request.Campaign.Slots.Where(s => !s.Retired && s.Measure != Slot.YesNo && !taken.Contains(s.Id) && (s.UnitTypes.Count == 0 || s.UnitTypes.Contains(type)))];
    }

    /// <summary>
    /// Those of a submission; null where there is nothing to ask: no report of one unit by its own liaison, nothing new
    /// recorded, nothing left over, or a question is open already.
    /// </summary>
    public static LeftFigures? Of(RecordRequest request, LedgerDecision decision)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(decision);
        if (request is not { Change: SubmissionChange.New, Reading.Kind: ReadingKind.Report, Parts: [{ Transcribed: false }] }) return null;
        if (!decision.Activities.Any(a => a.Unit == request.Parts[0].Unit.Id) || !decision.Outcomes.Any(o => o is LedgerOutcome.Recorded) || decision.Remarks.Any(r => r.Blocks || r.Code == CheckCode.SameDayOtherFigures)) return null;
        var left = request.Reading.Extras.Select(e => e.Span).Concat(request.Reading.LeftOver).ToList();
        if (left.Count == 0) return null;
        var placed = request.Reading.Activities.SelectMany(a => a.Components).Where(c => !c.Implied).Select(c => c.Span).ToList();
        var found = Quantities.Find(request.Text)
            .Where(q => q is { Upper: null, Status: QuantityStatus.Done, Unit.Length: > 0 } && Counts(q.Unit) && Amounts.Bookable(q.Value)
                && left.Exists(span => Meet(span, q.Span)) && !placed.Exists(span => Meet(span, q.Span)))
            .Take(MostPieces).ToList();
        return found.Count == 0 ? null : new LeftFigures(request, decision, found);
    }

    /// <summary>What is told to who guesses; null: no blank is free, or no sentence is short enough.</summary>
    /// <param name="names">Names of people the office knows.</param>
    /// <param name="mostCharacters">The longest text that may be sent.</param>
    public ProposalRequest? Request(IReadOnlyList<string> names, int mostCharacters)
    {
        var (text, known) = (Sentences(mostCharacters, out var count), slots);
        return count == 0 || known.Count == 0 ? null : new ProposalRequest
        {
            Slots = known, Text = Discretion.Apply(text, names),
            Pieces = [.. pieces.Take(count).Select(p => request.Text[p.Span.From..p.Span.To])],
        };
    }

    /// <summary>The guesses that hold, as questions that wait for an answer.</summary>
    public IReadOnlyList<Remark> Check(IReadOnlyList<Proposal> proposals, IIdSource ids)
    {
        ArgumentNullException.ThrowIfNull(proposals);
        ArgumentNullException.ThrowIfNull(ids);
        var held = proposals.Select(p => (Proposal: p, Slot: slots.Find(s => s.Id.Value == p.Slot)))
            .Where(p => p.Slot is not null && p.Proposal.Piece >= 1 && p.Proposal.Piece <= pieces.Count && Holds(pieces[p.Proposal.Piece - 1], p.Slot, p.Proposal.Value))
            .Select(p => (Found: pieces[p.Proposal.Piece - 1], Slot: p.Slot!)).ToList();

        // Two guesses for one figure, or one blank for two: it does not know.
        var alone = held.Where(h => held.Count(o => o.Found == h.Found) == 1 && held.Count(o => o.Slot == h.Slot) == 1).OrderBy(h => h.Found.Span.From).Take(MostAsked);
        return [.. alone.Select(h => new Remark
        {
            Id = ids.Next(), Submission = request.Submission, Unit = request.Parts[0].Unit.Id, Code = CheckCode.Proposed, Activity = Home(h.Slot.Id),
            Slot = h.Slot.Id, Value = h.Found.Value, Bound = h.Found.Bound, Span = h.Found.Span, Blocks = true,
        })];
    }

    private static bool Holds(FoundQuantity found, Slot slot, decimal value) => found.Value == value
        && slot.Measure.Split('/').Any(measure => Class(measure) == Class(found.Unit));

    // The activity it would be told with: one that has figures of the same kind, else the first.
    private ActivityId Home(SlotId slot)
    {
        var own = decision.Activities.Where(a => a.Unit == request.Parts[0].Unit.Id).Select(a => a.Id).ToList();
        var like = own.FindIndex(a => decision.Bookings.Any(b => b.Activity == a && b.Slot.Family == slot.Family));
        return own[Math.Max(0, like)];
    }

    private string Sentences(int most, out int count)
    {
        var (kept, reach, length) = (new List<string>(), -1, 0);
        for (count = 0; count < pieces.Count; count++)
        {
            var span = pieces[count].Span;
            if (span.To <= reach) continue;
            var from = Math.Max(reach, 1 + request.Text.AsSpan(0, span.From).LastIndexOfAny(Ends));
            var behind = request.Text.AsSpan(span.To).IndexOfAny(Ends);
            var to = behind < 0 ? request.Text.Length : span.To + behind + 1;
            if (length + to - from > most) break;
            kept.Add(request.Text[Math.Max(0, from)..to].Trim());
            (reach, length) = (to, length + to - from);
        }

        return string.Join('\n', kept);
    }

    private static bool Counts(string measure) => Class(measure) is MeasureClass.Thing or MeasureClass.People or MeasureClass.Session;

    private static MeasureClass Class(string measure) => Reading.Measures.Shared.ClassOf(SourceText.Fold(measure).Text.ToString());

    private static bool Meet(TextSpan a, TextSpan b) => a.From < b.To && b.From < a.To;
}
