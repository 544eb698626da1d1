using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Returns;

namespace Bot.Domain.Ledger;

/// <summary>What is known about a handled message when its transaction begins.</summary>
public sealed record HandledSubmission
{
    /// <summary>The claim under which it is handled.</summary>
    public required ChatClaim Claim { get; init; }

    /// <summary>The inbox messages this completes.</summary>
    public required IReadOnlyList<MessageId> Completes { get; init; }

    /// <summary>The office; null: the chat is bound to none, texts are dropped.</summary>
    public OfficeId? Office { get; init; }

    /// <summary>The submission to store or change; null: none (a word, a button, chatter of a stranger's group).</summary>
    public SubmissionFacts? Submission { get; init; }

    /// <summary>The campaign whose ledger is concerned; null: none.</summary>
    public RevisionId? Revision { get; init; }

    /// <summary>The units concerned.</summary>
    public IReadOnlyList<UnitId> Units { get; init; } = [];

    /// <summary>Slots to fetch peers' figures for.</summary>
    public IReadOnlyList<SlotId> Slots { get; init; } = [];

    /// <summary>Whether something told before is taken back or changed, so that what else was told is looked at again.</summary>
    public bool Reconsiders { get; init; }

    /// <summary>The return that is confirmed with it; null: none.</summary>
    public ReturnId? Confirms { get; init; }

    /// <summary>Who said it, where known.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Now (UTC).</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>A submission as it is stored.</summary>
public sealed record SubmissionFacts
{
    /// <summary>Its id.</summary>
    public required SubmissionId Id { get; init; }

    /// <summary>Whether its id was made for it just now, so that nothing is stored of it.</summary>
    public bool IsNew { get; init; }

    /// <summary>The message that tells who said it, when and where.</summary>
    public required IncomingMessage Head { get; init; }

    /// <summary>Loose photos' submission that goes into this one.</summary>
    public SubmissionId? Absorbs { get; init; }

    /// <summary>The message revision that holds its text; null: unchanged, or photos only.</summary>
    public MessageId? TextMessage { get; init; }

    /// <summary>The hash of that text.</summary>
    public string TextHash { get; init; } = "";

    /// <summary>What it was taken to say; null: not read (photos only).</summary>
    public ReportReading? Reading { get; init; }

    /// <summary>The day it was said, in the office's zone.</summary>
    public required DateOnly SaidOn { get; init; }

    /// <summary>The sender's unit it was read for.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>Kept for somebody not yet registered (待认领).</summary>
    public bool Unclaimed { get; init; }

    /// <summary>The unit suggested for it.</summary>
    public UnitId? SuggestedUnit { get; init; }
}
