using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Tests.Storage;

/// <summary>Messages for tests.</summary>
internal static class Said
{
    public static readonly ChatKey Chat = new(Platform.Telegram, "-1001");

    public static IncomingMessage Text(UuidV7 ids, string id, string text, DateTimeOffset at, ChatKey? chat = null, int revision = 0) => new()
    {
        Id = new MessageId(ids.Next()), Key = new MessageKey(chat ?? Chat, id, revision), Sender = new AccountKey(Platform.Telegram, "42"),
        Event = revision == 0 ? MessageEvent.Said : MessageEvent.Edited, SenderName = "安全员", SaidAt = at, ReceivedAt = at, Text = text,
    };

    public static IncomingMessage Photo(UuidV7 ids, string id, BlobKey blob, DateTimeOffset at) => Text(ids, id, "", at) with
    {
        Attachments = [new Attachment { Name = "照片.jpg", Blob = blob, Kind = MediaKind.Jpeg, Bytes = 10, Width = 4, Height = 3 }],
    };
}
