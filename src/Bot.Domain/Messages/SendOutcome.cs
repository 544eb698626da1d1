namespace Bot.Domain.Messages;

/// <summary>What became of a send.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>It is there, under the platform's id.</summary>
    public sealed record Sent(string PlatformId) : SendOutcome;

    /// <summary>Not now; the same send again after a while.</summary>
    /// <param name="After">How long the platform asked to be left alone; zero: it did not say.</param>
    /// <param name="Code">What it was, for the log and the console.</param>
    /// <param name="Trouble">What is in the way.</param>
    public sealed record RetryLater(TimeSpan After, string Code, SendTrouble Trouble) : SendOutcome;

    /// <summary>Never; the row is parked and shown.</summary>
    public sealed record Refused(string Code) : SendOutcome;

    /// <summary>One of three.</summary>
    public T Match<T>(Func<Sent, T> sent, Func<RetryLater, T> later, Func<Refused, T> refused) => this switch
    {
        Sent s => sent(s),
        RetryLater l => later(l),
        Refused r => refused(r),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
