namespace Bot.Domain.Campaigns;

/// <summary>One blank of an official form (填报项).</summary>
public sealed record Slot
{
    /// <summary>The measure of a yes/no box.</summary>
    public const string YesNo = "是否";

    /// <summary>The lasting name.</summary>
    public required SlotId Id { get; init; }

    /// <summary>What is printed before the blank, its head first where the words alone would not tell (<c>开展疏散演练 · 参与</c>).</summary>
    public required string Phrase { get; init; }

    /// <summary>The measure word printed behind the blank (场, 人次, 条/份), or <see cref="YesNo"/>.</summary>
    public required string Measure { get; init; }

    /// <summary>How reports make the total.</summary>
    public required Aggregate Aggregate { get; init; }

    /// <summary>Whether the form asks for evidence (需附佐证) with this figure.</summary>
    public bool NeedsEvidence { get; init; }

    /// <summary>The unit types asked for this figure; empty: all.</summary>
    public IReadOnlyList<string> UnitTypes { get; init; } = [];

    /// <summary>Whether the slot takes no more figures; it keeps its name and its past.</summary>
    public bool Retired { get; init; }
}
