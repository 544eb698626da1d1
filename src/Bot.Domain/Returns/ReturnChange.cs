using Bot.Domain.Organisation;

namespace Bot.Domain.Returns;

/// <summary>What a transaction writes about returns.</summary>
public abstract record ReturnChange
{
    private ReturnChange() { }

    /// <summary>A new version is written down.</summary>
    public sealed record Drawn(Return Version) : ReturnChange;

    /// <summary>A version is confirmed, and its due, if still open, met by it: in time or late by when it was said (UTC).</summary>
    public sealed record Confirmed(ReturnId Version, PersonId By, DateTimeOffset SaidAt) : ReturnChange;
}
