using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>An immutable signed delta in one slot of one unit (记数). Totals are sums of bookings and nothing else.</summary>
public sealed record Booking
{
    /// <summary>Its id; ids ascend in the order of booking.</summary>
    public required BookingId Id { get; init; }

    /// <summary>The campaign revision it was booked under.</summary>
    public required RevisionId Campaign { get; init; }

    /// <summary>The unit.</summary>
    public required UnitId Unit { get; init; }

    /// <summary>The slot.</summary>
    public required SlotId Slot { get; init; }

    /// <summary>The day it counts for, in the office's zone: the activity's last day, or the day it was said.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The signed change.</summary>
    public required decimal Delta { get; init; }

    /// <summary>The bound of the stated figure.</summary>
    public Bound Bound { get; init; }

    /// <summary>Whether no number was written.</summary>
    public bool Implied { get; init; }

    /// <summary>Why.</summary>
    public required BookingCause Cause { get; init; }

    /// <summary>The activity it belongs to.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>The submission it came with.</summary>
    public required SubmissionId Submission { get; init; }

    /// <summary>The message revision it came from.</summary>
    public required MessageId Message { get; init; }

    /// <summary>Where in the message it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The rule that placed it.</summary>
    public required string Rule { get; init; }

    /// <summary>When it was booked (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
