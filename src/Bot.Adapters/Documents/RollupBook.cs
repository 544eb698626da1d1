using Bot.Adapters.Console;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>What goes into a workbook.</summary>
internal sealed record RollupBook
{
    /// <summary>The filled forms.</summary>
    public required IReadOnlyList<Rollup> Rollups { get; init; }

    /// <summary>The records of a form, read while they are written: there may be a hundred thousand.</summary>
    public required Func<Rollup, IAsyncEnumerable<RecordLine>> Records { get; init; }

    /// <summary>Who owed what when, by what is asked; none: there is no such sheet.</summary>
    public IReadOnlyList<DueMatrix> Dues { get; init; } = [];
}
