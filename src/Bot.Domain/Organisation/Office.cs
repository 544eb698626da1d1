namespace Bot.Domain.Organisation;

/// <summary>Who runs campaigns (街道应急办).</summary>
public sealed record Office
{
    /// <summary>Its id.</summary>
    public required OfficeId Id { get; init; }

    /// <summary>Its name as people write it.</summary>
    public required string Name { get; init; }

    /// <summary>The upper office, if any.</summary>
    public OfficeId? Parent { get; init; }

    /// <summary>The IANA zone its days are counted in.</summary>
    public string Zone { get; init; } = "Asia/Shanghai";
}
