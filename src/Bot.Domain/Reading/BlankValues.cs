namespace Bot.Domain.Reading;

/// <summary>Reads what is written in a blank: the number, and the bound with what stands around the bracket.</summary>
internal sealed class BlankValues(MarkedText text)
{
    /// <summary>The number in a blank, or null.</summary>
    public Numeral? Value(WrittenBlank blank)
    {
        var words = text.Source.Text[..blank.ValueTo];
        for (var at = blank.ValueFrom; at < blank.ValueTo; at++)
        {
            if ((NumeralWords.Starts(words[at]) || NumeralWords.Unit(words[at]) > 0) && Numerals.TryRead(words, at, out var number))
                return number;
        }

        return null;
    }

    /// <summary>The bound with what stands around the bracket: 约（120）人次, （120）余人次, （120）人次左右.</summary>
    public Bound BoundAround(WrittenBlank blank, Bound bound)
    {
        if (bound != Bound.Exact)
            return bound;
        var words = text.Source.Text;
        BoundsBehind.Read(words, blank.To, ref bound);
        if (bound == Bound.Exact && blank.MeasureFrom > blank.ValueTo && words[blank.MeasureFrom - 1] is '余' or '多')
            return Bound.Over;
        return bound != Bound.Exact || blank.From == 0 ? bound : words[blank.From - 1] switch
        {
            '约' => Bound.About,
            '近' => Bound.Under,
            '超' or '逾' => Bound.Over,
            _ => bound,
        };
    }
}
