namespace Bot.Domain.Reading;

/// <summary>A number with its measure word, as it stands in the folded text.</summary>
internal sealed record Quantity : IFound
{
    /// <summary>Where it begins, words of bound included (folded).</summary>
    public int From { get; set; }

    /// <summary>Where it ends, exclusive: measure word and 左右 included (folded).</summary>
    public int To { get; set; }

    /// <summary>The number.</summary>
    public Numeral Number { get; set; }

    /// <summary>The measure word as folded; empty for a bare share.</summary>
    public string Measure { get; set; } = string.Empty;

    /// <summary>What the measure counts.</summary>
    public MeasureClass Class { get; set; }

    /// <summary>The bound after everything around the number.</summary>
    public Bound Bound { get; set; }

    /// <summary>The stated number.</summary>
    public decimal Value => Number.Value;

    /// <summary>Whether it names no usable number.</summary>
    public bool Open => Number.Shape is NumeralShape.Range or NumeralShape.Vague;

    /// <summary>Whether the measure stands before the number: 场次：2.</summary>
    public bool Labelled { get; set; }

    int IFound.Place => Number.Core;

    int IFound.End => Number.Core;
}
