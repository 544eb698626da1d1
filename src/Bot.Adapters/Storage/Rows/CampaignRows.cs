using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Bot.Domain.Returns;

namespace Bot.Adapters.Storage.Rows;

// Plans, immutable revisions, dues and returns.
/// <summary>A plan handed in: its file, or the campaign it is made after, and what people said otherwise than it was read.</summary>
internal sealed class PlanRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }

    /// <summary>The title as it is now, for lists.</summary>
    public string Title { get; set; } = "";

    /// <summary>The file; null: it is made after another campaign.</summary>
    public string? BlobKey { get; set; }

    public string FileName { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
    public Guid? CreatedBy { get; set; }
    public DraftState State { get; set; }

    /// <summary>The corrections in their order, as JSON.</summary>
    public string Corrections { get; set; } = "[]";

    /// <summary>The campaign it is made after, in which revision, for which year; null: it has a file.</summary>
    public string? AfterCampaign { get; set; }

    public int? AfterRevision { get; set; }
    public int? ForYear { get; set; }

    /// <summary>What was made of it.</summary>
    public string? CampaignId { get; set; }

    public int? Revision { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public Guid? EndedBy { get; set; }
}

/// <summary>An activated campaign, never changed again; records and dues cite it.</summary>
internal sealed class RevisionRow
{
    public Guid OfficeId { get; set; }
    public string CampaignId { get; set; } = "";
    public int Number { get; set; }
    public string Title { get; set; } = "";

    /// <summary>The campaign file as it was activated.</summary>
    public string Source { get; set; } = "";

    public string SourceHash { get; set; } = "";
    public Guid? PlanId { get; set; }
    public DateTimeOffset ActivatedAt { get; set; }
    public Guid? ActivatedBy { get; set; }
    public DateTimeOffset? ArchivedAt { get; set; }
}

internal sealed class DueRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public string CampaignId { get; set; } = "";
    public int Revision { get; set; }
    public string ObligationId { get; set; } = "";
    public ObligationKind Kind { get; set; }
    public Guid UnitId { get; set; }

    /// <summary>The plan's own deadline day: the occurrence.</summary>
    public DateOnly Occurrence { get; set; }

    public DateOnly WindowFrom { get; set; }

    /// <summary>The last day that counts: the plan's, the office's earlier one, or the one it was moved to.</summary>
    public DateOnly Deadline { get; set; }

    /// <summary>The last instant that counts.</summary>
    public DateTimeOffset ClosesAt { get; set; }

    public DueState State { get; set; }
    public Guid? MetBySubmissionId { get; set; }
    public DateTimeOffset? MetAt { get; set; }

    /// <summary>When the state last changed, by the program's clock.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    public string? ExcusedBecause { get; set; }
    public Guid? ExcusedBy { get; set; }
    public DateTimeOffset? ExcusedAt { get; set; }
}

/// <summary>A deadline that was moved for all its units (延期).</summary>
internal sealed class DeadlineMoveRow
{
    public Guid OfficeId { get; set; }
    public string CampaignId { get; set; } = "";
    public string ObligationId { get; set; } = "";
    public DateOnly Occurrence { get; set; }
    public DateOnly MovedTo { get; set; }
    public string Because { get; set; } = "";
    public Guid MovedBy { get; set; }
    public DateTimeOffset MovedAt { get; set; }
}

/// <summary>What the office set for an obligation of its own accord: push policy, schedule, earlier days, cut-off.</summary>
internal sealed class ObligationSettingRow
{
    public Guid OfficeId { get; set; }
    public string CampaignId { get; set; } = "";
    public string ObligationId { get; set; } = "";

    /// <summary>The settings as JSON.</summary>
    public string Settings { get; set; } = "";

    public DateTimeOffset SetAt { get; set; }
    public Guid SetBy { get; set; }
}

/// <summary>A step of an occurrence in one chat that was queued, sent or skipped; its key is written once.</summary>
internal sealed class PushRow
{
    public Guid OfficeId { get; set; }

    /// <summary><see cref="Domain.Reminders.PushKey"/> as text.</summary>
    public string Key { get; set; } = "";

    public PushKind Kind { get; set; }
    public string CampaignId { get; set; } = "";
    public string ObligationId { get; set; } = "";
    public DateOnly Occurrence { get; set; }
    public DateOnly Deadline { get; set; }
    public string Step { get; set; } = "";
    public Platform Platform { get; set; }

    /// <summary>The chat; empty: it was decided before any chat was concerned.</summary>
    public string ChatId { get; set; } = "";

    public DateTimeOffset PlannedAt { get; set; }
    public DateTimeOffset DecidedAt { get; set; }
    public PushState State { get; set; }
    public SkipReason? Reason { get; set; }

    /// <summary>The outbox message it went into with others of its instant.</summary>
    public string? MessageKey { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The units it named when it was sent.</summary>
    public List<Guid> Units { get; set; } = [];

    /// <summary>Who asked for it (催报); null: the policy did.</summary>
    public Guid? AskedBy { get; set; }

    /// <summary>For figures and prefilled forms: a hash of what was told, to see whether it changed.</summary>
    public string? Fingerprint { get; set; }
}

internal enum PushState
{
    Queued,
    Sent,
    Skipped,
}

internal sealed class ReturnRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public string CampaignId { get; set; } = "";
    public int Revision { get; set; }

    /// <summary>The form; null: a summary in words.</summary>
    public string? FormId { get; set; }

    /// <summary>The unit it is of; null: the whole office.</summary>
    public Guid? UnitId { get; set; }

    public int Version { get; set; }
    public ReturnState State { get; set; }
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }
    public int UnitsReported { get; set; }
    public int UnitsExpected { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public Guid? ConfirmedBy { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The due it answers; null: made for another end.</summary>
    public string? ObligationId { get; set; }

    public DateOnly? Occurrence { get; set; }

    /// <summary>The draft in words (总结); null: a form only.</summary>
    public string? Draft { get; set; }

    /// <summary>A hash of its figures and words.</summary>
    public string? Fingerprint { get; set; }
}

/// <summary>The bookings a return is frozen to.</summary>
internal sealed class ReturnBookingRow
{
    public Guid ReturnId { get; set; }
    public Guid BookingId { get; set; }
    public Guid OfficeId { get; set; }
}

/// <summary>What a return was handed in as.</summary>
internal sealed class DeliverableRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public Guid ReturnId { get; set; }
    public DeliverableKind Kind { get; set; }
    public string? BlobKey { get; set; }
    public DateTimeOffset At { get; set; }
}

internal enum DeliverableKind
{
    File,
    Paper,
    StampedScan,
}
