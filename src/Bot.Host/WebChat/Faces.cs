using System.Globalization;

namespace Bot.Host.WebChat;

/// <summary>A face for somebody without a picture: a colour and a character, always the same for a name.</summary>
internal static class Faces
{
    private const uint Hues = 8;

    public static string Hue(string name)
    {
        var hash = 17u;
        foreach (var c in name)
            hash = unchecked((hash * 31) + c);
        return "hue-" + (hash % Hues).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The last character of a Chinese name, as phones show it.</summary>
    public static string Initial(string name)
    {
        var shown = DisplayText.Line(name).Trim();
        if (shown.Length == 0)
            return "？";
        var last = StringInfo.ParseCombiningCharacters(shown)[^1];
        return shown[last..];
    }
}
