namespace Bot.Domain.Organisation;

/// <summary>Somebody the office knows.</summary>
public sealed record Person
{
    /// <summary>Their id.</summary>
    public required PersonId Id { get; init; }

    /// <summary>The name shown in the group.</summary>
    public required string Name { get; init; }

    /// <summary>What they may do.</summary>
    public required Role Role { get; init; }

    /// <summary>Their account on the platform at hand.</summary>
    public required AccountKey Account { get; init; }

    /// <summary>The units they report for on the day asked about, in official order.</summary>
    public IReadOnlyList<Unit> Units { get; init; } = [];

    /// <summary>For an admin, the units whose subtrees they run; empty: the whole office.</summary>
    public IReadOnlyList<UnitId> Runs { get; init; } = [];

    /// <summary>Whether they got their first, long receipt already.</summary>
    public bool Greeted { get; init; }

    /// <summary>Whether they run campaigns.</summary>
    public bool IsAdmin => Role is Role.Admin or Role.Owner;
}
