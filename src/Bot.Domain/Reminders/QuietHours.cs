namespace Bot.Domain.Reminders;

/// <summary>The hours of the night in which nothing is pushed.</summary>
public static class QuietHours
{
    /// <summary>Whether an hour lies in them; the span may go over midnight. Equal ends: there are none.</summary>
    public static bool Holds(PushPolicy policy, TimeOnly hour)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.QuietFrom != policy.QuietTo && hour.IsBetween(policy.QuietFrom, policy.QuietTo);
    }
}
