using Microsoft.Extensions.Logging;

namespace Bot.Adapters.Words;

/// <summary>What the office's own words say to the operator.</summary>
internal static partial class WordsLog
{
    [LoggerMessage(1601, LogLevel.Information, "{Lines} lines of the office's own words are in use")]
    public static partial void InUse(ILogger log, int lines);
}
