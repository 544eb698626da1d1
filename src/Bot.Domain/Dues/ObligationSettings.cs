using Bot.Domain.Campaigns;
using Bot.Domain.Reminders;

namespace Bot.Domain.Dues;

/// <summary>What an office set for an obligation of its own accord; where nothing is set, the defaults of design §4 and §5.</summary>
public sealed record ObligationSettings
{
    /// <summary>When and how it is pushed.</summary>
    public required PushPolicy Pushes { get; init; }

    /// <summary>The schedule in place of the plan's 及时报送 (自定); null: the plan's own, or the default for unspecified ones.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>How many days before the plan's day the office wants it; 0: on it.</summary>
    public int EarlierDays { get; init; }

    /// <summary>The last day whose activities go into the form (数据截止); null: the deadline day.</summary>
    public DateOnly? CutOff { get; init; }

    /// <summary>When it was set (UTC): steps before that are not made up for. Null: never, defaults.</summary>
    public DateTimeOffset? SetAt { get; init; }

    /// <summary>What holds where nothing was set.</summary>
    public static ObligationSettings Default(Obligation obligation)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        return new ObligationSettings { Pushes = PushPolicy.Default(obligation) };
    }
}
