namespace Bot.Domain.Reading;

/// <summary>
/// The grammar of written numbers with what bounds them: 近150余, 上百, 一百二十多, 数十, 三四十, 30-40, 两至三, 500+.
/// Linear: each character is looked at a fixed number of times.
/// </summary>
internal static class Numerals
{
    // Words before a number that bound it, longest first; they are looked for backwards from the number.
    private static readonly (string Word, Bound Bound)[] Before =
    [
        ("不少于", Bound.Over), ("不低于", Bound.Over), ("不下于", Bound.Over), ("差不多", Bound.About),
        ("超过", Bound.Over), ("超出", Bound.Over), ("突破", Bound.Over), ("至少", Bound.Over), ("不下", Bound.Over), ("多达", Bound.Over),
        ("将近", Bound.Under), ("接近", Bound.Under), ("不足", Bound.Under), ("不到", Bound.Under), ("至多", Bound.Under), ("最多", Bound.Under),
        ("大约", Bound.About), ("大概", Bound.About), ("约有", Bound.About), ("约为", Bound.About), ("估计", Bound.About), ("大致", Bound.About),
        ("逾", Bound.Over), ("超", Bound.Over), ("近", Bound.Under), ("约", Bound.About), ("小", Bound.Under), ("上", Bound.Over), ("过", Bound.Over),
        ("破", Bound.Over),
    ];

    private static readonly string BeforeEnds = string.Concat(Before.Select(pair => pair.Word[^1]).Distinct());

    /// <summary>Reads the number that begins at a position, words of bound before it included.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        if (TryVague(text, at, out numeral))
            return true;
        if (!NumeralCore.TryRead(text, at, out var core))
            return false;
        var from = Bounded(text, at, core.Bare, out var bound);
        var (to, value, upper) = (core.At, core.Value, core.Upper);
        if (core.Absurd)
        {
            numeral = new Numeral { From = at, Core = at, To = to, Value = 0, Upper = 0, Shape = NumeralShape.Absurd, Digits = true };
            return true;
        }

