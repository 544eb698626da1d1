namespace Bot.Domain.Questions;

/// <summary>To whom a message in a group is said, as far as it says so.</summary>
/// <param name="Text">The message without the name it begins with.</param>
/// <param name="ToBot">The bot is named: @安全月助手, 助手，…</param>
/// <param name="ToOthers">Somebody else is: @张三, @所有人.</param>
public readonly record struct Addressee(string Text, bool ToBot, bool ToOthers)
{
    private static readonly string[] Names = ["安全月小助手", "安全月助手", "小助手", "助手", "机器人"];

    /// <summary>Reads it. Bots are called 助手 or 机器人; on Telegram their names end in bot.</summary>
    public static Addressee Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.Trim();
        var toBot = false;
        while (rest.Length > 0 && rest[0] is '@' or '＠')
        {
            var end = 1;
            while (end < rest.Length && !char.IsWhiteSpace(rest[end]) && rest[end] is not ('，' or ',' or '：' or ':')) end++;
            if (!IsBot(rest[1..end])) break;
            toBot = true;
            rest = Behind(rest, end);
        }

        foreach (var name in Names)
        {
            if (!rest.StartsWith(name, StringComparison.Ordinal) || rest.Length == name.Length || rest[name.Length] is not ('，' or ',' or '：' or ':' or ' ')) continue;
            (toBot, rest) = (true, Behind(rest, name.Length));
            break;
        }

        return new Addressee(rest, toBot, rest.AsSpan().ContainsAny('@', '＠'));
    }

    private static bool IsBot(string name) =>
        name.Contains("助手", StringComparison.Ordinal) || name.Contains("机器人", StringComparison.Ordinal) || name.EndsWith("bot", StringComparison.OrdinalIgnoreCase);

    private static string Behind(string text, int at) => text[at..].TrimStart(' ', '　', '，', ',', '：', ':', '\u2005');
}
