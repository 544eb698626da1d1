using System.Globalization;
using System.Text;

namespace Bot.Domain.Gathering;

/// <summary>File names from people, made safe to show and to offer for saving. They never become a path of ours.</summary>
public static class FileName
{
    /// <summary>The longest clean name, in UTF-16 units.</summary>
    public const int MaxLength = 80;

    private const string Nameless = "未命名文件";
    private const int LongestExtension = 8;

    /// <summary>
    /// The last part of the name without anything that hides, reorders or reaches: no folders, control and format
    /// characters (right-to-left overrides, zero-width ones), lone surrogates or characters Windows forbids; at most
    /// <see cref="MaxLength"/> long, the ending kept; never empty, never a device name. Cleaning twice changes nothing.
    /// </summary>
    public static string Clean(string? raw)
    {
        var name = Visible(LastPart(raw ?? ""));
        if (name.Length == 0)
            return Nameless;
        if (IsDevice(name))
            name = "_" + name;
        return name.Length > MaxLength ? Shorten(name) : name;
    }

    private static ReadOnlySpan<char> LastPart(string raw)
    {
        // From the end, so that a megabyte of name costs no more than its last part; trailing separators do not count.
        var whole = raw.AsSpan().TrimEnd("/\\ ");
        return whole[(whole.LastIndexOfAny('/', '\\') + 1)..];
    }

    private static string Visible(ReadOnlySpan<char> part)
    {
        var kept = new StringBuilder(Math.Min(part.Length, 256));
        foreach (var rune in part.EnumerateRunes())
        {
            if (IsHidden(rune))
                continue;
            if (Rune.IsWhiteSpace(rune))
            {
                if (kept.Length > 0 && kept[^1] != ' ')
                    kept.Append(' ');
            }
            else
            {
                kept.Append(rune.IsAscii && "<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
            }
        }

        return kept.ToString().Trim(' ', '.');
    }

    // A lone surrogate is enumerated as U+FFFD, which goes with the rest.
    private static bool IsHidden(Rune rune) =>
        rune == Rune.ReplacementChar
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Shorten(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= LongestExtension ? name[dot..] : "";
        var room = MaxLength - ending.Length - 1;
        if (char.IsHighSurrogate(name[room - 1]))
            room--;
        return name[..room].TrimEnd(' ', '.') + "…" + ending;
    }

    private static bool IsDevice(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ').ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || (stem.Length == 4 && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal))
                && char.IsAsciiDigit(stem[3]));
    }
}
