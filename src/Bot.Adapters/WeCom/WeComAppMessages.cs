using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Bot.Adapters.Storage;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Adapters.WeCom;

/// <summary>Step 2 for the application of one's own (document 90239): its XML becomes a message of a private chat, or a press. Pure.</summary>
internal static class WeComAppMessages
{
    /// <summary>What the ids of its messages begin with: answers go back through the application.</summary>
    public const string Prefix = "app-";

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1 << 20 };

    /// <summary>The encrypted text of an envelope; null: it is none.</summary>
    public static string? Encrypted(string xml) => Parse(xml)?.Element("Encrypt")?.Value;

    /// <summary>What it says.</summary>
    /// <param name="xml">The opened message.</param>
    /// <param name="id">The id of the message in the inbox.</param>
    /// <param name="now">Now (UTC).</param>
    public static WeComHeard Read(string xml, MessageId id, DateTimeOffset now)
    {
        if (Parse(xml) is not { } said || Text(said, "FromUserName") is not { Length: > 0 } by) return new WeComHeard.Nothing();
        var account = new AccountKey(Platform.WeCom, by);
        var message = new IncomingMessage
        {
            Id = id, Key = new MessageKey(PrivateChats.Of(account), Prefix + Text(said, "MsgId"), 0), Sender = account, SenderName = by, ReceivedAt = now,
            SaidAt = long.TryParse(Text(said, "CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(at) : now,
        };
        if (Text(said, "MsgType") == "event") return Event(said, message);
        if (Text(said, "MsgId").Length == 0) return new WeComHeard.Nothing();
        return Text(said, "MsgType") switch
        {
            "text" when Text(said, "Content").Trim() is { Length: > 0 } words => new WeComHeard.Said(message with { Text = words }, null, null),
            "image" => File(said, message, "照片.jpg", MediaKind.Jpeg),
            "video" => File(said, message, "视频.mp4", null),
            "voice" => new WeComHeard.NotTaken(message, null, "语音听不了，请打字发。"),
            _ => new WeComHeard.Nothing(),
        };
    }

    private static WeComHeard File(XElement said, IncomingMessage message, string name, MediaKind? kind) => Text(said, "MediaId") is { Length: > 0 } media
        ? new WeComHeard.Said(message with { Attachments = [new Attachment { Name = name, Kind = kind, PlatformFile = WeComHandle.Of(media) }] }, null, null)
        : new WeComHeard.Nothing();

    // Events have no id, and two may share a second: all that tells them apart makes one.
    private static WeComHeard Event(XElement said, IncomingMessage message)
    {
        if (Text(said, "Event") != "template_card_event" || Chosen(said) is not { Length: > 0 } key || key == WeComMessages.UsedButton) return new WeComHeard.Nothing();
        var all = string.Join('|', Text(said, "TaskId"), message.Sender.Id, key, Text(said, "AgentID"));
        var id = $"{Prefix}press-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 12))}";
        return new WeComHeard.Said(message with { Event = MessageEvent.Pressed, Key = message.Key with { Id = id }, Text = key, Quotes = Text(said, "TaskId") }, null, null);
    }

    private static string Chosen(XElement said) => Text(said, "EventKey") is var key && key != WeComMessages.SubmitButton ? key
        : said.Descendants("OptionId").FirstOrDefault()?.Value ?? "";

    private static string Text(XElement said, string name) => said.Element(name)?.Value ?? "";

    private static XElement? Parse(string xml)
    {
        try
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, Safe);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
