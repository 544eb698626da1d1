using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>A table a plan wants filled in.</summary>
public sealed record PlanForm
{
    /// <summary>Its name as printed.</summary>
    public required string Name { get; init; }

    /// <summary>Which attachment it is, from 1; 0: not listed.</summary>
    public required int Attachment { get; init; }

    /// <summary>Whether its content is printed in the plan.</summary>
    public required bool Printed { get; init; }

    /// <summary>Whether it names a liaison.</summary>
    public bool IsLiaison { get; init; }

    /// <summary>The headings of its columns; empty: it is no table of columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Its rows with blanks for figures and yes/no boxes; none: a form without figures (liaison form, ledger).</summary>
    public IReadOnlyList<FormRow> Rows { get; init; } = [];

    /// <summary>All blanks in reading order.</summary>
    public IEnumerable<Slot> Slots => Rows.SelectMany(row => row.Slots);
}
