using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Console;

/// <summary>Who has handed in what of one obligation: units × occurrences.</summary>
internal sealed record DueMatrix
{
    public required OfficeCampaign Campaign { get; init; }
    public required Obligation Obligation { get; init; }

    /// <summary>The occurrences in order of their deadlines.</summary>
    public required IReadOnlyList<DueColumn> Columns { get; init; }

    /// <summary>The units, each behind the one it belongs to.</summary>
    public required IReadOnlyList<DueLine> Lines { get; init; }

    /// <summary>The lines of some units alone, with how their own dues stand.</summary>
    public DueMatrix For(IReadOnlySet<UnitId> units)
    {
        var lines = Lines.Where(line => units.Contains(line.Unit.Id)).ToList();
        return this with { Lines = lines, Columns = [.. Columns.Index().Select(c => c.Item with { Stands = Stands(lines.Select(line => line.Cells[c.Index])) })] };
    }

    private static DueRates Stands(IEnumerable<DueCell?> cells)
    {
        var counts = cells.Where(cell => cell is not null).CountBy(cell => cell!.Mark).ToDictionary();
        return new DueRates(
            counts.GetValueOrDefault(DueMark.Met), counts.GetValueOrDefault(DueMark.Late),
            counts.GetValueOrDefault(DueMark.Waiting) + counts.GetValueOrDefault(DueMark.Missing), counts.GetValueOrDefault(DueMark.Excused));
    }
}

/// <summary>One occurrence.</summary>
internal sealed record DueColumn
{
    /// <summary>The plan's own day: the occurrence's name.</summary>
    public required DateOnly Day { get; init; }

    public required DateOnly WindowFrom { get; init; }

    /// <summary>The last day that counts.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>The last instant that counts (UTC).</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>Where the deadline was moved (延期): what is known of it; null: it stands as planned.</summary>
    public required DueMove? Move { get; init; }

    /// <summary>How its dues stand.</summary>
    public required DueRates Stands { get; init; }
}

/// <summary>Why and by whom a deadline was moved.</summary>
internal sealed record DueMove(string Because, string By, DateTimeOffset At);

/// <summary>A unit's dues, one for each occurrence; null: it owes nothing there.</summary>
internal sealed record DueLine(Unit Unit, int Depth, IReadOnlyList<DueCell?> Cells);

/// <summary>One due as it is shown.</summary>
internal sealed record DueCell
{
    public required DueId Id { get; init; }
    public required DueMark Mark { get; init; }

    /// <summary>The submission behind it; null: none, or a confirmed Return.</summary>
    public required SubmissionId? MetBy { get; init; }

    /// <summary>When that was said (UTC).</summary>
    public required DateTimeOffset? MetAt { get; init; }

    /// <summary>Why it is excused.</summary>
    public required string? Because { get; init; }

    /// <summary>Whether an admin can take the excuse back: not where the unit is gone or nobody owes it any more.</summary>
    public required bool CanReopen { get; init; }
}

/// <summary>How a due stands at an instant.</summary>
internal enum DueMark
{
    /// <summary>已报.</summary>
    Met,

    /// <summary>补报.</summary>
    Late,

    /// <summary>待报: the deadline is ahead.</summary>
    Waiting,

    /// <summary>未报: the deadline is past.</summary>
    Missing,

    /// <summary>免报.</summary>
    Excused,
}
