using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;

namespace Bot.Domain.Replies;

/// <summary>What is said about a submission: one message, with everything that was understood and everything that is open.</summary>
public static class Receipt
{
    private const int MostLeftOver = 3;
    private const int LongestLeftOver = 20;

    /// <summary>The receipt of a submission; null: there is nothing to say.</summary>
    /// <param name="request">The submission.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="firstOfPerson">Whether the sender never had a receipt: then it tells line by line, and how to correct.</param>
    public static ReceiptText? Compose(RecordRequest request, LedgerDecision decision, bool firstOfPerson)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(decision);
        var told = new OutcomeSentences(request, decision, firstOfPerson);
        var questions = new Questions(request, decision).All();
        var dues = new DueSentences(request, decision);
        var sentences = told.All().ToList();
        var received = sentences.Count == 0;
        if (received) sentences.AddRange(dues.Received());
        var taken = sentences.Count;
        sentences.AddRange(Unplaced(request, decision));
        if (new ToCheck(request, decision).Sentence() is { } check) sentences.Add(check);
        sentences.AddRange(dues.All(received));
        if (sentences.Count == 0 && questions.Count == 0) return null;
        var quiet = !firstOfPerson && questions.Count == 0 && sentences.Count == taken && request.Change == SubmissionChange.New
            && decision.Outcomes.All(o => o is LedgerOutcome.Recorded { Transcribed: false, Figures.Count: > 0 });
        if (firstOfPerson && decision.Outcomes.OfType<LedgerOutcome.Recorded>().Any()) sentences.Add(Wording.HowToCorrect);
        return new ReceiptText(
            Join(sentences, questions, firstOfPerson),
            [.. questions.SelectMany((q, at) => q.Buttons(questions.Count(x => x.HasButtons) > 1 ? at + 1 : null)), .. dues.Buttons()],
            Kind(decision, questions))
        {
            IsQuiet = quiet && !dues.Buttons().Any(),
        };
    }

    /// <summary>The one question about figures that a language model would put somewhere.</summary>
    public static ReceiptText Compose(RecordRequest request, IReadOnlyList<Remark> proposed)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Compose(request, new LedgerDecision { Remarks = proposed }, firstOfPerson: false) ?? throw new ArgumentException("Nothing is asked.", nameof(proposed));
    }

    /// <summary>What is said to an answer.</summary>
    public static ReceiptText? Compose(AnswerRequest request, AnswerDecision decision)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.Settled.Count == 0) return null;
        var said = request.Original with { Reading = request.Original.Reading with { Extras = [], LeftOver = [] } };
        return Compose(said, decision.Ledger, firstOfPerson: false) ?? new ReceiptText(Settled(request.Given, decision.Answer), [], OutgoingKind.Reply);
    }

    private static string Settled(GivenAnswer given, Answer answer) => answer switch
    {
        Answer.Another when given.Remark.Code == CheckCode.SameDayOtherFigures => Wording.BothCount,
        Answer.SameKeepFirst => Wording.FirstStays,
        Answer.Dismiss => Wording.Dismissed,
        _ when given.Remark.Code == CheckCode.Proposed => Wording.Dismissed, // a 对 that booked nothing, too
        _ => Wording.Confirmed,
    };

    private static IEnumerable<string> Unplaced(RecordRequest request, LedgerDecision decision)
    {
        // A message that was known already, or took something back, is not gone through again.
        if (!decision.Outcomes.Any(o => o is LedgerOutcome.Recorded or LedgerOutcome.Difference or LedgerOutcome.Asked)
            && !(decision.Outcomes.Count == 0 && decision.Dues.Any(d => d is DueOutcome.Meets))) yield break;
        var handed = decision.Dues.Any(d => d is DueOutcome.Meets { Due.Kind: ObligationKind.Other })
            ? HandIn.Of(request.Campaign, request.Told).Select(h => h.Clause).OfType<TextSpan>().ToList() : [];
        bool IsHanded(TextSpan span) => handed.Exists(h => h.From <= span.From && span.To <= h.To);
        var extras = request.Reading.Extras.Where(e => !IsHanded(e.Span)).Select(e => e.Label + FigureText.Number(e.Value) + e.Measure).ToList();
        if (extras.Count > 0) yield return Wording.NotInForm(string.Join('、', extras));
        var left = request.Reading.LeftOver.Where(s => !IsHanded(s)).Take(MostLeftOver).Select(s => $"“{Words(request, s)}”").ToList();
        if (left.Count > 0) yield return Wording.NotUnderstood(string.Join('、', left));
    }

    /// <summary>The words of a span, shortened.</summary>
    internal static string Words(RecordRequest request, TextSpan span)
    {
        if (span.From < 0 || span.To > request.Text.Length || span.Length <= 0) return "";
        var words = request.Text[span.From..span.To].Trim();
        return words.Length <= LongestLeftOver ? words : string.Concat(words.AsSpan(0, LongestLeftOver), "…");
    }

    private static string Join(List<string> sentences, IReadOnlyList<Question> questions, bool lines)
    {
        var numbered = questions.Count > 1;
        var asked = questions.Select((q, at) => numbered ? FormattableString.Invariant($"{at + 1}. {q.Text}") : q.Text);
        var said = string.Join(lines ? "\n" : "", sentences);
        var all = string.Join('\n', asked);
        return said.Length == 0 ? all : all.Length == 0 ? said : $"{said}\n{all}";
    }

    private static OutgoingKind Kind(LedgerDecision decision, IReadOnlyList<Question> questions) =>
        questions.Count > 0 ? OutgoingKind.Question
        : decision.Dues.Count == 0 && decision.Outcomes.All(o => o is LedgerOutcome.NothingToTakeBack) ? OutgoingKind.Reply
        : OutgoingKind.Receipt;
}
