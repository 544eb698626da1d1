namespace Bot.Adapters.Imports;

/// <summary>Reads a chat log from its beginning, as a stream: never the whole of it at once. It can be read again.</summary>
internal interface ILogReader
{
    /// <summary>What the log is, in people's words.</summary>
    string Kind { get; }

    /// <summary>Whether its times come from the platform rather than from copied text.</summary>
    bool HasPlatformTimes { get; }

    /// <summary>Everything in it, in its order.</summary>
    IAsyncEnumerable<LogItem> ReadAsync(CancellationToken cancel);
}