        var shape = upper > value ? NumeralShape.Range : NumeralShape.Number;
        if (TryFraction(text, at, to, value, out numeral))
            return true;
        var after = Suffix(text, ref to, ref value, ref shape, ref bound);
        if (core.Bare && from == at && !after)
            return Hundreds(text, at, core, out numeral);
        if (value >= 10 && to < text.Length && text[to] == '几' && shape == NumeralShape.Number)
            (shape, upper, to) = (NumeralShape.Vague, value + 9, to + 1); // 十几, 二十几
        numeral = new Numeral
        {
            From = from, Core = at, To = to, Value = value, Upper = shape == NumeralShape.Number ? value : upper, Bound = bound, Shape = shape,
            Digits = char.IsAsciiDigit(text[at]), Pointed = core.Pointed,
        };
        if (shape == NumeralShape.Vague)
            numeral = numeral with { Value = value + 1 };
        else if (shape == NumeralShape.Number)
            TryRange(text, ref numeral);
        return true;
    }

    // 数十, 几百, 几: no number in it.
    private static bool TryVague(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        if (text[at] is not ('几' or '数') || (at > 0 && text[at - 1] is '人' or '次' or '总' or '个' or '参' or '份' or '分' or '件'))
            return false;
        var (unit, to) = (1L, at + 1);
        for (; to < text.Length && NumeralWords.Unit(text[to]) is > 0 and var next && text[to] != 'w'; to++)
            unit *= next;
        if (unit == 1 && text[at] == '数')
            return false;
        var (value, shape, bound) = (2m * unit, NumeralShape.Vague, Bound.Exact);
        Suffix(text, ref to, ref value, ref shape, ref bound);
        numeral = new Numeral { From = at, Core = at, To = to, Value = 2m * unit, Upper = 9m * unit, Shape = NumeralShape.Vague };
        return true;
    }

    // 百八十, 百十: a bare hundred with more behind it is a manner of speaking.
    private static bool Hundreds(ReadOnlySpan<char> text, int at, NumeralCore core, out Numeral numeral)
    {
        numeral = new Numeral { From = at, Core = at, To = core.At, Value = 100, Upper = 200, Shape = NumeralShape.Vague };
        return core.At > at + 1 && text[at] == '百' && core.Value > 100;
    }

    private static bool TryFraction(ReadOnlySpan<char> text, int at, int to, decimal value, out Numeral numeral)
    {
        numeral = default;
        if (to + 2 >= text.Length || text[to] != '分' || text[to + 1] != '之' || value == 0 || !NumeralCore.TryRead(text, to + 2, out var over))
            return false;
        numeral = new Numeral
        {
            From = at, Core = at, To = over.At, Value = over.Value / value, Upper = over.Value / value, Shape = NumeralShape.Fraction,
        };
        return true;
    }

    /// <summary>Takes 余, 多, 来, + behind a number, and a 万 that follows them (二百三十余万).</summary>
    private static bool Suffix(ReadOnlySpan<char> text, ref int to, ref decimal value, ref NumeralShape shape, ref Bound bound)
    {
        if (to >= text.Length || text[to] is not ('余' or '多' or '来' or '+' or '把'))
            return false;
        if (text[to] == '来' && to + 1 < text.Length && text[to + 1] is '自' or '到' or '源' or '访')
            return false;
        if (text[to] == '把' && value is not (100 or 1000 or 10_000))
            return false;
        bound = text[to] is '来' or '把' ? Bound.About : Bound.Over;
        to++;
        while (to < text.Length && NumeralWords.Unit(text[to]) is >= 10_000 and var unit && text[to] != 'w')
        {
            value *= unit;
            to++;
        }

        return true;
    }

    private static void TryRange(ReadOnlySpan<char> text, ref Numeral numeral)
    {
        var at = numeral.To;
        if (at < text.Length && text[at] is '-' or '~' or '至' or '到')
            at++;
        if (at == numeral.To || at >= text.Length || !NumeralCore.TryRead(text, at, out var end) || end.Absurd || end.Bare)
            return;
        var (to, value, shape, bound) = (end.At, end.Value, NumeralShape.Range, Bound.Exact);
        Suffix(text, ref to, ref value, ref shape, ref bound);
        // 3-5万: the unit belongs to both.
        var lower = numeral.Value < value && numeral.Value < 100 && value >= 10_000 ? numeral.Value * 10_000 : numeral.Value;
        if (lower >= value)
            return;
        numeral = numeral with { To = to, Value = lower, Upper = value, Shape = NumeralShape.Range };
    }

    private static int Bounded(ReadOnlySpan<char> text, int at, bool bare, out Bound bound)
    {
        var end = at;
        while (end > 0 && text[end - 1] is ' ' or '有' or '达' or '了')
            end--;
        bound = Bound.Exact;
        if (end == 0 || !BeforeEnds.Contains(text[end - 1], StringComparison.Ordinal))
            return at;
        foreach (var (word, means) in Before)
        {
            if (!text[..end].EndsWith(word) || (word.Length == 1 && !SingleBounds(text, end - 1, bare)))
                continue;
            bound = means;
            return end - word.Length;
        }

        return at;
    }

    // 上, 过, 破 bound only a bare unit (上百, 过千); 小 not in 大小, 中小; 近 not in 附近, 最近.
    private static bool SingleBounds(ReadOnlySpan<char> text, int at, bool bare)
    {
        var before = at > 0 ? text[at - 1] : '\0';
        return text[at] switch
        {
            '上' => bare && before is not ('以' or '早' or '晚'),
            '过' or '破' => bare,
            '小' => before is not ('大' or '中' or '幼' or '九' or '三' or '缩' or '最' or '较'),
            '近' => before is not ('附' or '最' or '就' or '临' or '靠' or '邻' or '远'),
            '约' => before is not ('节' or '预' or '签' or '邀' or '公' or '条' or '违' or '集'),
            '超' => before is not ('商' or '高' or '反'),
            _ => true,
        };
    }
}
