using System.Text.Json;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>The read side of gathering.</summary>
internal sealed class SubmissionStore(Store store) : ISubmissions
{
    private const int NewestSubmissions = 20;

    public Task<GatherSight> SightAsync(IncomingMessage message, CancellationToken cancel) => store.ReadAsync(
        async db => new GatherSight
        {
            SameMessage = message.Key.Revision == 0 ? null : await OfMessageAsync(db, message.Key.Chat, message.Key.Id, cancel),
            SameAlbum = message.Album is null ? null : await OfAlbumAsync(db, message, cancel),
            // Words look for photos, photos for words; of an album either may come.
            LastText = message.Album is null && message.Text.Length > 0 ? null : await LastAsync(db, message, withText: true, cancel),
            LastPhotos = message.Album is null && message.Text.Length == 0 ? null : await LastAsync(db, message, withText: false, cancel),
            AlbumParts = message.Album is null ? [] : await AlbumPartsAsync(db, message, cancel),
            AlbumSaid = message.Album is null ? [] : await AlbumSaidAsync(db, message, cancel),
        },
        cancel);

    public Task<Submission?> OfMessageAsync(ChatKey chat, string platformMessageId, CancellationToken cancel) =>
        store.ReadAsync(db => OfMessageAsync(db, chat, platformMessageId, cancel), cancel);

    public Task<Submission?> FindAsync(OfficeId office, SubmissionId id, CancellationToken cancel) => store.ReadAsync(
        async db => await db.Submissions.SingleOrDefaultAsync(s => s.Id == id.Value && s.OfficeId == office.Value, cancel) is { } row
            ? await FillAsync(db, row, cancel) : null,
        cancel);

    public Task<IReadOnlyList<UnitId>> RecordedUnitsAsync(OfficeId office, AccountKey sender, SubmissionId own, CancellationToken cancel) =>
        store.ReadAsync<IReadOnlyList<UnitId>>(
            async db =>
            {
                var newest = await db.Submissions
                    .Where(s => s.OfficeId == office.Value && s.Platform == sender.Platform && s.SenderId == sender.Id && s.State == SubmissionState.Handled)
                    .OrderByDescending(s => s.SaidAt).Select(s => s.Id).Take(NewestSubmissions).ToListAsync(cancel);
                newest.Add(own.Value);
                var units = await (
                    from a in db.Activities
                    where newest.Contains(a.SubmissionId)
                    join u in db.ActivityUnits on a.Id equals u.ActivityId
                    select u.UnitId).Distinct().ToListAsync(cancel);
                return [.. units.Select(u => new UnitId(u))];
            },
            cancel);

