using Bot.Domain.Organisation;

namespace Bot.Adapters.WebChat;

/// <summary>Who looks at the page.</summary>
internal sealed record Viewer
{
    public required OfficeId Office { get; init; }
    public required PersonId Person { get; init; }
    public required AccountKey Account { get; init; }
    public required string Name { get; init; }
    public required Role Role { get; init; }

    /// <summary>The units they report for, joined for display; empty: none.</summary>
    public string UnitNames { get; init; } = "";

    /// <summary>The IANA zone of their office.</summary>
    public string Zone { get; init; } = "Asia/Shanghai";

    public bool IsAdmin => Role is Role.Admin or Role.Owner;
}
