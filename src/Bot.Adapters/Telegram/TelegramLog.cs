using Microsoft.Extensions.Logging;

namespace Bot.Adapters.Telegram;

internal static partial class TelegramLog
{
    [LoggerMessage(1801, LogLevel.Critical, "Telegram refuses the token: nothing is heard or sent until the program is started with a valid one")]
    public static partial void TokenRefused(ILogger log);

    [LoggerMessage(1802, LogLevel.Warning, "Telegram is not ready ({Code}); tried again until it is")]
    public static partial void NotReady(ILogger log, string code);

    [LoggerMessage(1803, LogLevel.Information, "Telegram bot {Bot} is ready ({Mode})")]
    public static partial void Ready(ILogger log, long bot, TelegramMode mode);

    [LoggerMessage(1804, LogLevel.Warning, "Another program asks Telegram for the same bot's updates, or its webhook was set; tried again until it is alone")]
    public static partial void Conflict(ILogger log);

    [LoggerMessage(1805, LogLevel.Warning, "Telegram gives no updates ({Code}); tried again until it does")]
    public static partial void NoUpdates(ILogger log, string code);

    [LoggerMessage(1806, LogLevel.Information, "Telegram gives updates again")]
    public static partial void UpdatesAgain(ILogger log);

    [LoggerMessage(1807, LogLevel.Error, "Telegram update {Update} could not be taken ({Kind}) and is left out")]
    public static partial void LeftOut(ILogger log, long update, string kind);

    [LoggerMessage(1808, LogLevel.Error, "The Telegram poller failed ({Kind}) and begins anew")]
    public static partial void PollerFailed(ILogger log, string kind);

    [LoggerMessage(1809, LogLevel.Error, "Fetching Telegram files failed ({Kind}) and goes on")]
    public static partial void FetcherFailed(ILogger log, string kind);

    [LoggerMessage(1810, LogLevel.Warning, "A Telegram file was not fetched ({Code}); try {Attempt}")]
    public static partial void NotFetched(ILogger log, string code, int attempt);

    [LoggerMessage(1811, LogLevel.Error, "Telegram did not take a message as it was made ({Code}); sent plainer")]
    public static partial void Plainer(ILogger log, string code);
}
