using Bot.Domain.Organisation;

namespace Bot.Domain.Reminders;

/// <summary>One step of one occurrence in one chat, decided: queued with others of its instant, or skipped.</summary>
public sealed record PushEntry
{
    /// <summary>What makes it unique.</summary>
    public required PushKey Key { get; init; }

    /// <summary>What it pushes.</summary>
    public required PushKind Kind { get; init; }

    /// <summary>When it was planned for (UTC).</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>The message it goes into; null: skipped.</summary>
    public string? MessageKey { get; init; }

    /// <summary>Why it is not sent; null: it is.</summary>
    public SkipReason? Skipped { get; init; }

    /// <summary>The units it is about; those that report before it is sent are left out then.</summary>
    public IReadOnlyList<UnitId> Units { get; init; } = [];

    /// <summary>Who asked for it (催报); null: the policy did.</summary>
    public PersonId? AskedBy { get; init; }
}
