namespace Bot.Domain.Reading;

/// <summary>A number with its measure word, as it stands in the folded text.</summary>
internal sealed record Quantity
{
    /// <summary>Where it begins, words of bound included (folded).</summary>
    public required int From { get; init; }

    /// <summary>Where it ends, exclusive: measure word and 左右 included (folded).</summary>
    public required int To { get; init; }

    /// <summary>The number.</summary>
    public required Numeral Number { get; init; }

    /// <summary>The measure word as folded; empty for a bare share.</summary>
    public required string Measure { get; init; }

    /// <summary>What the measure counts.</summary>
    public required MeasureClass Class { get; init; }

    /// <summary>The bound after everything around the number.</summary>
    public Bound Bound { get; init; }

    /// <summary>The stated number.</summary>
    public decimal Value => Number.Value;

    /// <summary>Whether it names no usable number.</summary>
    public bool Open => Number.Shape is NumeralShape.Range or NumeralShape.Vague;

    /// <summary>Whether the measure stands before the number: 场次：2.</summary>
    public bool Labelled { get; init; }
}