    public Task<IReadOnlyList<Submission>> UnclaimedAsync(OfficeId office, AccountKey account, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<Submission>>(
        async db =>
        {
            var rows = await db.Submissions
                .Where(s => s.OfficeId == office.Value && s.Platform == account.Platform && s.SenderId == account.Id && s.State == SubmissionState.Unclaimed)
                .OrderBy(s => s.SaidAt).ToListAsync(cancel);
            var kept = new List<Submission>(rows.Count);
            foreach (var row in rows) kept.Add(await FillAsync(db, row, cancel));
            return kept;
        },
        cancel);

    private static async Task<Submission?> OfMessageAsync(BotDb db, ChatKey chat, string id, CancellationToken cancel)
    {
        var submission = await db.Messages
            .Where(m => m.Platform == chat.Platform && m.ChatId == chat.Id && m.ExternalId == id && m.SubmissionId != null)
            .OrderByDescending(m => m.Revision).Select(m => m.SubmissionId).FirstOrDefaultAsync(cancel);
        return submission is null ? await OfAnswerAsync(db, chat, id, cancel) : await ByIdAsync(db, submission, cancel);
    }

    // Who quotes the bot's receipt means the message it answers.
    private static async Task<Submission?> OfAnswerAsync(BotDb db, ChatKey chat, string id, CancellationToken cancel)
    {
        var payload = await db.Outbox.Where(o => o.Platform == chat.Platform && o.ChatId == chat.Id && (o.PlatformId == id || db.SentParts.Any(p => p.Key == o.Key && p.PlatformId == id)))
            .Select(o => o.Payload).FirstOrDefaultAsync(cancel);
        var quotes = payload is null ? null : JsonSerializer.Deserialize(payload, PayloadJson.Readable.OutgoingMessage)?.Quotes;
        return quotes is null || quotes == id ? null : await OfMessageAsync(db, chat, quotes, cancel);
    }

    private static async Task<Submission?> OfAlbumAsync(BotDb db, IncomingMessage message, CancellationToken cancel)
    {
        var submission = await db.Messages
            .Where(m => m.Platform == message.Key.Chat.Platform && m.ChatId == message.Key.Chat.Id && m.Album == message.Album && m.SubmissionId != null)
            .Select(m => m.SubmissionId).FirstOrDefaultAsync(cancel);
        return await ByIdAsync(db, submission, cancel);
    }

    private static async Task<Submission?> LastAsync(BotDb db, IncomingMessage message, bool withText, CancellationToken cancel)
    {
        // What lies farther away never belongs to it; and an import may bring what was said before that which is known already.
        var (earliest, latest) = (message.SaidAt - Gatherer.PhotoReach, message.SaidAt + Gatherer.PhotoReach);
        var row = await db.Submissions
            .Where(s => s.SaidAt >= earliest && s.SaidAt <= latest)
            .Where(s => s.Platform == message.Key.Chat.Platform && s.ChatId == message.Key.Chat.Id && s.SenderId == message.Sender.Id)
            .Where(s => withText ? s.TextMessageId != null : s.TextMessageId == null)
            .OrderByDescending(s => s.SaidAt).FirstOrDefaultAsync(cancel);
        return row is null ? null : await FillAsync(db, row, cancel);
    }

    private static async Task<IReadOnlyList<IncomingMessage>> AlbumPartsAsync(BotDb db, IncomingMessage message, CancellationToken cancel)
    {
        var rows = await db.Messages
            .Where(m => m.Platform == message.Key.Chat.Platform && m.ChatId == message.Key.Chat.Id && m.Album == message.Album && m.State == MessageState.Waiting)
            .OrderBy(m => m.ExternalId.Length).ThenBy(m => m.ExternalId).ToListAsync(cancel);
        return await MessageReads.FillAsync(db, rows, cancel);
    }

    // As each part was last said, in the platform's order.
    private static async Task<IReadOnlyList<IncomingMessage>> AlbumSaidAsync(BotDb db, IncomingMessage message, CancellationToken cancel)
    {
        var rows = await db.Messages
            .Where(m => m.Platform == message.Key.Chat.Platform && m.ChatId == message.Key.Chat.Id && m.Album == message.Album && m.State == MessageState.Handled && m.SubmissionId != null)
            .ToListAsync(cancel);
        var newest = rows.GroupBy(m => m.ExternalId).Select(g => g.MaxBy(m => m.Revision)!).OrderBy(m => m.ExternalId.Length).ThenBy(m => m.ExternalId, StringComparer.Ordinal);
        return await MessageReads.FillAsync(db, [.. newest], cancel);
    }

    private static async Task<Submission?> ByIdAsync(BotDb db, Guid? id, CancellationToken cancel) =>
        id is not null && await db.Submissions.SingleOrDefaultAsync(s => s.Id == id, cancel) is { } row ? await FillAsync(db, row, cancel) : null;

    private static async Task<Submission> FillAsync(BotDb db, SubmissionRow row, CancellationToken cancel)
    {
        var files = await MessageReads.AttachmentsAsync(db, [row.Id], cancel);
        return new Submission
        {
            Id = new SubmissionId(row.Id), SaidAt = row.SaidAt, Campaign = row.CampaignId is { } campaign ? new CampaignId(campaign) : null, Attachments = [.. files[row.Id]],
            Text = await MessageReads.FindAsync(db, row.TextMessageId, cancel),
        };
    }
}
