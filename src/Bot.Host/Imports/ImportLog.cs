namespace Bot.Host.Imports;

/// <summary>What the reading of handed-in chat logs logs: ids, never words.</summary>
internal static partial class ImportLog
{
    [LoggerMessage(EventId = 1901, Level = LogLevel.Error, Message = "The import {Job} broke off")]
    public static partial void Failed(ILogger log, Guid job, Exception failure);

    [LoggerMessage(EventId = 1902, Level = LogLevel.Warning, Message = "Imports wait: {Failure}")]
    public static partial void WorkerFailed(ILogger log, string failure, Exception exception);
}
