namespace Bot.Host.Inbound;

internal static partial class InboundLog
{
    [LoggerMessage(1001, LogLevel.Error, "A chat worker failed ({Kind}) and goes on")]
    public static partial void WorkerFailed(ILogger log, string kind, Exception failure);

    [LoggerMessage(1002, LogLevel.Error, "Message {Message} could not be handled; parked: {Parked}")]
    public static partial void MessageFailed(ILogger log, Guid message, bool parked, Exception failure);
}
