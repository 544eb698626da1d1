namespace Bot.Host.Outbound;

internal static partial class OutboundLog
{
    [LoggerMessage(1101, LogLevel.Error, "The outbox worker failed ({Kind}) and goes on")]
    public static partial void WorkerFailed(ILogger log, string kind, Exception failure);

    [LoggerMessage(1102, LogLevel.Warning, "Outbox row {Seq} was not sent ({Code}); next try in {Wait}")]
    public static partial void Retried(ILogger log, long seq, string code, TimeSpan wait);

    [LoggerMessage(1103, LogLevel.Error, "Outbox row {Seq} is parked ({Code})")]
    public static partial void Parked(ILogger log, long seq, string code);
}
