using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Domain.Checking;

/// <summary>An answer to a remark, ready to be decided against the ledger.</summary>
public sealed record AnswerRequest
{
    /// <summary>The submission the remark is about, as it was decided: read again from its text.</summary>
    public required RecordRequest Original { get; init; }

    /// <summary>The open remarks of that submission.</summary>
    public required IReadOnlyList<Remark> Open { get; init; }

    /// <summary>The answer.</summary>
    public required GivenAnswer Given { get; init; }

    /// <summary>The message that gives it.</summary>
    public required MessageId Message { get; init; }

    /// <summary>The words of that message; empty for a pressed button.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who answers.</summary>
    public PersonId? By { get; init; }

    /// <summary>Now (UTC).</summary>
    public required DateTimeOffset Now { get; init; }
}
