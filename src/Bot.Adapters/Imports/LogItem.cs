namespace Bot.Adapters.Imports;

/// <summary>What stands at a place of a chat log.</summary>
internal abstract record LogItem
{
    private LogItem() { }

    /// <summary>A message of a person.</summary>
    public sealed record Said(SaidMessage Message) : LogItem;

    /// <summary>Something that is no message: told with its reason, never dropped in silence.</summary>
    /// <param name="Line">The line of the file, from 1.</param>
    /// <param name="Reason">One of <see cref="SkipReasons"/>, in people's words.</param>
    public sealed record Skipped(long Line, string Reason) : LogItem;

    /// <summary>The log is broken there.</summary>
    /// <param name="Line">The line of the file, from 1.</param>
    /// <param name="Sentence">What is wrong and what to do.</param>
    public sealed record Broken(long Line, string Sentence) : LogItem;
}
