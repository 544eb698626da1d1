using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Reading;

namespace Bot.Adapters.Storage.Rows;

/// <summary>A chat and who handles it now. Claims live on the database's clock, in milliseconds since 1970 UTC.</summary>
internal sealed class ChatRow
{
    public Platform Platform { get; set; }
    public string ChatId { get; set; } = "";
    public Guid? ClaimToken { get; set; }
    public long ClaimedUntil { get; set; }

    /// <summary>Nothing is to be done before this instant (an album may still grow, a retry waits); null: at once.</summary>
    public DateTimeOffset? WaitUntil { get; set; }
}

/// <summary>The inbox: keys, times and hashes stay for good; text and media live apart and can be erased.</summary>
internal sealed class MessageRow
{
    public long Seq { get; set; }
    public Guid Id { get; set; }
    public Platform Platform { get; set; }
    public string ChatId { get; set; } = "";
    public string ExternalId { get; set; } = "";
    public int Revision { get; set; }
    public MessageEvent Event { get; set; }
    public string SenderId { get; set; } = "";
    public string SenderName { get; set; } = "";
    public DateTimeOffset SaidAt { get; set; }
    public SaidAtSource SaidAtSource { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
    public string? Album { get; set; }
    public string? Quotes { get; set; }
    public string TextHash { get; set; } = "";

    /// <summary>Chat, sender, minute and text hash: recognises the same message in an import.</summary>
    public string ImportKey { get; set; } = "";

    /// <summary>The office, once the chat's place is known; null: an unbound chat.</summary>
    public Guid? OfficeId { get; set; }

    public MessageState State { get; set; }
    public int Attempts { get; set; }
    public string? FailureCode { get; set; }
    public DateTimeOffset? HandledAt { get; set; }
    public Guid? SubmissionId { get; set; }
}

internal enum MessageState
{
    Waiting = 0,
    Handled = 1,

    /// <summary>Failed too often; shown to the operator, can be played again.</summary>
    Parked = 2,
}

internal sealed class MessageTextRow
{
    public Guid MessageId { get; set; }
    public string Text { get; set; } = "";
}

internal sealed class AttachmentRow
{
    public Guid MessageId { get; set; }
    public int Position { get; set; }
    public string Name { get; set; } = "";
    public string? BlobKey { get; set; }
    public MediaKind? Kind { get; set; }
    public long Bytes { get; set; }

    /// <summary>The platform's handle; while there is no <see cref="BlobKey"/> it is still to be fetched.</summary>
    public string? PlatformFile { get; set; }

    /// <summary>Not before this instant, in milliseconds since 1970 UTC.</summary>
    public long FetchAfter { get; set; }

    /// <summary>How often it was tried.</summary>
    public int FetchAttempts { get; set; }

    public int? Width { get; set; }
    public int? Height { get; set; }
}

/// <summary>Stored content and how many attachments point at it.</summary>
internal sealed class BlobRow
{
    public string Key { get; set; } = "";
    public long Bytes { get; set; }
    public MediaKind? Kind { get; set; }
    public DateTimeOffset StoredAt { get; set; }
    public int References { get; set; }
}

internal sealed class SubmissionRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public Platform Platform { get; set; }
    public string ChatId { get; set; } = "";
    public string SenderId { get; set; } = "";
    public string SenderName { get; set; } = "";
    public Guid? PersonId { get; set; }
    public DateTimeOffset SaidAt { get; set; }
    public DateOnly SaidOn { get; set; }
    public SubmissionState State { get; set; }
    public ReadingKind Kind { get; set; }
    public bool Nil { get; set; }
    public string? CampaignId { get; set; }
    public int? Revision { get; set; }
    public string? Subject { get; set; }

    /// <summary>The message revision that holds its text; null: photos only so far.</summary>
    public Guid? TextMessageId { get; set; }

    public string TextHash { get; set; } = "";
    public Guid? UnitId { get; set; }

    /// <summary>For 待认领: the unit the text or the sender's name suggests.</summary>
    public Guid? SuggestedUnitId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal enum SubmissionState
{
    /// <summary>Read and decided.</summary>
    Handled,

    /// <summary>Kept for somebody not yet registered (待认领).</summary>
    Unclaimed,

    /// <summary>Photos or chat that hold no report.</summary>
    Quiet,
}

/// <summary>The reading of a submission as JSON, with labels from the text: erased with it.</summary>
internal sealed class SubmissionReadingRow
{
    public Guid SubmissionId { get; set; }
    public string Reading { get; set; } = "";
}
