using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>A submission's reading, ready to be decided against the ledger.</summary>
public sealed record RecordRequest
{
    /// <summary>The submission.</summary>
    public required SubmissionId Submission { get; init; }

    /// <summary>New, edited or withdrawn.</summary>
    public SubmissionChange Change { get; init; }

    /// <summary>The message revision that holds the text.</summary>
    public required MessageId Message { get; init; }

    /// <summary>The hash of its folded text.</summary>
    public required string TextHash { get; init; }

    /// <summary>Its text, for spans.</summary>
    public required string Text { get; init; }

    /// <summary>The campaign's revision.</summary>
    public required RevisionId Revision { get; init; }

    /// <summary>The campaign.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>What it was taken to say.</summary>
    public required ReportReading Reading { get; init; }

    /// <summary>The reading by unit, the sender's own first.</summary>
    public required IReadOnlyList<UnitPart> Parts { get; init; }

    /// <summary>Who said it.</summary>
    public PersonId? Sender { get; init; }

    /// <summary>When it was said (UTC): dues are judged by it.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>The office's zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The day it was said, in the office's zone.</summary>
    public required DateOnly SaidOn { get; init; }

    /// <summary>Now (UTC).</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The submission whose message it quotes; null: none.</summary>
    public SubmissionId? Quoted { get; init; }

    /// <summary>The photos, videos and documents that came with it.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>All units of the office, to recognise another unit's name in the text.</summary>
    public IReadOnlyList<Unit> OfficeUnits { get; init; } = [];

    /// <summary>The bot asked what to do about an earlier message, and this is the answer to book in spite of a likeness (另一场).</summary>
    public bool Distinct { get; init; }

    /// <summary>The submission as it was told.</summary>
    public ToldSubmission Told => new()
    {
        Id = Submission, SaidAt = SaidAt, SaidOn = SaidOn, Text = Text, Reading = Reading, Attachments = Attachments,
    };
}
