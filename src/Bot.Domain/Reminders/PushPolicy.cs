using Bot.Domain.Campaigns;

namespace Bot.Domain.Reminders;

/// <summary>When an obligation's missing units are reminded, where, and what else is posted about it (design §5). Hours are the office's local time.</summary>
public sealed record PushPolicy
{
    /// <summary>The steps, in no particular order; names are unique.</summary>
    public required IReadOnlyList<PushStep> Steps { get; init; }

    /// <summary>Who hears a reminder.</summary>
    public PushAudience Audience { get; init; }

    /// <summary>From this hour on nothing is pushed …</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);

    /// <summary>… until this one.</summary>
    public TimeOnly QuietTo { get; init; } = new(8, 0);

    /// <summary>Whether the group is thanked when the last unit has reported.</summary>
    public bool Thanks { get; init; } = true;

    /// <summary>The default of an obligation, by its kind and schedule.</summary>
    /// <param name="obligation">What is owed.</param>
    /// <param name="own">The schedule the office put in place of an unspecified one; null: none.</param>
    public static PushPolicy Default(Obligation obligation, Schedule? own = null)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        return new PushPolicy { Steps = DefaultSteps.Of(obligation.Kind, obligation.Schedule is Schedule.Unspecified ? own ?? obligation.Schedule : obligation.Schedule) };
    }
}

/// <summary>Who hears a reminder.</summary>
public enum PushAudience
{
    /// <summary>The liaison group, one message for all.</summary>
    Group,

    /// <summary>The missing unit's liaisons, each alone; the group where the channel cannot.</summary>
    Private,

    /// <summary>Steps before the deadline day privately, later ones in the group.</summary>
    PrivateFirst,
}
