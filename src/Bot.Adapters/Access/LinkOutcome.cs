using Bot.Adapters.WebChat;

namespace Bot.Adapters.Access;

/// <summary>What became of opening a link.</summary>
internal abstract record LinkOutcome
{
    private LinkOutcome() { }

    /// <summary>It opened.</summary>
    public sealed record Opened(Viewer Viewer) : LinkOutcome;

    /// <summary>It did not; the sentence says why and what to do.</summary>
    public sealed record Refused(string Sentence) : LinkOutcome;
}
