using Bot.Domain.Messages;

namespace Bot.Domain.Replies;

/// <summary>Receipts that have to wait in a busy chat go out as one message: each with the name of whose report it answers, in their order.</summary>
public static class JoinedReceipts
{
    /// <summary>How many may be behind the first.</summary>
    public const int Most = 40;

    /// <summary>The longest message they become, in UTF-16 units: what people still read, and less than any platform takes.</summary>
    public const int Longest = 1800;

    /// <summary>Whether it can be told together with others: a receipt that asks nothing and brings nothing.</summary>
    public static bool MayJoin(OutgoingMessage message) => message is { Kind: OutgoingKind.Receipt, Buttons.Count: 0, Files.Count: 0, Dues.Count: 0 };

    /// <summary>The first with as many of those behind it as it can take.</summary>
    /// <param name="first">The one that is to go now.</param>
    /// <param name="behind">Those behind it, in order.</param>
    /// <param name="whose">Who said the message of that id; null: not known.</param>
    /// <returns>The message, and how many of those behind are told by it; none: it goes as it is.</returns>
    public static (OutgoingMessage Message, int Joined) Join(OutgoingMessage first, IReadOnlyList<OutgoingMessage> behind, Func<string, string?> whose)
    {
        var text = new System.Text.StringBuilder(Line(first, whose));
        var joined = 0;
        foreach (var next in behind.TakeWhile(MayJoin).Take(Most))
        {
            var line = Line(next, whose);
            if (text.Length + 1 + line.Length > Longest) break;
            text.Append('\n').Append(line);
            joined++;
        }

        return joined == 0 ? (first, 0) : (first with { Text = text.ToString(), Quotes = null, IsQuiet = false }, joined);
    }

    // What was joined before has its names already, and answers nobody alone.
    private static string Line(OutgoingMessage message, Func<string, string?> whose) =>
        message.Quotes is { } said && whose(said) is { Length: > 0 } name ? $"{name}：{message.Text}" : message.Text;
}
