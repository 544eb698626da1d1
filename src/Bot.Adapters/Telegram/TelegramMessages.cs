using System.Globalization;
using Bot.Adapters.Storage;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Telegram;

/// <summary>Step 2: an update becomes a message, a press, or a sign about the group. Pure: what it means for the database is told elsewhere.</summary>
internal static class TelegramMessages
{
    public const string Voice = "语音、录音听不了，请打字发。";
    public const string Anonymous = "您在用匿名管理员或频道的身份说话，认不出是谁，没有收下。请改用本人身份再发一次。";
    public const string Rich = "这种排版消息读不了，没有收下。请用普通文字再发一次。";

    /// <summary>The longest file Telegram lets bots fetch, in bytes.</summary>
    public const long LargestFile = 20_000_000;

    /// <summary>What the update says to this bot.</summary>
    /// <param name="update">As it came.</param>
    /// <param name="me">The bot itself.</param>
    /// <param name="id">The id of the message in the inbox.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="largest">The largest file that can be fetched, in bytes.</param>
    public static TelegramHeard Read(TelegramUpdate update, TelegramUser me, MessageId id, DateTimeOffset now, long largest = LargestFile) => update switch
    {
        { Message: { } said } => Read(said, me, id, now, largest, isEdit: false),
        { EditedMessage: { } edited } => Read(edited, me, id, now, largest, isEdit: true),
        { CallbackQuery: { } press } => Read(press, id, now),
        { MyChatMember: { Chat.IsGroup: true } change } => new TelegramHeard.Standing(change.Chat.Id, change.NewChatMember.IsIn, change.NewChatMember.IsAdmin),
        _ => new TelegramHeard.Nothing(),
    };

    /// <summary>The chat as the program names it.</summary>
    public static ChatKey Chat(TelegramChat chat) => chat.Type == "private"
        ? PrivateChats.Of(new AccountKey(Platform.Telegram, Number(chat.Id)))
        : new ChatKey(Platform.Telegram, Number(chat.Id));

