using Bot.Domain.Reading;

namespace Bot.Domain.Messages;

/// <summary>The words around a place in a message, for people to recognise it by.</summary>
public static class Excerpt
{
    private const int Before = 18;
    private const int Behind = 12;
    private const int Longest = 60;

    /// <summary>One line around the span, private numbers covered; cut ends are marked with an ellipsis.</summary>
    public static string Around(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = PrivateNumbers.Mask(text);
        var middle = Math.Clamp(span.From, 0, shown.Length);
        var to = Math.Clamp(span.To, middle, Math.Min(shown.Length, middle + Longest));
        var from = Start(shown, middle);
        var end = End(shown, to);
        var words = shown[from..end].ReplaceLineEndings(" ").Trim();
        return (from > 0 ? "…" : "") + words + (end < shown.Length ? "…" : "");
    }

    private static int Start(string text, int at)
    {
        var from = Math.Max(0, at - Before);
        if (text.AsSpan(from, at - from).LastIndexOf('\n') is var line and >= 0)
            from += line + 1;
        return from > 0 && from < text.Length && char.IsLowSurrogate(text[from]) ? from - 1 : from;
    }

    private static int End(string text, int at)
    {
        var end = Math.Min(text.Length, at + Behind);
        if (text.AsSpan(at, end - at).IndexOf('\n') is var line and >= 0)
            end = at + line;
        return end < text.Length && end > 0 && char.IsLowSurrogate(text[end]) ? end + 1 : end;
    }
}
