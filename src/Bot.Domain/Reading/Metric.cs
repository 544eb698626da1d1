using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>What a message reports for one slot and unit in total: its components folded.</summary>
public sealed record Metric
{
    /// <summary>The blank.</summary>
    public required SlotId Slot { get; init; }

    /// <summary>The sum of the components.</summary>
    public required decimal Value { get; init; }

    /// <summary>The bound of the sum.</summary>
    public Bound Bound { get; init; }

    /// <summary>Whether every component was implied.</summary>
    public bool Implied { get; init; }

    /// <summary>The unit as written; null: the sender's own.</summary>
    public string? Unit { get; init; }

    /// <summary>The first component's place.</summary>
    public required TextSpan Span { get; init; }
}
