using Bot.Domain.Messages;

namespace Bot.Adapters.WebChat;

/// <summary>What somebody wrote on the page.</summary>
internal sealed record WebPost
{
    public required string Room { get; init; }

    /// <summary>An id the page made for this post (a UUID): sent twice, it is one post.</summary>
    public required Guid ClientId { get; init; }

    public string Text { get; init; } = "";

    /// <summary>Photos and files, already taken in.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The id of the bubble it answers.</summary>
    public string? Quotes { get; init; }
}
