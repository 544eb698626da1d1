using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Questions;
using Bot.Domain.Reading;
using Bot.Domain.Replies;

namespace Bot.Host.Inbound;

/// <summary>
/// Answers questions in free words. In a group only what is clearly asked of the bot or of nobody in particular; who names the
/// bot, or asks it privately, hears that a question was not understood.
/// </summary>
internal sealed class AnswerQuestion(ICampaigns campaigns, DueBoards boards, AnswerFigures figures, IHandledCommit commit)
{
    /// <summary>The answer; null: it is none, or not ours to answer.</summary>
    public async Task<Handled?> TryAsync(Scene scene, CancellationToken cancel)
    {
        var message = scene.Message;
        if (message.Event != MessageEvent.Said || message.Attachments.Count > 0) return null;
        var said = Addressee.Of(message.Text);
        var toBot = said.ToBot || !scene.InGroup;

        // Who quotes somebody's message speaks to that person.
        if (said.ToOthers || (message.Quotes is not null && !toBot) || !(toBot || QuestionReader.CanBe(said.Text))) return null;
        var bound = await campaigns.OfAsync(scene.Place, cancel);
        if (bound.Count == 0) return null;
        var local = scene.Place.Local(message.SaidAt);
        var question = new QuestionReader(bound, scene.Place.Units, scene.Person?.Units ?? []).Read(said.Text, local);
        var answers = question is null ? null : await AnswersAsync(scene, question, cancel);
        if (answers is null && toBot && IsQuery(bound, said.Text, local)) answers = [scene.Answer(QuestionText.NotUnderstood)];
        if (answers is null) return null;
        return await commit.CommitAsync(scene.Facts, _ => Settlement.Say(answers), cancel) ? Handled.Done([message.Id]) : Handled.Lost;
    }

    private async Task<IReadOnlyList<OutgoingMessage>?> AnswersAsync(Scene scene, FreeQuestion question, CancellationToken cancel) => question switch
    {
        FreeQuestion.Figure figure => await figures.FigureAsync(scene, figure, cancel),
        FreeQuestion.WhereIsTheForm => await figures.ExportAsync(scene, "docx", cancel),
        FreeQuestion.WhenDue { Topic: null } => [scene.Answer(DueReplies.NothingAsked)],
        _ => OfBoard(scene, await boards.OfAsync(scene, cancel), question),
    };

    private static IReadOnlyList<OutgoingMessage>? OfBoard(Scene scene, DueBoard board, FreeQuestion question) => question switch
    {
        // A day on which nothing is due was meant otherwise.
        FreeQuestion.WhoIsMissing q => board.Occurrences.Any(q.Topic.Fits) ? AnswerDues.Missing(scene, board, q.Topic, board.Pressing(q.Topic)) : null,
        FreeQuestion.HowManyReported q => board.Occurrences.Any(q.Topic.Fits) ? [scene.Answer(ProgressText.Compose(board, q.Topic))] : null,
        FreeQuestion.WhoWasLate q => Late(scene, board, board.Judged(q.Topic)),
        FreeQuestion.WhenDue q => [scene.Answer(QuestionText.When(board, q.Topic!))],
        FreeQuestion.OwnStatus q => scene.Person is { Units: { Count: > 0 } own } ? [AnswerDues.Own(scene, board, q.Topic, own)] : null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Names of those who were late are for the admin alone, whoever reads along in the group.
    private static IReadOnlyList<OutgoingMessage>? Late(Scene scene, DueBoard board, IReadOnlyList<OccurrenceStanding> judged)
    {
        if (judged.Count == 0) return null;
        if (scene.Person is not { IsAdmin: true }) return [scene.Answer(QuestionText.LateCounts(board, judged, scene.Person?.Units ?? []))];
        var names = QuestionText.LateNames(board, judged, scene.Place.Zone);
        return scene.InGroup
            ? [scene.Answer($"{QuestionText.LateCounts(board, judged, [])}\n{DueReplies.ListPrivately}"), AnswerWord.ToSender(scene, scene.Answer(names, number: 1))]
            : [scene.Answer(names)];
    }

    private static bool IsQuery(IReadOnlyList<ActiveCampaign> bound, string text, DateTime local) =>
        bound[0].Reader.Read(text, new ReadingContext { SaidAt = local }).Kind == ReadingKind.Query;
}
