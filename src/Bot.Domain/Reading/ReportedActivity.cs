using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>An activity as a message tells it.</summary>
public sealed record ReportedActivity
{
    /// <summary>The unit it is reported for as the message writes it; null: the sender's own.</summary>
    public string? Unit { get; init; }

    /// <summary>The days it took place on; empty where the message names none.</summary>
    public IReadOnlyList<DaySpan> Days { get; init; } = [];

    /// <summary>Its numbers.</summary>
    public required IReadOnlyList<Component> Components { get; init; }

    /// <summary>The words that tell it.</summary>
    public required TextSpan Span { get; init; }
}
