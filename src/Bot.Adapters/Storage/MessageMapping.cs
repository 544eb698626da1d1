using Bot.Adapters.Storage.Rows;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Storage;

/// <summary>Messages to rows and back.</summary>
internal static class MessageMapping
{
    public static MessageRow Row(IncomingMessage m)
    {
        var hash = TextHash.Of(m.Text);
        return new MessageRow
        {
            Id = m.Id.Value,
            Platform = m.Key.Chat.Platform,
            ChatId = m.Key.Chat.Id,
            ExternalId = m.Key.Id,
            Revision = m.Key.Revision,
            Event = m.Event,
            SenderId = m.Sender.Id,
            SenderName = m.SenderName,
            SaidAt = m.SaidAt,
            SaidAtSource = m.SaidAtSource,
            ReceivedAt = m.ReceivedAt,
            Album = m.Album,
            Quotes = m.Quotes,
            TextHash = hash,
            ImportKey = FormattableString.Invariant($"{m.Key.Chat.Id}|{m.Sender.Id}|{m.SaidAt.UtcDateTime:yyyyMMddHHmm}|{hash[..16]}"),
        };
    }

    public static IEnumerable<AttachmentRow> Attachments(IncomingMessage m) => m.Attachments.Select((a, position) => new AttachmentRow
    {
        MessageId = m.Id.Value,
        Position = position,
        Name = a.Name,
        BlobKey = a.Blob?.Hex,
        Kind = a.Kind,
        Bytes = a.Bytes,
        PlatformFile = a.PlatformFile,
        Width = a.Width,
        Height = a.Height,
    });

    public static IncomingMessage Message(MessageRow row, string text, IEnumerable<AttachmentRow> attachments) => new()
    {
        Id = new MessageId(row.Id),
        Key = new MessageKey(new ChatKey(row.Platform, row.ChatId), row.ExternalId, row.Revision),
        Event = row.Event,
        Sender = new AccountKey(row.Platform, row.SenderId),
        SenderName = row.SenderName,
        SaidAt = row.SaidAt,
        SaidAtSource = row.SaidAtSource,
        ReceivedAt = row.ReceivedAt,
        Text = text,
        Attachments = [.. attachments.OrderBy(a => a.Position).Select(Attachment)],
        Album = row.Album,
        Quotes = row.Quotes,
    };

    public static Attachment Attachment(AttachmentRow row) => new()
    {
        Name = row.Name,
        Blob = row.BlobKey is { } key ? BlobKey.Parse(key) : null,
        Kind = row.Kind,
        Bytes = row.Bytes,
        PlatformFile = row.PlatformFile,
        Width = row.Width,
        Height = row.Height,
    };
}
