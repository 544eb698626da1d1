using System.Globalization;

namespace Bot.Domain.Plans;

/// <summary>Whole numbers as plans write them: 25, 二十五, 二〇二四.</summary>
internal static class ChineseNumber
{
    private const string Spelled = "零一二三四五六七八九";

    /// <summary>The number, or null where the words are none; between 0 and 9999.</summary>
    public static int? Of(ReadOnlySpan<char> words)
    {
        if (words.Length is 0 or > 6)
            return null;
        if (char.IsAsciiDigit(words[0]))
            return int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return words.IndexOfAny('十', '百') < 0 ? Row(words) : Counted(words);
    }

    /// <summary>Whether a character may stand in such a number.</summary>
    public static bool Holds(char c) => char.IsAsciiDigit(c) || c is '十' or '百' || Digit(c) >= 0;

    private static int Digit(char c) => c is '〇' or '○' ? 0 : c == '两' ? 2 : Spelled.IndexOf(c, StringComparison.Ordinal);

    private static int? Row(ReadOnlySpan<char> words)
    {
        var value = 0;
        foreach (var c in words)
        {
            if (Digit(c) < 0)
                return null;
            value = value * 10 + Digit(c);
        }

        return value;
    }

    private static int? Counted(ReadOnlySpan<char> words)
    {
        var (value, waiting) = (0, -1);
        foreach (var c in words)
        {
            if (c is '十' or '百')
            {
                value += (waiting < 0 ? 1 : waiting) * (c == '十' ? 10 : 100);
                waiting = -1;
            }
            else if (Digit(c) >= 0)
            {
                waiting = Digit(c);
            }
            else
            {
                return null;
            }
        }

        return value + Math.Max(0, waiting);
    }
}
