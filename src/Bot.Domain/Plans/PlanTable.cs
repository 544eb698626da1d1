namespace Bot.Domain.Plans;

/// <summary>A table of a plan.</summary>
/// <param name="Rows">Its rows; each cell as printed, lines parted by line breaks.</param>
internal sealed record PlanTable(IReadOnlyList<IReadOnlyList<PlanCell>> Rows);

/// <summary>A cell.</summary>
/// <param name="Text">What is printed in it; of merged cells each has the text.</param>
/// <param name="Merged">Whether its text is that of the cell above or before.</param>
internal readonly record struct PlanCell(string Text, bool Merged = false)
{
    /// <summary>Whether its text is set in, below the one above.</summary>
    public bool IsIndented { get; init; }

    /// <summary>A cell of raw text.</summary>
    public static PlanCell Of(string raw, bool merged = false) =>
        new(raw.Trim(' ', '\u3000', '\u00A0', '\r', '\n'), merged) { IsIndented = raw.Length > 0 && (raw[0] == '\u3000' || raw.StartsWith("  ", StringComparison.Ordinal)) };

    /// <summary>Whether nothing is printed in it.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}
