using Bot.Domain.Organisation;

namespace Bot.Adapters.WebChat;

/// <summary>Who looks at the page.</summary>
public sealed record Viewer
{
    /// <summary>Whose conversation it is.</summary>
    public required OfficeId Office { get; init; }

    /// <summary>Their id.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Their account on the page.</summary>
    public required AccountKey Account { get; init; }

    /// <summary>The name shown.</summary>
    public required string Name { get; init; }

    /// <summary>What they may do.</summary>
    public required Role Role { get; init; }

    /// <summary>The units they report for, joined for display; empty: none.</summary>
    public string UnitNames { get; init; } = "";

    /// <summary>The IANA zone of their office.</summary>
    public string Zone { get; init; } = "Asia/Shanghai";

    /// <summary>Counted up when the person's links are revoked: sessions of an older count are over.</summary>
    public int SessionEpoch { get; init; }

    /// <summary>Whether they run campaigns.</summary>
    public bool IsAdmin => Role is Role.Admin or Role.Owner;
}
