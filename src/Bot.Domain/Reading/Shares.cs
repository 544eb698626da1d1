namespace Bot.Domain.Reading;

/// <summary>Shares of a whole: 89.8%, 百分之九十, 九成, 三分之二. They are quantities, but never fill a slot.</summary>
internal static class Shares
{
    /// <summary>Reads the share a numeral belongs to.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Numeral number, out Quantity share)
    {
        share = null!;
        if (number.Shape == NumeralShape.Fraction)
        {
            share = Of(number, number.From, number.To, number.Value, string.Empty);
            return true;
        }

        if (number.Shape == NumeralShape.Number && number.To < text.Length && text[number.To] == '成' && number.Value is > 0 and < 10
            && (number.To + 1 >= text.Length || text[number.To + 1] is '以' or '左' or '多' or '，' or '。' or ';' or ',' or '、' or ')' or '五' or '的' or '\n'))
        {
            var half = number.To + 1 < text.Length && text[number.To + 1] == '五' ? 5 : 0;
            share = Of(number, number.From, number.To + 1 + (half / 5), (number.Value * 10) + half, "%");
            return true;
        }

        return false;
    }

    /// <summary>Reads 百分之…, which begins with a bare hundred.</summary>
    public static bool TryPercent(ReadOnlySpan<char> text, int at, out Quantity share)
    {
        share = null!;
        if (!text[at..].StartsWith("百分之"))
            return false;
        var from = at + 3;
        if (from < text.Length && text[from] == '百')
        {
            share = Of(new Numeral { From = at, Core = at, To = from + 1, Value = 100, Upper = 100 }, at, from + 1, 100, "%");
            return true;
        }

        if (from >= text.Length || !NumeralCore.TryRead(text, from, out var core) || core.Absurd)
            return false;
        share = Of(new Numeral { From = at, Core = at, To = core.At, Value = core.Value, Upper = core.Value }, at, core.At, core.Value, "%");
        return true;
    }

    private static Quantity Of(Numeral number, int from, int to, decimal value, string measure) => new()
    {
        From = from, To = to, Number = number with { Value = value, Upper = value }, Measure = measure, Class = MeasureClass.Percent,
        Bound = number.Bound,
    };
}
