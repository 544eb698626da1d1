using Bot.Domain.Campaigns;
using Bot.Domain.Messages;

namespace Bot.Domain.Gathering;

/// <summary>The messages of one sender that belong together, as known before a further one is handled (报送).</summary>
public sealed record Submission
{
    /// <summary>Its id.</summary>
    public required SubmissionId Id { get; init; }

    /// <summary>The message revision that holds its text, with that text; null: photos only so far.</summary>
    public IncomingMessage? Text { get; init; }

    /// <summary>When it was first said (UTC).</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>The campaign it was recorded in; null: none.</summary>
    public CampaignId? Campaign { get; init; }

    /// <summary>Its photos, videos and documents.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}
