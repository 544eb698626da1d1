using Bot.Domain.Checking;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Reading;

namespace Bot.Adapters.Storage.Rows;

/// <summary>A campaign-neutral fact.</summary>
internal sealed class ActivityRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public string CampaignId { get; set; } = "";
    public int Revision { get; set; }

    /// <summary>The told days, ISO, joined by commas; empty: none told.</summary>
    public string Days { get; set; } = "";

    public DateOnly LastDay { get; set; }
    public DateOnly SaidOn { get; set; }
    public ActivityScope Scope { get; set; }
    public ActivityOrigin Origin { get; set; }
    public Guid SubmissionId { get; set; }
    public Guid? ReporterId { get; set; }
    public string TextHash { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public DateTimeOffset? TakenBackAt { get; set; }

    /// <summary>The same-event link: activities of several units that were one event share it; a rollup counts it once.</summary>
    public Guid? EventId { get; set; }
}

internal sealed class ActivityUnitRow
{
    public Guid ActivityId { get; set; }
    public Guid UnitId { get; set; }
    public Guid OfficeId { get; set; }
}

/// <summary>An immutable signed delta. Never updated, never deleted.</summary>
internal sealed class BookingRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public string CampaignId { get; set; } = "";
    public int Revision { get; set; }
    public Guid UnitId { get; set; }
    public string SlotId { get; set; } = "";
    public DateOnly Day { get; set; }

    /// <summary>The signed change in thousandths of the slot's measure, so that sums are exact in every database.</summary>
    public long Thousandths { get; set; }

    public Bound Bound { get; set; }
    public bool Implied { get; set; }
    public BookingCause Cause { get; set; }
    public Guid ActivityId { get; set; }
    public Guid SubmissionId { get; set; }
    public Guid MessageId { get; set; }
    public int SpanFrom { get; set; }
    public int SpanTo { get; set; }
    public string Rule { get; set; } = "";
    public DateTimeOffset At { get; set; }
}

internal sealed class RemarkRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public Guid SubmissionId { get; set; }
    public string CampaignId { get; set; } = "";
    public Guid UnitId { get; set; }
    public CheckCode Code { get; set; }
    public Guid? ActivityId { get; set; }
    public string? SlotId { get; set; }
    public long? Thousandths { get; set; }
    public Bound Bound { get; set; }
    public int? SpanFrom { get; set; }
    public int? SpanTo { get; set; }
    public bool Blocks { get; set; }
    public DateTimeOffset At { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public Guid? SettledBy { get; set; }
    public string? Answer { get; set; }
}

/// <summary>What a transaction locks before it decides: one row per campaign and unit, locked in id order.</summary>
internal sealed class LedgerLockRow
{
    public Guid OfficeId { get; set; }
    public string CampaignId { get; set; } = "";
    public Guid UnitId { get; set; }
    public long Version { get; set; }
}

internal sealed class OutboxRow
{
    public long Seq { get; set; }
    public string Key { get; set; } = "";
    public Guid OfficeId { get; set; }
    public Platform Platform { get; set; }
    public string ChatId { get; set; } = "";
    public OutgoingKind Kind { get; set; }

    /// <summary>The message as JSON.</summary>
    public string Payload { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
    public OutboxState State { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>It went out over a platform that cannot tell a repeat, and nothing was heard of it yet.</summary>
    public bool Began { get; set; }

    /// <summary>How often it was taken again although it may have been there: as often it may have come twice.</summary>
    public int Repeats { get; set; }

    public Guid? ClaimToken { get; set; }
    public long ClaimedUntil { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public string? PlatformId { get; set; }
    public string? FailureCode { get; set; }
}

internal enum OutboxState
{
    Waiting = 0,
    Sent = 1,

    /// <summary>Can never be sent (bot removed, chat gone); shown with its code.</summary>
    Parked = 2,

    /// <summary>Had become untrue when it was to be sent: a reminder of somebody who has reported; or never meant to be sent: a question about an imported message.</summary>
    Withdrawn = 3,
}

/// <summary>The page's own record of a room: a line per post, edit, withdrawal and bot message, in order.</summary>
internal sealed class WebChatLineRow
{
    public long Seq { get; set; }
    public string ChatId { get; set; } = "";
    public string RefId { get; set; } = "";
    public bool FromBot { get; set; }

    /// <summary>Whether this line opened the bubble.</summary>
    public bool Opens { get; set; }
}
