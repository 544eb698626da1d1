using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;

namespace Bot.Domain.Ledger;

/// <summary>A recorded activity of a unit, with its figures as they stand now (活动记录).</summary>
public sealed record ActivityRecord
{
    /// <summary>Its id.</summary>
    public required ActivityId Id { get; init; }

    /// <summary>The campaign.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>The unit.</summary>
    public required UnitId Unit { get; init; }

    /// <summary>The days it took place on, as told; empty: none told.</summary>
    public required IReadOnlyList<DaySpan> Days { get; init; }

    /// <summary>The day it was said, in the office's zone; stands in where no day was told.</summary>
    public required DateOnly SaidOn { get; init; }

    /// <summary>Whose it is.</summary>
    public ActivityScope Scope { get; init; }

    /// <summary>What kind of statement.</summary>
    public required ActivityOrigin Origin { get; init; }

    /// <summary>The submission that told it.</summary>
    public required SubmissionId Submission { get; init; }

    /// <summary>Who told it; null: not known yet.</summary>
    public PersonId? Reporter { get; init; }

    /// <summary>The hash of the folded text that told it (see <c>TextHash</c>).</summary>
    public required string TextHash { get; init; }

    /// <summary>When it was recorded (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it holds in each slot now; a slot taken back holds 0.</summary>
    public required IReadOnlyList<RecordedFigure> Figures { get; init; }

    /// <summary>Whether it was taken back as a whole.</summary>
    public bool TakenBack { get; init; }

    /// <summary>The last day it is known to have taken place on, or the day it was said.</summary>
    public DateOnly LastDay => Days.Count == 0 ? SaidOn : Days.Max(d => d.To);
}
