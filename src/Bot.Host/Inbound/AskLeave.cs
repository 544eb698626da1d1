using Bot.Domain.Dues;
using Bot.Domain.GroupWords;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Replies;

namespace Bot.Host.Inbound;

/// <summary>请假: a liaison asks, an admin agrees or not; nothing is excused before.</summary>
internal sealed class AskLeave(DueBoards boards, ExcuseDues excuses, IOrganisation organisation, IMessages messages)
{
    public async Task<IReadOnlyList<OutgoingMessage>> LeaveAsync(Scene scene, GroupWord.Leave word, CancellationToken cancel)
    {
        if (scene.Person is not { Units.Count: > 0 } liaison) return [scene.Answer(scene.Person is { IsAdmin: true } ? ExcuseText.AdminsExcuse : GroupReplies.NotALiaison)];
        var board = await boards.OfAsync(scene, cancel);
        if (board.Campaigns.Count == 0) return [scene.Answer(GroupReplies.NoCampaign)];
        var words = Read(scene, liaison.Units, board, word.Words);
        if (words.Unit is not { } unit) return [scene.Answer(ExcuseText.LeaveOfWhich(liaison.Units))];
        var meant = board.ToExcuse(unit.Id, words.Topic);
        if (meant.Count == 0) return [scene.Answer(ExcuseText.NothingOpen(unit))];
        var admins = await organisation.AdminChatsAsync(scene.Place.Office.Id, scene.Message.Sender.Platform, cancel);
        if (admins.Count == 0) return [scene.Answer(ExcuseText.NobodyToAsk)];
        var question = scene.Answer(ExcuseText.AgreeTo(scene.Message.SenderName, unit, meant, board, words.Because), OutgoingKind.Question) with
        {
            Quotes = null,
            Buttons =
            [
                new MessageButton(ExcuseText.Yes, new Press.Agree(scene.Message.Id, meant[0].Due.Id).Data),
                new MessageButton(ExcuseText.No, new Press.Decline(scene.Message.Id, meant[0].Due.Id).Data),
            ],
        };
        var told = scene.Answer(ExcuseText.Asked(unit, meant, board));
        return [told, .. admins.Select((chat, i) => question with { Key = scene.Answer("", number: i + 1).Key, Chat = chat })];
    }

    public async Task<IReadOnlyList<OutgoingMessage>> AgreeAsync(Scene scene, Press.Agree press, CancellationToken cancel)
    {
        if (await RequestAsync(scene, press.Request, press.Due, cancel) is not { } asked) return [scene.Answer(GroupReplies.TooLate)];
        if (!ExcuseDues.MayDecide(scene, asked.Unit)) return [scene.Answer(GroupReplies.AdminsOnly)];
        var excused = await excuses.ExcuseAsync(scene, asked.Board, asked.Unit, asked.Topic, asked.Because, cancel);
        if (excused.Count == 0) return [scene.Answer(ExcuseText.NothingOpen(asked.Unit))];
        return [ExcuseDues.Told(scene, asked.Board, asked.Unit, excused, asked.Because), ToAsker(asked, "yes", ExcuseText.Agreed(asked.Unit, excused, asked.Board))];
    }

    public async Task<IReadOnlyList<OutgoingMessage>> DeclineAsync(Scene scene, Press.Decline press, CancellationToken cancel)
    {
        if (await RequestAsync(scene, press.Request, press.Due, cancel) is not { } asked) return [scene.Answer(GroupReplies.TooLate)];
        if (!ExcuseDues.MayDecide(scene, asked.Unit)) return [scene.Answer(GroupReplies.AdminsOnly)];
        var open = asked.Board.ToExcuse(asked.Unit.Id, asked.Topic);
        if (open.Count == 0) return [scene.Answer(GroupReplies.TooLate)];
        return [scene.Answer(ExcuseText.ToldDeclined(asked.Unit)), ToAsker(asked, "no", ExcuseText.Declined(asked.Unit, open, asked.Board))];
    }

    // What was asked for, read again from the message; the due in the button tells which were the nearest then.
    private async Task<Request?> RequestAsync(Scene scene, MessageId id, DueId nearest, CancellationToken cancel)
    {
        if (await messages.FindAsync(scene.Place.Office.Id, id, cancel) is not { } message || GroupWordReader.Read(message.Text) is not GroupWord.Leave leave) return null;
        var board = await boards.OfAsync(scene, cancel);
        if (board.Occurrences.SelectMany(o => o.Dues.Select(d => new OwedDue(o, d.Due))).FirstOrDefault(o => o.Due.Id == nearest) is not { } due) return null;
        if (scene.Place.Units.FirstOrDefault(u => u.Id == due.Due.Unit) is not { } unit) return null;
        var words = ExcuseWords.Read(leave.Words, [unit], new TopicReader(board.Campaigns.Select(c => c.Campaign)), scene.Place.Local(message.SaidAt));
        var topic = words.Topic.Days is not null || words.Topic.Everything ? words.Topic : words.Topic with { Days = Domain.Campaigns.DaySpan.On(due.Of.Deadline) };
        return new Request(message, unit, topic, words.Because.Length == 0 ? ExcuseText.NoReason : words.Because, board);
    }

    private static OutgoingMessage ToAsker(Request asked, string answer, string text) => new()
    {
        Key = FormattableString.Invariant($"leave-{asked.Message.Id.Value:n}-{answer}"), Chat = asked.Message.Key.Chat, Kind = OutgoingKind.Reply, Text = text,
        Quotes = asked.Message.Key.Id,
    };

    // Who reports for one unit need not name it.
    private static ExcuseWords Read(Scene scene, IReadOnlyList<Unit> own, DueBoard board, string words)
    {
        var read = ExcuseWords.Read(words, own, new TopicReader(board.Campaigns.Select(c => c.Campaign)), scene.Place.Local(scene.Message.SaidAt));
        return read.Unit is null && own.Count == 1 ? read with { Unit = own[0] } : read;
    }

    private sealed record Request(IncomingMessage Message, Unit Unit, DueTopic Topic, string Because, DueBoard Board);
}
