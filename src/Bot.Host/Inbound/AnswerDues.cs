using Bot.Adapters.Console;
using Bot.Domain.Dues;
using Bot.Domain.GroupWords;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Bot.Domain.Replies;

namespace Bot.Host.Inbound;

/// <summary>Answers 进度, 未报 and 催报. Who asks with a name that nothing owed here has meant something else: no answer.</summary>
internal sealed class AnswerDues(DueBoards boards, INudges nudges, AuditTrail audit)
{
    // A slip of the pen gets a hint; longer words were not meant for the bot.
    private const int LongestSlip = 6;

    /// <summary>The rates: of everybody, so for everybody.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>?> ProgressAsync(Scene scene, string words, CancellationToken cancel)
    {
        var board = await boards.OfAsync(scene, cancel);
        if (board.Campaigns.Count == 0) return [scene.Answer(GroupReplies.NoCampaign)];
        return Topic(scene, board, words) is { } topic ? [scene.Answer(ProgressText.Compose(board, topic))] : Unknown(scene, "进度", words);
    }

    /// <summary>The missing units to an admin; to a liaison the own ones and a count.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>?> MissingAsync(Scene scene, string words, CancellationToken cancel)
    {
        var board = await boards.OfAsync(scene, cancel);
        if (board.Campaigns.Count == 0) return [scene.Answer(GroupReplies.NoCampaign)];
        return Topic(scene, board, words) is { } topic ? Missing(scene, board, topic, board.Unfinished(topic)) : Unknown(scene, "未报", words);
    }

    /// <summary>Reminds at once: an admin says so.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>?> NudgeAsync(Scene scene, GroupWord.Nudge word, CancellationToken cancel)
    {
        var board = await boards.OfAsync(scene, cancel);
        if (board.Campaigns.Count == 0) return [scene.Answer(GroupReplies.NoCampaign)];
        if (Topic(scene, board, word.Topic) is not { } topic) return Unknown(scene, "催报", word.Topic);
        if (scene.Person is not { IsAdmin: true } admin) return [scene.Answer(GroupReplies.AdminsOnly)];
        var asked = board.Pressing(topic);
        var outcome = asked.Count == 0
            ? new NudgeOutcome.NobodyMissing()
            : await nudges.NudgeAsync(scene.Place.Office.Id, [.. asked.Select(o => o.Of)], admin.Id, word.Now, scene.Now, cancel);
        if (outcome is NudgeOutcome.Queued queued) await audit.NoteAsync(scene.Place.Office.Id, admin.Id, scene.Now, AuditAction.Nudged, [("units", queued.Units)], cancel);
        return [scene.Answer(DueReplies.Of(outcome, asked, board))];
    }

    /// <summary>Who is missing, as far as the asker may know.</summary>
    /// <param name="scene">Who asks where.</param>
    /// <param name="board">The board.</param>
    /// <param name="topic">What is asked about.</param>
    /// <param name="unfinished">What of it an admin hears about.</param>
    public static IReadOnlyList<OutgoingMessage> Missing(Scene scene, DueBoard board, DueTopic topic, IReadOnlyList<OccurrenceStanding> unfinished)
    {
        if (scene.Person is { IsAdmin: true }) return MissingForAdmin(scene, board, unfinished);
        return [scene.Person is { Units.Count: > 0 } liaison ? Own(scene, board, topic, liaison.Units) : scene.Answer(GroupReplies.NotALiaison)];
    }

    /// <summary>How the asker's own units stand.</summary>
    public static OutgoingMessage Own(Scene scene, DueBoard board, DueTopic topic, IReadOnlyList<Unit> units)
    {
        var own = units.Select(u => u.Id).ToHashSet();
        var mentioned = board.Unfinished(topic).Select(o => o.Mention(o.Missing.Where(u => own.Contains(u.Id)))).Where(d => d.Units.Count > 0);
        return scene.Answer(MissingText.ForLiaison(board, topic, units)) with { Dues = [.. mentioned] };
    }

    private static IReadOnlyList<OutgoingMessage> MissingForAdmin(Scene scene, DueBoard board, IReadOnlyList<OccurrenceStanding> unfinished)
    {
        IReadOnlyList<MentionedDue> mentioned = [.. unfinished.Select(o => o.Mention(o.Missing))];
        var (text, isCut) = MissingText.ForAdmin(board, unfinished, wholly: !scene.InGroup);
        var answer = scene.Answer(text) with { Dues = mentioned };
        if (!isCut || !scene.InGroup) return [answer];
        var list = scene.Answer(MissingText.ForAdmin(board, unfinished, wholly: true).Text, OutgoingKind.Reply, 1) with { Dues = mentioned };
        return [answer, AnswerWord.ToSender(scene, list)];
    }

    private static DueTopic? Topic(Scene scene, DueBoard board, string words) => new TopicReader(board.Campaigns.Select(c => c.Campaign)).Read(words, scene.Place.Local(scene.Message.SaidAt));

    private static IReadOnlyList<OutgoingMessage>? Unknown(Scene scene, string word, string topic) =>
        scene.Person is { IsAdmin: true } && topic.Length <= LongestSlip ? [scene.Answer(DueReplies.UnknownTopic(word, topic))] : null;
}
