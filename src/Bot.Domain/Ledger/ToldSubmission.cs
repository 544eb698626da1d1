using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>A submission as it was told: what it says as a hand-in can be decided from it at any time.</summary>
public sealed record ToldSubmission
{
    /// <summary>Its id.</summary>
    public required SubmissionId Id { get; init; }

    /// <summary>When it was said (UTC).</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>The day it was said, in the office's zone.</summary>
    public required DateOnly SaidOn { get; init; }

    /// <summary>Its text; empty: none.</summary>
    public required string Text { get; init; }

    /// <summary>What it was taken to say.</summary>
    public required ReportReading Reading { get; init; }

    /// <summary>Its photos and files.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}
