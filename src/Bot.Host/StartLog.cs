namespace Bot.Host;

internal static partial class StartLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer yet ({Failure}); trying again.")]
    public static partial void WaitsForDatabase(ILogger log, string failure);
}
