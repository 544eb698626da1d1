namespace Bot.Domain.Reminders;

/// <summary>The hours of the night in which nothing is pushed.</summary>
public static class QuietHours
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Whether an hour lies in them; the span may go over midnight. Equal ends: there are none.</summary>
    public static bool Holds(PushPolicy policy, TimeOnly hour)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.QuietFrom != policy.QuietTo && hour.IsBetween(policy.QuietFrom, policy.QuietTo);
    }

    /// <summary>
    /// The hour of the same day at which a push set for an hour may go out: the hour itself; one of the quiet evening becomes
    /// the last minute before it, one of the quiet morning its end.
    /// </summary>
    public static TimeOnly Outside(PushPolicy policy, TimeOnly hour)
    {
        if (!Holds(policy, hour)) return hour;
        var evening = policy.QuietFrom > policy.QuietTo && hour >= policy.QuietFrom;
        return evening ? policy.QuietFrom.Add(-Minute) : policy.QuietTo;
    }
}
