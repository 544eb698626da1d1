using System.Security.Cryptography;
using System.Text;
using Bot.Adapters.Console;
using Bot.Domain.Dues;
using Bot.Domain.GroupWords;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Replies;

namespace Bot.Host.Inbound;

/// <summary>延期: moves one deadline for all units, and tells every group of the campaign once.</summary>
internal sealed class PostponeDues(DueBoards boards, IDues dues, ISeasons seasons, AuditTrail audit)
{
    /// <summary>What is said; null: the words name nothing owed here, they are no 延期 of ours.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>?> PostponeAsync(Scene scene, GroupWord.Postpone word, CancellationToken cancel)
    {
        var board = await boards.OfAsync(scene, cancel);
        if (board.Campaigns.Count == 0) return [scene.Answer(GroupReplies.NoCampaign)];
        if (PostponeWords.Read(word.Words, new TopicReader(board.Campaigns.Select(c => c.Campaign)), scene.Place.Local(scene.Message.SaidAt)) is not { } words) return null;
        if (scene.Person is not { IsAdmin: true } admin) return [scene.Answer(GroupReplies.AdminsOnly)];
        if (admin.Runs.Count > 0) return [scene.Answer(PostponeText.WholeOfficeOnly)];
        if (words.To is not { } to) return [scene.Answer(PostponeText.ToWhen)];
        var meant = board.ToMove(words.Topic);
        if (meant.Count == 0) return [scene.Answer(DueReplies.NothingAsked)];
        if (meant.Count > 1) return [scene.Answer(PostponeText.Which(meant, board))];
        if (Refusal(meant[0], to, board) is { } refused) return [scene.Answer(refused)];
        return await MoveAsync(scene, board, meant[0], to, words.Because, cancel);
    }

    private static string? Refusal(OccurrenceStanding occurrence, DateOnly to, DueBoard board)
    {
        if (to < board.Today) return PostponeText.Over(to, board);
        if (to < occurrence.Of.Day && to < occurrence.Deadline) return PostponeText.Earlier(occurrence, board);
        return board.After(occurrence) is { } next && to >= next ? PostponeText.AfterNext(occurrence, next, board) : null;
    }

    // Moved and told are two transactions: said again after a crash, it is found moved and told all the same, once.
    private async Task<IReadOnlyList<OutgoingMessage>> MoveAsync(
        Scene scene, DueBoard board, OccurrenceStanding occurrence, DateOnly to, string because, CancellationToken cancel)
    {
        var office = scene.Place.Office.Id;
        var isNew = await dues.MoveAsync(office, occurrence.Of, to, because, scene.Person!.Id, scene.Now, cancel);
        if (isNew)
        {
            await audit.NoteAsync(
                office, scene.Person.Id, scene.Now, AuditAction.DeadlineMoved,
                [("campaign", occurrence.Of.Campaign.Value), ("obligation", occurrence.Of.Obligation), ("day", occurrence.Of.Day), ("from", occurrence.Deadline), ("to", to)],
                cancel);
        }

        var season = await seasons.LoadAsync(office, scene.Now, cancel);
        var running = season.Campaigns.First(c => c.Revision.Campaign == occurrence.Of.Campaign);
        var move = running.Moves.FirstOrDefault(m => m.Obligation == occurrence.Of.Obligation && m.Day == occurrence.Of.Day && m.To == to);
        var told = move is null ? [] : running.Groups.Select(g => Announcement(office, g.Chat, occurrence, move, board)).ToList();
        var here = told.FindIndex(m => m.Chat == scene.Place.Chat);
        if (!isNew) return [.. told, scene.Answer(PostponeText.Already(occurrence, board))];
        if (here < 0) return [.. told, scene.Answer(PostponeText.Moved(occurrence, to, told.Count, board))];
        told[here] = told[here] with { Quotes = scene.Message.Key.Id };
        return told;
    }

    private static OutgoingMessage Announcement(OfficeId office, ChatKey chat, OccurrenceStanding occurrence, DeadlineMove move, DueBoard board)
    {
        var what = FormattableString.Invariant($"{office.Value:n}\n{MentionedDue.IdOf(occurrence.Of)}\n{move.To:yyyyMMdd}\n{move.At.UtcTicks}\n{chat.Platform}\n{chat.Id}");
        return new OutgoingMessage
        {
            Key = "moved-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16)), Chat = chat, Kind = OutgoingKind.Reply,
            Text = PostponeText.Announcement(occurrence, move.To, move.Because, board),
        };
    }
}
