namespace Bot.Domain.Campaigns;

/// <summary>A hand-in the plan asks of its addressees (报送要求).</summary>
public sealed record Obligation
{
    /// <summary>The lasting name within the campaign, such as <c>weekly-material</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of thing.</summary>
    public required ObligationKind Kind { get; init; }

    /// <summary>
    /// What a thing of another kind, or a regular report, is called in the plan (隐患排查清单, 安全运行日报): people name it so,
    /// and hand it in under that name.
    /// Null: its kind tells, or its subject.
    /// </summary>
    public string? Thing { get; init; }

    /// <summary>What it is about: 安全生产月, 沈阳行 …</summary>
    public required string Subject { get; init; }

    /// <summary>When.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>The hour of the deadline day, where the plan says one; null: 24:00.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>The form to fill in, where there is one.</summary>
    public FormId? Form { get; init; }

    /// <summary>What it must consist of.</summary>
    public Asked Asks { get; init; }

    /// <summary>The unit types it is asked of; empty: all.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Where it is to be handed in, in the plan's own words (各社区安全员联络群).</summary>
    public string? Where { get; init; }
}
