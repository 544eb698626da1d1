using Bot.Domain.Messages;

namespace Bot.Adapters.WeCom;

/// <summary>What a callback says.</summary>
internal abstract record WeComHeard
{
    private WeComHeard() { }

    /// <summary>Somebody said something, or pressed a button.</summary>
    /// <param name="Message">What.</param>
    /// <param name="Way">How to answer it once later; null: there is no such way.</param>
    /// <param name="Remark">What of it could not be taken, and what to do instead; null: all could.</param>
    public sealed record Said(IncomingMessage Message, string? Way, string? Remark) : WeComHeard;

    /// <summary>WeCom asks how far an answer is.</summary>
    public sealed record Asked(string Stream) : WeComHeard;

    /// <summary>Somebody opens the private chat.</summary>
    public sealed record Entered : WeComHeard;

    /// <summary>Another connection took this bot over.</summary>
    public sealed record Displaced : WeComHeard;

    /// <summary>Something was said that cannot be taken, and why.</summary>
    /// <param name="Message">What, without content.</param>
    /// <param name="Way">How to answer it once later; null: there is no such way.</param>
    /// <param name="Why">The sentence that says what to do instead.</param>
    public sealed record NotTaken(IncomingMessage Message, string? Way, string Why) : WeComHeard;

    /// <summary>Nothing for us.</summary>
    public sealed record Nothing : WeComHeard;
}
