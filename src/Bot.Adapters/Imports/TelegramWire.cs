using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bot.Adapters.Imports;

/// <summary>One message of a Telegram export. Fields it does not know are passed over.</summary>
internal static class TelegramWire
{
    private const string Gone = "已注销的帐号";
    private static readonly string[] Unheard = ["voice_message", "video_message", "sticker", "audio_file"];

    public static LogItem Read(JsonElement message, string chat, long line, TimeZoneInfo zone)
    {
        if (message.ValueKind != JsonValueKind.Object) return new LogItem.Skipped(line, SkipReasons.Service);
        if (Text(message, "type") is not "message") return new LogItem.Skipped(line, SkipReasons.Service);
        if (!message.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.Number || !id.TryGetInt64(out var number)) return new LogItem.Broken(line, "这条消息没有编号，没有读。");
        if (At(message, "date_unixtime", "date", zone) is not { } at) return new LogItem.Broken(line, "这条消息没有时间，没有读。");
        var words = Words(message);
        var (files, leftOut) = Files(message);
        if (words.Length == 0 && files.Count == 0 && leftOut == 0)
        {
            var unheard = Text(message, "media_type") is { } media && Unheard.Contains(media);
            return new LogItem.Skipped(line, unheard || message.TryGetProperty("location_information", out _) ? SkipReasons.NotHeard : SkipReasons.NoWords);
        }

        var name = Text(message, "from") is { Length: > 0 } shown ? shown : Gone;
        return new LogItem.Said(new SaidMessage
        {
            Id = Id(chat, number), SenderId = Sender(message) ?? name, SenderName = name, At = at, Text = words, Files = files, FilesLeftOut = leftOut,
            Answers = message.TryGetProperty("reply_to_message_id", out var answered) && answered.ValueKind == JsonValueKind.Number && answered.TryGetInt64(out var to) ? Id(chat, to) : null,
            Edited = message.TryGetProperty("edited", out _) || message.TryGetProperty("edited_unixtime", out _), Line = line,
        });
    }

    private static string Id(string chat, long number) => FormattableString.Invariant($"tg{chat}-{number}");

    // Older exports write the bare number.
    private static string? Sender(JsonElement message) => !message.TryGetProperty("from_id", out var id) ? null : id.ValueKind switch
    {
        JsonValueKind.String => id.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => $"user{id.GetRawText()}",
        _ => null,
    };

    private static DateTimeOffset? At(JsonElement message, string unix, string written, TimeZoneInfo zone)
    {
        if (message.TryGetProperty(unix, out var seconds))
        {
            var digits = seconds.ValueKind == JsonValueKind.String ? seconds.GetString() : seconds.GetRawText();
            if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var since) && since is > 0 and < 253_402_300_800) return DateTimeOffset.FromUnixTimeSeconds(since);
        }

        // Older exports have only the clock of the computer that exported.
        return DateTime.TryParseExact(Text(message, written), "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year >= 2000
            ? LocalTimes.Utc(local, zone) : null;
    }

    // Text is a string, or a list of strings and marked pieces.
    private static string Words(JsonElement message)
    {
        if (!message.TryGetProperty("text", out var text)) return "";
        if (text.ValueKind == JsonValueKind.String) return Sound(text);
        if (text.ValueKind != JsonValueKind.Array) return "";
        var words = new StringBuilder();
        foreach (var piece in text.EnumerateArray())
        {
            if (piece.ValueKind == JsonValueKind.String) words.Append(Sound(piece));
            else if (piece.ValueKind == JsonValueKind.Object) words.Append(Text(piece, "text"));
        }

        return words.ToString();
    }

    private static (IReadOnlyList<string> Files, int LeftOut) Files(JsonElement message)
    {
        if (Text(message, "media_type") is { } media && Unheard.Contains(media)) return ([], 0);
        var named = new[] { Text(message, "photo"), Text(message, "file") }.OfType<string>().Where(f => f.Length > 0).ToList();

        // In the place of a path: (File not included. Change data exporting settings to download.)
        return ([.. named.Where(f => f[0] != '(')], named.Count(f => f[0] == '('));
    }

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? Sound(value) : null;

    // An escape may name half a surrogate pair, which is no text.
    private static string Sound(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
