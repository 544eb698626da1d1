using Microsoft.Extensions.Logging;

namespace Bot.Adapters.WeCom;

internal static partial class WeComLog
{
    [LoggerMessage(2201, LogLevel.Information, "The WeCom bot is connected")]
    public static partial void Connected(ILogger log);

    [LoggerMessage(2202, LogLevel.Warning, "The WeCom connection is gone ({Code}); opened again in {Pause}")]
    public static partial void Disconnected(ILogger log, string code, TimeSpan pause);

    [LoggerMessage(2203, LogLevel.Critical, "WeCom refuses the bot's id or secret ({Code}): nothing is heard until the program is started with valid ones")]
    public static partial void Refused(ILogger log, int code);

    [LoggerMessage(2204, LogLevel.Critical, "Another program connected as this WeCom bot, and nothing is heard here: end it, or start this one again; tried again in {Pause}")]
    public static partial void Displaced(ILogger log, TimeSpan pause);

    [LoggerMessage(2205, LogLevel.Error, "The WeCom connection failed ({Kind}) and begins anew")]
    public static partial void ConnectionFailed(ILogger log, string kind);

    [LoggerMessage(2206, LogLevel.Error, "A WeCom callback could not be taken ({Kind}) and is left out")]
    public static partial void LeftOut(ILogger log, string kind);

    [LoggerMessage(2207, LogLevel.Warning, "A WeCom callback was turned away ({Code})")]
    public static partial void TurnedAway(ILogger log, int code);

    [LoggerMessage(2208, LogLevel.Error, "Fetching WeCom files failed ({Kind}) and goes on")]
    public static partial void FetcherFailed(ILogger log, string kind);

    [LoggerMessage(2209, LogLevel.Warning, "A WeCom file was not fetched ({Code}); try {Attempt}")]
    public static partial void NotFetched(ILogger log, string code, int attempt);

    [LoggerMessage(2210, LogLevel.Warning, "WeCom did not reach {Count} of those a message was for")]
    public static partial void NotReached(ILogger log, int count);

    [LoggerMessage(2211, LogLevel.Critical, "WeCom refuses the application ({Code}); run doctor to see why")]
    public static partial void AppRefused(ILogger log, int code);
}
