using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Organisation;
using Bot.Domain.Plans;

namespace Bot.Adapters.Plans;

/// <summary>A plan handed in, for a list.</summary>
internal sealed record PlanEntry
{
    public required DraftId Id { get; init; }

    /// <summary>Its title; empty: none was found.</summary>
    public required string Title { get; init; }

    /// <summary>The file's name as its sender called it; empty: it is made after another campaign.</summary>
    public required string FileName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who handed it in; empty: gone.</summary>
    public required string By { get; init; }

    public required DraftState State { get; init; }

    /// <summary>When it was activated or put away; null: it is open.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>What was made of it; null: nothing yet.</summary>
    public required RevisionId? Made { get; init; }
}

/// <summary>A plan handed in with what was understood of it.</summary>
internal sealed record PlanSheet
{
    public required OfficeId Office { get; init; }
    public required PlanEntry Entry { get; init; }

    /// <summary>As the program reads it.</summary>
    public required PlanReading Read { get; init; }

    /// <summary>With what people said otherwise.</summary>
    public required PlanReading Reading { get; init; }

    public required IReadOnlyList<PlanCorrection> Corrections { get; init; }

    /// <summary>The campaign it is made after; null: it has a file.</summary>
    public required RevisionId? After { get; init; }

    /// <summary>The stored file; null: none.</summary>
    public required string? Blob { get; init; }

    /// <summary>Whether it can be corrected.</summary>
    public bool IsOpen => Entry.State == DraftState.Draft;
}
