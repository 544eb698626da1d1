namespace Bot.Domain.Reading;

/// <summary>How much a numeral says.</summary>
internal enum NumeralShape
{
    /// <summary>One number, possibly with a bound: 一百二十余.</summary>
    Number,

    /// <summary>Two numbers: 30-40, 三四十, 3至5.</summary>
    Range,

    /// <summary>No usable number: 数十, 几百, 十几.</summary>
    Vague,

    /// <summary>A share: 三分之二.</summary>
    Fraction,

    /// <summary>Digits that are no number anybody counts with: too many, or parted by several points.</summary>
    Absurd,
}

/// <summary>A written number.</summary>
internal readonly record struct Numeral
{
    /// <summary>Where it begins, words of bound before it included.</summary>
    public required int From { get; init; }

    /// <summary>Where the bare number begins.</summary>
    public required int Core { get; init; }

    /// <summary>Where it ends, exclusive; 余, 多, 来 and + included.</summary>
    public required int To { get; init; }

    /// <summary>The stated number; of a range the lower end.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range, else the value.</summary>
    public required decimal Upper { get; init; }

    /// <summary>How it stands to the true number.</summary>
    public Bound Bound { get; init; }

    /// <summary>How much it says.</summary>
    public NumeralShape Shape { get; init; }

    /// <summary>Whether it begins with an ASCII digit.</summary>
    public bool Digits { get; init; }

    /// <summary>Whether it has a point in it: 6.13 may be a day.</summary>
    public bool Pointed { get; init; }
}
