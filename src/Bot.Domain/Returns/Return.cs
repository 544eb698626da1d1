using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;

namespace Bot.Domain.Returns;

/// <summary>A version of what a unit hands in at one occurrence (上报件): a filled form, or a summary in words, frozen to its bookings.</summary>
public sealed record Return
{
    /// <summary>Its id.</summary>
    public required ReturnId Id { get; init; }

    /// <summary>The due it answers.</summary>
    public required OccurrenceKey Of { get; init; }

    /// <summary>The campaign revision it was filled under.</summary>
    public required RevisionId Revision { get; init; }

    /// <summary>The unit it is of.</summary>
    public required UnitId Unit { get; init; }

    /// <summary>The form the plan names; null: a summary in words with the forms of its subject.</summary>
    public FormId? Form { get; init; }

    /// <summary>The days it covers.</summary>
    public required DaySpan Days { get; init; }

    /// <summary>Counted up among the unit's returns of the same form; given when it is written down.</summary>
    public int Version { get; init; }

    /// <summary>How far it has come.</summary>
    public ReturnState State { get; init; }

    /// <summary>The draft in words; null: a form only.</summary>
    public string? Draft { get; init; }

    /// <summary>A hash of its figures and words: two versions that agree in it say the same.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The bookings its figures are the sums of.</summary>
    public required IReadOnlyList<BookingId> Bookings { get; init; }

    /// <summary>When it was filled (UTC). What is offered to a unit in one message is filled at one instant, and confirmed together.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who confirmed it.</summary>
    public PersonId? ConfirmedBy { get; init; }

    /// <summary>When that was said (UTC).</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>A version of what was filled, not confirmed yet.</summary>
    public static Return Draw(ReturnId id, OccurrenceKey of, RevisionId revision, FilledReturn filled, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(filled);
        return new Return
        {
            Id = id, Of = of, Revision = revision, Unit = filled.Unit.Id, Form = filled.Obligation.Form, Days = filled.Days, Draft = filled.Draft,
            Fingerprint = filled.Fingerprint, Bookings = filled.Bookings, CreatedAt = now,
        };
    }
}
