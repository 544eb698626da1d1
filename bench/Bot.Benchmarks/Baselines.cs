using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Benchmarks;

/// <summary>
/// Two things that do much less than reading, to say what reading costs: neither knows slots, dates, negation, intention or
/// whose figure it is.
/// </summary>
internal static class Baselines
{
    /// <summary>Digits and a measure word after them, and nothing else.</summary>
    public const string Pattern = "[0-9]+(\\.[0-9]+)?(余|多)?(人次|人|名|位|场次|场|次|份|张|条|幅|块|件|个|家|处|项|户|期|篇|部)";

    private static readonly Regex Quantity = new(
        Pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly SearchValues<char> Numerals =
        SearchValues.Create("0123456789０１２３４５６７８９零〇一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟");

    /// <summary>How many matches the pattern has.</summary>
    public static int CountByRegex(string text) => Quantity.Count(text);

    /// <summary>How many runs of numeral characters there are, found with vector instructions.</summary>
    public static int CountByScan(ReadOnlySpan<char> text)
    {
        var runs = 0;
        for (int at; (at = text.IndexOfAny(Numerals)) >= 0; runs++)
        {
            text = text[at..];
            var end = text.IndexOfAnyExcept(Numerals);
            text = end < 0 ? default : text[end..];
        }

        return runs;
    }
}
