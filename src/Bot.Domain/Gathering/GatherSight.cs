using Bot.Domain.Messages;

namespace Bot.Domain.Gathering;

/// <summary>What lies around a message that waits: what the gatherer decides by.</summary>
public sealed record GatherSight
{
    /// <summary>The submission that holds an earlier revision of the same message.</summary>
    public Submission? SameMessage { get; init; }

    /// <summary>The submission that holds other parts of the same album.</summary>
    public Submission? SameAlbum { get; init; }

    /// <summary>The sender's newest submission with a text; asked for where the message has none itself.</summary>
    public Submission? LastText { get; init; }

    /// <summary>The sender's newest submission of photos only; asked for where the message may want them.</summary>
    public Submission? LastPhotos { get; init; }

    /// <summary>Waiting parts of the same album, this one included, in the platform's order.</summary>
    public IReadOnlyList<IncomingMessage> AlbumParts { get; init; } = [];

    /// <summary>Parts of the same album that were handled before, as each was last said, in the platform's order.</summary>
    public IReadOnlyList<IncomingMessage> AlbumSaid { get; init; } = [];
}
