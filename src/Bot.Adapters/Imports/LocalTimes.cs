namespace Bot.Adapters.Imports;

/// <summary>Times as a wall clock shows them, as instants.</summary>
internal static class LocalTimes
{
    /// <summary>The instant; of an hour that is left out or comes twice in a year, the one by the zone's standard time.</summary>
    public static DateTimeOffset Utc(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.IsInvalidTime(local) ? zone.BaseUtcOffset : zone.GetUtcOffset(local);
        return new DateTimeOffset(DateTime.SpecifyKind(local - offset, DateTimeKind.Utc));
    }
}
