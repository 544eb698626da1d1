using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Host.Inbound;

/// <summary>A text to be read and recorded, and what is settled about it already.</summary>
internal sealed record ReportSource
{
    public required SubmissionId Submission { get; init; }

    /// <summary>Whether nothing is stored of it yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The inbox messages that are done with it.</summary>
    public required IReadOnlyList<MessageId> Completes { get; init; }

    /// <summary>The message that tells who said it, when and where.</summary>
    public required IncomingMessage Head { get; init; }

    /// <summary>The message revision that holds the text.</summary>
    public required IncomingMessage Text { get; init; }

    public SubmissionChange Change { get; init; }

    /// <summary>The campaign its former words were recorded in.</summary>
    public CampaignId? Former { get; init; }

    public SubmissionId? Absorbs { get; init; }
    public SubmissionId? Quoted { get; init; }

    /// <summary>Its photos, videos and documents.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The text of its documents; null: not looked at yet.</summary>
    public IReadOnlyList<AttachedText>? Documents { get; init; }

    /// <summary>What is said of documents that could not be read.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>The unit it is of, where a person said so.</summary>
    public Unit? Unit { get; init; }

    /// <summary>Whether the sender reports for that unit in its place (代报).</summary>
    public bool Transcribed { get; init; }

    /// <summary>Where the report begins in the text: what stands before is the word that introduced it.</summary>
    public int BodyAt { get; init; }

    /// <summary>The campaign's place among the group's, where a person said so.</summary>
    public int? Campaign { get; init; }
}
