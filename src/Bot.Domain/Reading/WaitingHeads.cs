namespace Bot.Domain.Reading;

/// <summary>Heads told before what they came for (folded positions).</summary>
internal sealed record WaitingHeads
{
    /// <summary>The figure.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>What they are called where no activity takes them.</summary>
    public required string Label { get; init; }

    /// <summary>The unit they are told of; null: the sender's own.</summary>
    public required string? Unit { get; init; }

    /// <summary>The sentence in which their activity must follow.</summary>
    public required int Sentence { get; init; }

    /// <summary>Where the words around the figure begin.</summary>
    public required int Before { get; init; }

    /// <summary>Where they end.</summary>
    public required int Behind { get; init; }

    /// <summary>Whether their word can be one for staff: at a visit they are no attendance.</summary>
    public required bool Staff { get; init; }

    /// <summary>Whether they are said to serve: they are no attendance.</summary>
    public required bool Serving { get; init; }
}
