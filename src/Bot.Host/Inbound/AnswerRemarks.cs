using Bot.Domain;
using Bot.Domain.Checking;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Replies;

namespace Bot.Host.Inbound;

/// <summary>Answers to what the bot asked or marked, by a button or in plain words.</summary>
internal sealed class AnswerRemarks(IRemarks remarks, ISubmissions submissions, Originals originals, IHandledCommit commit, IIdSource ids)
{
    /// <summary>How long an answer in plain words finds its question without quoting it.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromHours(12);

    private const int LongestAnswer = 16;

    /// <summary>A pressed button.</summary>
    public async Task<Handled> HandleAsync(Scene scene, string data, CancellationToken cancel)
    {
        if (AnswerData.Read(data) is not { } pressed) return await SayAsync(scene, GroupReplies.TooLate, cancel);
        var open = await remarks.WithAsync(scene.Place.Office.Id, pressed.Remark, cancel);
        return open.FirstOrDefault(r => r.Id == pressed.Remark) is { } remark
            ? await DecideAsync(scene, open, new GivenAnswer(remark, pressed.Answer), cancel)
            : await SayAsync(scene, GroupReplies.TooLate, cancel);
    }

    /// <summary>A short text that answers an open question; null: it answers none.</summary>
    public async Task<Handled?> TryAsync(Scene scene, CancellationToken cancel)
    {
        if (scene.Message.Event != MessageEvent.Said || scene.Message.Text.Trim().Length is 0 or > LongestAnswer) return null;
        var open = await OpenAsync(scene, cancel);

        // 对 is said of many things: a guess of the language model is confirmed by its button, or by an answer that quotes it.
        var meant = scene.Message.Quotes is null ? [.. open.Where(r => r.Code != CheckCode.Proposed)] : open;
        return PlainAnswers.Read(scene.Message.Text, meant) is { } given ? await DecideAsync(scene, open, given, cancel) : null;
    }

    private async Task<IReadOnlyList<Remark>> OpenAsync(Scene scene, CancellationToken cancel)
    {
        var office = scene.Place.Office.Id;
        if (scene.Message.Quotes is not { } quoted) return await remarks.NewestOfAsync(office, scene.Message.Sender, scene.Now - Reach, cancel);
        return await submissions.OfMessageAsync(scene.Place.Chat, quoted, cancel) is { } submission
            ? await remarks.OfSubmissionAsync(office, submission.Id, cancel) : [];
    }

    private async Task<Handled> DecideAsync(Scene scene, IReadOnlyList<Remark> open, GivenAnswer given, CancellationToken cancel)
    {
        if (await originals.FindAsync(scene, given.Remark.Submission, given.Remark.Unit, cancel) is not { } original) return await SayAsync(scene, GroupReplies.TooLate, cancel);
        if (!MayAnswer(scene, original, given.Remark)) return await SayAsync(scene, GroupReplies.NotYours, cancel);
        var request = new AnswerRequest
        {
            Original = original, Open = open, Given = given, Message = scene.Message.Id, By = scene.Person?.Id, Now = scene.Now,
            Text = scene.Message.Event == MessageEvent.Pressed ? "" : scene.Message.Text,
        };
        var handled = scene.Facts with
        {
            Revision = original.Revision, Units = [.. original.Parts.Select(p => p.Unit.Id).Append(given.Remark.Unit).Distinct()],
            Reconsiders = given.Answer == Answer.Wrong,
        };
        return await DoneAsync(handled, state => Settle(scene, request, state), cancel);
    }

    private Settlement Settle(Scene scene, AnswerRequest request, LedgerState state)
    {
        var decision = AnswerRemark.Decide(request, state, ids);
        var word = AnswerData.Word(decision.Answer);
        var said = Receipt.Compose(request, decision);
        var answer = scene.Answer(said?.Text ?? GroupReplies.TooLate, said?.Kind ?? OutgoingKind.Reply) with { Buttons = said?.Buttons ?? [] };
        return new Settlement(decision.Ledger, [answer], decision.Settled.ToDictionary(id => id, _ => word));
    }

    private static bool MayAnswer(Scene scene, RecordRequest original, Remark remark) =>
        scene.Person is { } person && (person.IsAdmin || person.Id == original.Sender || person.Units.Any(u => u.Id == remark.Unit));

    private Task<Handled> SayAsync(Scene scene, string text, CancellationToken cancel) =>
        DoneAsync(scene.Facts, _ => Settlement.Say(scene.Answer(text)), cancel);

    private async Task<Handled> DoneAsync(HandledSubmission handled, Func<LedgerState, Settlement> decide, CancellationToken cancel) =>
        await commit.CommitAsync(handled, decide, cancel) ? Handled.Done(handled.Completes) : Handled.Lost;
}
