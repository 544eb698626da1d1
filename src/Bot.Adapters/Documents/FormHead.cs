namespace Bot.Adapters.Documents;

/// <summary>What the lines above and below a form's table ask of whoever hands it in.</summary>
internal sealed record FormHead
{
    /// <summary>填报单位.</summary>
    public required string Unit { get; init; }

    /// <summary>填报人, 联系人; empty: left blank.</summary>
    public string Contact { get; init; } = "";

    /// <summary>电话; empty: left blank.</summary>
    public string Phone { get; init; } = "";

    /// <summary>填报日期; null: left blank.</summary>
    public DateOnly? FilledOn { get; init; }
}
