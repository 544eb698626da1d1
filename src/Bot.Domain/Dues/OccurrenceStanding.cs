using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;

namespace Bot.Domain.Dues;

/// <summary>An occurrence with everybody's dues: how it stands.</summary>
public sealed record OccurrenceStanding
{
    /// <summary>The campaign.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>What is owed.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>Which occurrence.</summary>
    public required OccurrenceKey Of { get; init; }

    /// <summary>The first day of its window.</summary>
    public required DateOnly WindowFrom { get; init; }

    /// <summary>The day that counts.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>The last instant that counts (UTC).</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>The dues with their units, in official order.</summary>
    public required IReadOnlyList<UnitDue> Dues { get; init; }

    /// <summary>The units nothing came from yet, in official order; nobody waits for one that closed since.</summary>
    public required IReadOnlyList<Unit> Missing { get; init; }

    /// <summary>How many stand how.</summary>
    public DueRates Rates => DueRates.Of(Dues.Select(d => d.Due));

    /// <summary>Whether it is another day than the plan's.</summary>
    public bool IsMoved => Deadline != Of.Day;

    /// <summary>Whether it may be handed in by a day.</summary>
    public bool HasOpened(DateOnly today) => WindowFrom <= today;

    /// <summary>Whether its deadline has passed at an instant.</summary>
    public bool IsPast(DateTimeOffset now) => ClosesAt < now;

    /// <summary>As a message mentions it, naming these units.</summary>
    public MentionedDue Mention(IEnumerable<Unit> units) =>
        new(MentionedDue.IdOf(Of), Obligation.Kind, Deadline, [.. units.Select(u => u.Name)]);
}

/// <summary>A due with its unit.</summary>
public readonly record struct UnitDue(Unit Unit, Due Due);
