using Bot.Domain.Messages;

namespace Bot.Adapters.WebChat;

/// <summary>One bubble of the conversation, as it stands now.</summary>
internal sealed record ChatEntry
{
    /// <summary>The message's id on the web-chat platform.</summary>
    public required string Id { get; init; }

    /// <summary>Its place in the room: ascending, with gaps.</summary>
    public required long Order { get; init; }

    public required bool FromBot { get; init; }
    public required bool Mine { get; init; }
    public required string AuthorName { get; init; }
    public string AuthorUnit { get; init; } = "";
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
    public bool Edited { get; init; }
    public bool Withdrawn { get; init; }
    public QuotedEntry? Quote { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    /// <summary>The data of the button that was pressed; null: none yet.</summary>
    public string? Chosen { get; init; }

    public IReadOnlyList<OutgoingFile> Files { get; init; } = [];

    /// <summary>What a bot message is; null: a person's.</summary>
    public OutgoingKind? Kind { get; init; }
}
