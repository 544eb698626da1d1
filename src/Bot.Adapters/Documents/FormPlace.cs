namespace Bot.Adapters.Documents;

/// <summary>Where a form stands in a plan's Word file, counted as <see cref="DocxContent"/> reads it.</summary>
internal abstract record FormPlace
{
    private FormPlace() { }

    /// <summary>A table with the lines that belong to it above and below.</summary>
    /// <param name="Number">From 1, as in the place of its cells (表1第2行第3格).</param>
    public sealed record Table(int Number) : FormPlace;

    /// <summary>A run of blocks, title and notes included: a form without a table, or one whose lines are known.</summary>
    /// <param name="First">The first block, from 0.</param>
    /// <param name="Last">The last one.</param>
    public sealed record Blocks(int First, int Last) : FormPlace;
}