    /// <summary>The id by which Telegram knows a chat of ours.</summary>
    public static long Id(ChatKey chat) => long.Parse(PrivateChats.Is(chat) ? chat.Id[PrivateChats.Prefix.Length..] : chat.Id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static TelegramHeard Read(TelegramMessage said, TelegramUser me, MessageId id, DateTimeOffset now, long largest, bool isEdit)
    {
        if (said.MigrateToChatId is { } to) return new TelegramHeard.Moved(said.Chat.Id, to);
        if (said.MigrateFromChatId is { } from) return new TelegramHeard.Moved(from, said.Chat.Id);
        if (said.Chat.Type == "channel" || said.IsAutomaticForward || said.From is null) return new TelegramHeard.Nothing();
        var chat = Chat(said.Chat);
        var key = Number(said.MessageId);
        var (files, tooLarge) = Files(said, largest);
        var text = said.Text ?? said.Caption ?? "";
        var hasContent = text.Length > 0 || files.Count > 0 || tooLarge is not null;
        if (said.SenderChat is not null) return hasContent && !isEdit ? new TelegramHeard.NotTaken(chat, key, Anonymous) : new TelegramHeard.Nothing();
        if (said.From.IsBot) return new TelegramHeard.Nothing();
        if (tooLarge is not null && text.Length == 0) return isEdit ? new TelegramHeard.Nothing() : new TelegramHeard.NotTaken(chat, key, TooLarge(tooLarge, largest));
        if (!hasContent) return !isEdit && Unheard(said) is { } why ? new TelegramHeard.NotTaken(chat, key, why) : new TelegramHeard.Nothing();
        if (Plain(text, said.Text is null ? said.CaptionEntities : said.Entities, me, said.Chat.IsGroup) is not { } plain) return new TelegramHeard.Nothing();
        var message = new IncomingMessage
        {
            Id = id, Key = new MessageKey(chat, key, 0), Event = isEdit ? MessageEvent.Edited : MessageEvent.Said,
            Sender = new AccountKey(Platform.Telegram, Number(said.From.Id)), SenderName = said.From.Name,
            SaidAt = DateTimeOffset.FromUnixTimeSeconds(said.Date), ReceivedAt = now,
            Text = plain, Attachments = files, Album = said.MediaGroupId, Quotes = Quoted(said),
        };
        return new TelegramHeard.Said(message, isEdit ? Math.Max(1, (said.EditDate ?? said.Date) - said.Date) : null, said.IsTopicMessage ? said.MessageThreadId : null);
    }

    private static TelegramHeard.Pressed Read(TelegramPress press, MessageId id, DateTimeOffset now)
    {
        if (press.Message is not { } below || press.Data is not { Length: > 0 } data) return new TelegramHeard.Pressed(null, press.Id);
        var quoted = Number(below.MessageId);
        var by = Number(press.From.Id);
        return new TelegramHeard.Pressed(
            new IncomingMessage
            {
                // One person presses one button of one message once, however often Telegram says so.
                Id = id, Key = new MessageKey(Chat(below.Chat), $"press-{quoted}-{by}-{data}", 0), Event = MessageEvent.Pressed,
                Sender = new AccountKey(Platform.Telegram, by), SenderName = press.From.Name, SaidAt = now, ReceivedAt = now, Text = data, Quotes = quoted,
            },
            press.Id, below.Chat.Type == "private" || below.ReplyToMessage?.From?.Id == press.From.Id);
    }

    // In a topic everything answers the topic's first message; only another one is meant.
    private static string? Quoted(TelegramMessage said) =>
        said.ReplyToMessage is { } reply && !(said.IsTopicMessage && reply.MessageId == said.MessageThreadId) ? Number(reply.MessageId) : null;

    private static string? Unheard(TelegramMessage said) =>
        said.Voice is not null || said.Audio is not null || said.VideoNote is not null ? Voice : said.RichMessage is not null ? Rich : null;

    private static string TooLarge(string name, long largest) =>
        $"文件“{FileName.Clean(name)}”超过{largest / 1_000_000}MB，在这里取不到，未收下；请压缩后再发，或用网页群聊上传。";

    private static (IReadOnlyList<Attachment> Files, string? TooLarge) Files(TelegramMessage said, long largest)
    {
        if (said.Photo is { Count: > 0 } sizes)
        {
            var photo = sizes.MaxBy(p => (long)p.Width * p.Height)!;
            return ([new Attachment { Name = "照片.jpg", Kind = MediaKind.Jpeg, Bytes = photo.FileSize ?? 0, PlatformFile = Handle(photo.FileUniqueId, photo.FileId), Width = photo.Width, Height = photo.Height }], null);
        }

        if ((said.Animation ?? said.Document ?? said.Video) is not { } file) return ([], null);
        var name = file.FileName ?? (said.Video is not null ? "视频.mp4" : "文件");
        return file.FileSize > largest ? ([], name)
            : ([new Attachment { Name = FileName.Clean(name), Bytes = file.FileSize ?? 0, PlatformFile = Handle(file.FileUniqueId, file.FileId) }], null);
    }

    private static string Handle(string unique, string file) => $"{unique}|{file}";

    // /progress@TheBot … is meant for that bot; a code in a link comes as /start CODE.
    private static string? Plain(string text, IReadOnlyList<TelegramEntity>? entities, TelegramUser me, bool inGroup)
    {
        if (entities?.FirstOrDefault(e => e is { Type: "bot_command", Offset: 0 }) is not { } command || command.Length > text.Length) return text;
        var word = text[..command.Length];
        var at = word.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && !word.AsSpan(at + 1).Equals(me.Username, StringComparison.OrdinalIgnoreCase)) return null;
        var (name, rest) = (at < 0 ? word : word[..at], text[command.Length..]);
        return name == "/start" && rest.Trim().Length > 0 ? (inGroup ? "绑定" : "登记") + rest : name + rest;
    }
}
