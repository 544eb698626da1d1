using Bot.Domain.Organisation;

namespace Bot.Domain.Messages;

/// <summary>What came in, verified and decoded by an adapter (消息).</summary>
public sealed record IncomingMessage
{
    /// <summary>Its id in the inbox.</summary>
    public required MessageId Id { get; init; }

    /// <summary>What makes it unique.</summary>
    public required MessageKey Key { get; init; }

    /// <summary>What happened.</summary>
    public MessageEvent Event { get; init; }

    /// <summary>Who said it.</summary>
    public required AccountKey Sender { get; init; }

    /// <summary>The name the platform shows for the sender.</summary>
    public string SenderName { get; init; } = "";

    /// <summary>When it was said (UTC); dues are judged by it.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>How we know.</summary>
    public SaidAtSource SaidAtSource { get; init; }

    /// <summary>When it reached us (UTC).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Its text as written, or the pressed button's data.</summary>
    public string Text { get; init; } = "";

    /// <summary>Its photos and files.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The album it is part of, by the platform's name for it.</summary>
    public string? Album { get; init; }

    /// <summary>The platform's id of the message it quotes.</summary>
    public string? Quotes { get; init; }
}
