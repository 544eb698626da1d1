using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Domain.Proposals;

/// <summary>A question about proposals, ready to be written.</summary>
public sealed record ProposalQuestion
{
    /// <summary>The office.</summary>
    public required OfficeId Office { get; init; }

    /// <summary>The submission.</summary>
    public required SubmissionId Submission { get; init; }

    /// <summary>The message revision it was read from.</summary>
    public required MessageId Text { get; init; }

    /// <summary>The campaign.</summary>
    public required RevisionId Revision { get; init; }

    /// <summary>The unit.</summary>
    public required UnitId Unit { get; init; }

    /// <summary>What waits for an answer.</summary>
    public required IReadOnlyList<Remark> Remarks { get; init; }

    /// <summary>What is said.</summary>
    public required OutgoingMessage Message { get; init; }

    /// <summary>Now (UTC).</summary>
    public required DateTimeOffset Now { get; init; }
}
