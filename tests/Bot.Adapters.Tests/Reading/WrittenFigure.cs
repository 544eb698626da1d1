using System.Globalization;
using Bot.Domain.Reading;

namespace Bot.Adapters.Tests.Reading;

/// <summary>What somebody writes into a blank.</summary>
/// <param name="Words">As written.</param>
/// <param name="Value">What it means; null: no figure.</param>
/// <param name="Bound">How the figure stands to the true one.</param>
internal readonly record struct WrittenFigure(string Words, decimal? Value, Bound Bound)
{
    private static readonly string[] Nothing = ["", "", "", "", " ", "  ", "/", "无", "—"];

    /// <summary>A figure, or nothing.</summary>
    public static WrittenFigure Any(Random random)
    {
        var value = random.Next(4) switch { 0 => random.Next(1, 10), 1 => random.Next(10, 100), 2 => random.Next(100, 1000), _ => random.Next(1000, 20_000) };
        var digits = value.ToString(CultureInfo.InvariantCulture);
        return random.Next(16) switch
        {
            0 or 1 or 2 => new WrittenFigure(Nothing[random.Next(Nothing.Length)], null, Bound.Exact),
            3 => new WrittenFigure(random.Next(2) == 0 ? "0" : "零", 0, Bound.Exact),
            4 => new WrittenFigure("约" + digits, value, Bound.About),
            5 when value >= 10 => new WrittenFigure(digits + (random.Next(2) == 0 ? "余" : "多"), value, Bound.Over),
            6 when value >= 10 => new WrittenFigure("近" + digits, value, Bound.Under),
            7 or 8 => new WrittenFigure(string.Concat(digits.Select(c => (char)(c - '0' + '０'))), value, Bound.Exact),
            9 or 10 => new WrittenFigure(Chinese(value), value, Bound.Exact),
            11 when value >= 1000 => new WrittenFigure(value.ToString("N0", CultureInfo.InvariantCulture), value, Bound.Exact),
            _ => new WrittenFigure(digits, value, Bound.Exact),
        };
    }

    private static string Chinese(int value)
    {
        const string Digits = "零一二三四五六七八九";
        var (words, zero, begun) = ("", false, false);
        foreach (var (unit, name) in new[] { (10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = value / unit % 10;
            if (digit == 0)
            {
                zero = begun;
                continue;
            }

            words += (zero ? "零" : "") + (digit == 1 && unit == 10 && !begun ? "" : Digits[digit].ToString()) + name;
            (zero, begun) = (false, true);
        }

        return words;
    }
}
