namespace Bot.Domain.Organisation;

/// <summary>A community, village, office or enterprise that reports (填报单位).</summary>
public sealed record Unit
{
    /// <summary>Its id.</summary>
    public required UnitId Id { get; init; }

    /// <summary>Its official name.</summary>
    public required string Name { get; init; }

    /// <summary>Its place in the official order, counted from 1.</summary>
    public required int Order { get; init; }

    /// <summary>Its type as the office calls it: 社区, 村, 科室, 企业.</summary>
    public string Type { get; init; } = "";

    /// <summary>The unit it belongs to, if any.</summary>
    public UnitId? Parent { get; init; }

    /// <summary>Other names people use for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The first day it takes part; null: from the start.</summary>
    public DateOnly? JoinedOn { get; init; }

    /// <summary>The first day it no longer takes part; null: it does.</summary>
    public DateOnly? ClosedOn { get; init; }
}
