namespace Bot.Domain.Organisation;

/// <summary>A person reports for a unit, for a time (联络员).</summary>
public sealed record Liaison
{
    /// <summary>Who.</summary>
    public required PersonId Person { get; init; }

    /// <summary>For which unit.</summary>
    public required UnitId Unit { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; null: still.</summary>
    public DateOnly? To { get; init; }

    /// <summary>May report figures.</summary>
    public bool MayReport { get; init; } = true;

    /// <summary>May confirm what is handed in.</summary>
    public bool MayConfirm { get; init; }

    /// <summary>Stands in for another (B岗).</summary>
    public bool Deputy { get; init; }
}
