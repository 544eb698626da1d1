namespace Bot.Domain.Dues;

/// <summary>Days and hours of an office's zone as instants.</summary>
internal static class LocalTime
{
    /// <summary>The instant (UTC) at which the zone's clock shows an hour of a day; also for an hour its clocks skip or show twice.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(hour);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
