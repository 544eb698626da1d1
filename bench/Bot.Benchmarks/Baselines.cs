using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Benchmarks;

/// <summary>
/// Two things that do much less than reading, to say what reading costs: neither knows slots, dates, negation, intention or
/// whose figure it is.
/// </summary>
internal static class Baselines
{
    /// <summary>Every numeral, ASCII, full-width or Chinese, with its thousands, decimals, 万 and 亿, and a measure word after it.</summary>
    public const string Pattern =
        "([0-9０-９]+([,，][0-9０-９]{3})*([.．][0-9０-９]+)?[十百千万亿]*|[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+)"
        + "(余|多|来)? ?(人次|人|名|位|场次|场|次|期|堂|份|张|条|幅|块|件|册|本|个|家|处|项|户|篇|部|台|套|面|支|所|辆|栋|分钟|小时|天|年|元|%|％)";

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
