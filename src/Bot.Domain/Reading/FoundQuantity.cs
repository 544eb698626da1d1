namespace Bot.Domain.Reading;

/// <summary>A quantity in a text.</summary>
public sealed record FoundQuantity
{
    /// <summary>The stated number; of a range the lower end.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range or of a vague number (几十), else null.</summary>
    public decimal? Upper { get; init; }

    /// <summary>The measure word; empty for a bare share.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether it took place.</summary>
    public required QuantityStatus Status { get; init; }

    /// <summary>How the number stands to the true one.</summary>
    public Bound Bound { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }
}
