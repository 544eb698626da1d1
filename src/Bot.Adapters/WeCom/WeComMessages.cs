using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Adapters.Storage;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Adapters.WeCom;

/// <summary>Step 2: what an AI bot hears becomes a message, a press, or a sign. Pure: what it means for the database is told elsewhere.</summary>
internal static class WeComMessages
{
    /// <summary>A button that answers nothing: what a used card shows.</summary>
    public const string UsedButton = "used";

    /// <summary>The button below a list: what counts is what was picked.</summary>
    public const string SubmitButton = "submit";

    public const string QuotedWords = "引用里的文字看不出是谁说的，没有记。请把文字复制出来，@我再发一次；引用的照片已收下。";
    public const string OnlyQuotedWords = "引用里的文字看不出是谁说的，没有记。请把文字复制出来，@我再发一次。";
    public const string OnlyName = "在。@我再写上做了什么就行，例如：@我 6月6日应急演练1场，60人参加。发“帮助”看全部说明。";

    /// <summary>What it says to this bot.</summary>
    /// <param name="said">As it came.</param>
    /// <param name="names">The bot's names.</param>
    /// <param name="id">The id of the message in the inbox.</param>
    /// <param name="now">Now (UTC).</param>
    public static WeComHeard Read(WeComSaid said, IReadOnlyList<string> names, MessageId id, DateTimeOffset now)
    {
        if (said.Msgtype == "stream") return said.Stream is { Id.Length: > 0 } stream ? new WeComHeard.Asked(stream.Id) : new WeComHeard.Nothing();
        if (said.Msgtype == "event") return Event(said, id, now);
        if (said.From is not { Userid.Length: > 0 } || said.Msgid.Length == 0 || (said.IsGroup && said.Chatid is not { Length: > 0 })) return new WeComHeard.Nothing();
        var message = Bare(said, id, now);
        var text = WeComAddress.Strip(Words(said), names, said.IsGroup);
        IReadOnlyList<Attachment> files = [.. Files(said), .. said.Quote is { } quoted ? Files(quoted) : []];
        var isQuotingWords = text.Length == 0 && said.Quote is { } q && Words(q).Trim().Length > 0;
        if (files.Count == 0 && isQuotingWords) return new WeComHeard.NotTaken(message, said.ResponseUrl, OnlyQuotedWords);
        if (files.Count == 0 && text.Length == 0) return IsKnown(said.Msgtype) ? new WeComHeard.NotTaken(message, said.ResponseUrl, OnlyName) : new WeComHeard.Nothing();
        return new WeComHeard.Said(message with { Text = text, Attachments = files }, said.ResponseUrl, isQuotingWords ? QuotedWords : null);
    }

    /// <summary>The chat as the program names it.</summary>
    public static ChatKey Chat(WeComSaid said) =>
        said.IsGroup ? new ChatKey(Platform.WeCom, said.Chatid!) : PrivateChats.Of(new AccountKey(Platform.WeCom, said.From!.Userid));

    /// <summary>The member on the other side of a private chat, or the group, as WeCom knows it.</summary>
    public static string Id(ChatKey chat) => PrivateChats.Is(chat) ? chat.Id[PrivateChats.Prefix.Length..] : chat.Id;

    private static bool IsKnown(string type) => type is "text" or "mixed" or "image" or "voice" or "file" or "video";

    private static IncomingMessage Bare(WeComSaid said, MessageId id, DateTimeOffset now)
    {
        var by = said.From!.Userid;
        return new IncomingMessage
        {
            // Members are known by their id only; WeCom tells neither their name nor, as a rule, when they spoke.
            Id = id, Key = new MessageKey(Chat(said), said.Msgid, 0), Sender = new AccountKey(Platform.WeCom, by), SenderName = by, ReceivedAt = now,
            SaidAt = said.CreateTime is > 0 and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(said.CreateTime.Value) : now,
            SaidAtSource = said.CreateTime is > 0 and < 253402300800 ? SaidAtSource.Platform : SaidAtSource.Received,
        };
    }

    private static string Words(WeComSaid said) => said.Msgtype switch
    {
        "text" => said.Text?.Content ?? "",
        "voice" => said.Voice?.Content ?? "", // transcribed by WeCom
        "mixed" => string.Join('\n', (said.Mixed?.MsgItem ?? []).Select(Words).Where(w => w.Length > 0)),
        _ => "",
    };

    private static IEnumerable<Attachment> Files(WeComSaid said) => said.Msgtype switch
    {
        "image" => File(said.Image, "照片.jpg", MediaKind.Jpeg),
        "file" => File(said.File, "文件", null),
        "video" => File(said.Video, "视频.mp4", null),
        "mixed" => (said.Mixed?.MsgItem ?? []).SelectMany(Files),
        _ => [],
    };

    private static IEnumerable<Attachment> File(WeComMedia? media, string name, MediaKind? kind) =>
        media?.Url is { Length: > 0 } url
        ? [new Attachment { Name = name, Kind = kind, PlatformFile = WeComHandle.Of(url, media.Aeskey) }]
        : [];

    // What an event brings lies under its own name, or flat beside it.
    private static WeComHeard Event(WeComSaid said, MessageId id, DateTimeOffset now)
    {
        var type = Value(said.Event, "eventtype");
        var content = type is not null && said.Event![type] is JsonObject own ? own : said.Event;
        switch (type)
        {
            case "disconnected_event":
                return new WeComHeard.Displaced();
            case "enter_chat":
                return new WeComHeard.Entered();
            case "template_card_event" when said.From is { Userid.Length: > 0 } && Chosen(content) is { Length: > 0 } key && key != UsedButton:
                var bare = Bare(said, id, now);
                var task = Value(content, "task_id") ?? "";
                // One person presses one button of one card once, however often WeCom says so.
                var press = bare with { Event = MessageEvent.Pressed, Key = bare.Key with { Id = $"press-{Short(task + "|" + bare.Sender.Id + "|" + key)}" }, Text = key, Quotes = task };
                return new WeComHeard.Said(press, said.ResponseUrl, null);
            default:
                return new WeComHeard.Nothing();
        }
    }

    private static string? Chosen(JsonObject? content)
    {
        if (Value(content, "event_key") is not SubmitButton) return Value(content, "event_key");
        var picked = (content!["selected_items"] as JsonObject)?["selected_item"] as JsonArray;
        return picked is [JsonObject first, ..] && (first["option_ids"] as JsonObject)?["option_id"] is JsonArray and [JsonValue id, ..] && id.TryGetValue<string>(out var text) ? text : null;
    }

    private static string? Value(JsonObject? content, string name) => content is not null && content[name] is JsonValue one && one.TryGetValue<string>(out var text) ? text : null;

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
