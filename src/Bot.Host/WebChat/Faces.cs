using System.Globalization;

namespace Bot.Host.WebChat;

/// <summary>A face for somebody without a picture: a colour and a character, always the same for a name.</summary>
internal static class Faces
{
    private const uint Hues = 8;
    private const int LongestName = 4;

    public static string Hue(string name)
    {
        var hash = 17u;
        foreach (var c in name)
            hash = unchecked((hash * 31) + c);
        return "hue-" + (hash % Hues).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The last character of a Chinese name, as phones show it; the first of what is longer, such as a post.</summary>
    public static string Initial(string name)
    {
        var shown = DisplayText.Line(name).Trim();
        if (shown.Length == 0)
            return "？";
        var starts = StringInfo.ParseCombiningCharacters(shown);
        return starts.Length <= LongestName ? shown[starts[^1]..] : shown[..starts[1]];
    }
}
