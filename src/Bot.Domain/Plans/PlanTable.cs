namespace Bot.Domain.Plans;

/// <summary>A table of a plan.</summary>
/// <param name="Rows">Its rows; each cell as printed, lines parted by line breaks.</param>
internal sealed record PlanTable(IReadOnlyList<IReadOnlyList<PlanCell>> Rows);

/// <summary>A cell.</summary>
/// <param name="Text">What is printed in it; of merged cells each has the text.</param>
/// <param name="Merged">Whether its text is that of the cell above or before.</param>
internal readonly record struct PlanCell(string Text, bool Merged = false)
{
    /// <summary>Whether nothing is printed in it.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}
