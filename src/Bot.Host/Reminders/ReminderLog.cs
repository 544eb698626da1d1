namespace Bot.Host.Reminders;

internal static partial class ReminderLog
{
    [LoggerMessage(1201, LogLevel.Information, "Office {Office}: another host wrote the same pushes first")]
    public static partial void OtherHost(ILogger log, Guid office);

    [LoggerMessage(1202, LogLevel.Error, "Office {Office}: planning pushes failed ({Kind}); it is tried again at the next wake-up")]
    public static partial void OfficeFailed(ILogger log, Guid office, string kind, Exception failure);
}
