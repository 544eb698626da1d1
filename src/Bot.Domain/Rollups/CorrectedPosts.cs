using Bot.Domain.Reminders;

namespace Bot.Domain.Rollups;

/// <summary>When figures that were posted and changed since are posted again, which is done once.</summary>
public static class CorrectedPosts
{
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    /// <summary>The first full half hour after the change, so that several corrections in a row are one post; after a quiet night at its end.</summary>
    /// <param name="changedAt">When the newest of the changes was booked (UTC).</param>
    /// <param name="policy">The hours that are quiet.</param>
    /// <param name="zone">The office's zone.</param>
    public static DateTimeOffset PlannedAt(DateTimeOffset changedAt, PushPolicy policy, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(changedAt, zone);
        var at = local.Date.Add(HalfHour * (Math.Floor(local.TimeOfDay / HalfHour) + 1));
        var hour = TimeOnly.FromDateTime(at);
        if (QuietHours.Holds(policy, hour)) at = (hour < policy.QuietTo ? at.Date : at.Date.AddDays(1)).Add(policy.QuietTo.ToTimeSpan());
        return new DateTimeOffset(at, zone.GetUtcOffset(at)).ToUniversalTime();
    }
}
