using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Rollups;

/// <summary>One booking as a rollup needs it: what it changed, and where it came from.</summary>
public sealed record BookedFigure
{
    /// <summary>The booking.</summary>
    public BookingId Booking { get; init; }

    /// <summary>The blank.</summary>
    public required SlotId Slot { get; init; }

    /// <summary>The unit it was booked for.</summary>
    public required UnitId Unit { get; init; }

    /// <summary>The activity it belongs to; a correction has its activity's.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>The day it counts for, in the office's zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The days the activity took place on, where the message told them.</summary>
    public DaySpan? Days { get; init; }

    /// <summary>The signed change.</summary>
    public required decimal Delta { get; init; }

    /// <summary>The bound of the stated figure.</summary>
    public Bound Bound { get; init; }

    /// <summary>Whether no number was written and the activity counted once.</summary>
    public bool Implied { get; init; }

    /// <summary>Why it was booked.</summary>
    public required BookingCause Cause { get; init; }

    /// <summary>Whether a check failed and nobody has confirmed it yet (待核).</summary>
    public bool Pending { get; init; }

    /// <summary>The message revision it came from.</summary>
    public required MessageId Message { get; init; }

    /// <summary>When that was said, as local time of the office's zone.</summary>
    public required DateTime SaidAt { get; init; }

    /// <summary>Who said it, as shown to people.</summary>
    public required string Who { get; init; }

    /// <summary>Where in the message it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words around it, masked as the reader may see them; null: the text was erased.</summary>
    public string? Excerpt { get; init; }

    /// <summary>A booking as far as figures are made of it: who said it, and whether it waits to be checked, are left out.</summary>
    public static BookedFigure Of(Booking booking)
    {
        ArgumentNullException.ThrowIfNull(booking);
        return new BookedFigure
        {
            Booking = booking.Id, Slot = booking.Slot, Unit = booking.Unit, Activity = booking.Activity, Day = booking.Day, Delta = booking.Delta, Bound = booking.Bound,
            Implied = booking.Implied, Cause = booking.Cause, Message = booking.Message, SaidAt = booking.At.UtcDateTime, Who = "", Span = booking.Span,
        };
    }
}
