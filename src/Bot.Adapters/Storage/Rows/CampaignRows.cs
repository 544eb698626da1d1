using Bot.Domain.Campaigns;

namespace Bot.Adapters.Storage.Rows;

// Plans, immutable revisions, dues and returns.
internal sealed class PlanRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public string Title { get; set; } = "";
    public string? BlobKey { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
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

    /// <summary>The instant it closes, after the office's earlier day or a move.</summary>
    public DateTimeOffset ClosesAt { get; set; }

    public DateOnly? MovedTo { get; set; }
    public Guid? MovedBy { get; set; }
    public string? MovedBecause { get; set; }
    public DueState State { get; set; }
    public Guid? MetBySubmissionId { get; set; }
    public DateTimeOffset? MetAt { get; set; }
    public string? ExcusedBecause { get; set; }
}

internal enum DueState
{
    Open,
    Met,
    Late,
    Excused,
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
}

internal enum ReturnState
{
    Draft,
    UnitConfirmed,
    Reviewed,
    Signed,
    HandedUp,
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
