namespace Bot.Host.Health;

/// <summary>What the log says about this host's health.</summary>
internal static partial class HealthLog
{
    [LoggerMessage(1701, LogLevel.Error, "Not ready: the database does not answer ({Fault})")]
    public static partial void DatabaseSilent(ILogger log, string fault);

    [LoggerMessage(1702, LogLevel.Error, "Not ready: {Fault}")]
    public static partial void BlobsSilent(ILogger log, string fault);

    [LoggerMessage(1703, LogLevel.Information, "Ready again")]
    public static partial void ReadyAgain(ILogger log);
}
