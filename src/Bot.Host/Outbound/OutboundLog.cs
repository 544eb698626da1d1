namespace Bot.Host.Outbound;

internal static partial class OutboundLog
{
    [LoggerMessage(1101, LogLevel.Error, "The outbox worker failed ({Kind}) and goes on")]
    public static partial void WorkerFailed(ILogger log, string kind, Exception failure);

    [LoggerMessage(1102, LogLevel.Warning, "Outbox row {Seq} was not sent ({Code}); next try in {Wait}")]
    public static partial void Retried(ILogger log, long seq, string code, TimeSpan wait);

    [LoggerMessage(1103, LogLevel.Error, "Outbox row {Seq} is parked ({Code})")]
    public static partial void Parked(ILogger log, long seq, string code);

    [LoggerMessage(1104, LogLevel.Warning, "{Platform} does not answer; nothing is sent there for {Rest}")]
    public static partial void PlatformAway(ILogger log, Bot.Domain.Messages.Platform platform, TimeSpan rest);

    [LoggerMessage(1105, LogLevel.Information, "{Platform} answers again")]
    public static partial void PlatformBack(ILogger log, Bot.Domain.Messages.Platform platform);
}
