namespace Bot.Host.Photos;

/// <summary>What looking at photos says to the log.</summary>
internal static partial class PhotoLog
{
    [LoggerMessage(EventId = 4701, Level = LogLevel.Information, Message = "No program for photos is installed (libvips-tools): photos that look alike are not found, evidence packs hold the originals.")]
    public static partial void NoProgram(ILogger logger);

    [LoggerMessage(EventId = 4702, Level = LogLevel.Warning, Message = "Looking at photos failed: {Fault}. It is tried again.")]
    public static partial void Failed(ILogger logger, string fault, Exception failure);
}
