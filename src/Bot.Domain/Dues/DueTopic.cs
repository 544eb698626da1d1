using Bot.Domain.Campaigns;

namespace Bot.Domain.Dues;

/// <summary>What somebody means who names something that is owed: 总结, 沈阳行, 上周的图文. What is not said restricts nothing.</summary>
public sealed record DueTopic
{
    /// <summary>Everything.</summary>
    public static DueTopic All { get; } = new();

    /// <summary>The obligations meant; null: any.</summary>
    public IReadOnlyCollection<ObligationKey>? Obligations { get; init; }

    /// <summary>The deadline days meant; null: not said.</summary>
    public DaySpan? Days { get; init; }

    /// <summary>Whether all of it is meant, not the nearest (全部).</summary>
    public bool Everything { get; init; }

    /// <summary>Whether nothing was said.</summary>
    public bool IsEmpty => Obligations is null && Days is null && !Everything;

    /// <summary>Whether an occurrence is meant.</summary>
    public bool Fits(OccurrenceStanding occurrence)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        return IsAbout(new ObligationKey(occurrence.Of.Campaign, occurrence.Of.Obligation)) && FitsDay(occurrence.Deadline, occurrence.Of.Day);
    }

    /// <summary>Whether an obligation is meant.</summary>
    public bool IsAbout(ObligationKey obligation) => Obligations is null || Obligations.Contains(obligation);

    /// <summary>Whether a deadline is meant, by the day that counts or the plan's own.</summary>
    public bool FitsDay(DateOnly deadline, DateOnly plansDay) => Days is not { } days || days.Contains(deadline) || days.Contains(plansDay);
}

/// <summary>Names an obligation of a campaign.</summary>
public readonly record struct ObligationKey(CampaignId Campaign, string Obligation);
