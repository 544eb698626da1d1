using Bot.Domain.Messages;

namespace Bot.Adapters.WebChat;

/// <summary>One bubble of the conversation, as it stands now.</summary>
public sealed record ChatEntry
{
    /// <summary>The message's id on the web-chat platform.</summary>
    public required string Id { get; init; }

    /// <summary>Its place in the room: ascending, with gaps.</summary>
    public required long Order { get; init; }

    /// <summary>Whether the bot said it.</summary>
    public required bool FromBot { get; init; }

    /// <summary>Whether the viewer said it.</summary>
    public required bool Mine { get; init; }

    /// <summary>Who said it, as shown.</summary>
    public required string AuthorName { get; init; }

    /// <summary>For which units they report; empty: none.</summary>
    public string AuthorUnit { get; init; } = "";

    /// <summary>When it was said (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The text as it stands; empty where it was withdrawn.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the text was changed.</summary>
    public bool Edited { get; init; }

    /// <summary>Whether it was taken back.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>What it answers; null: it stands alone.</summary>
    public QuotedEntry? Quote { get; init; }

    /// <summary>Photos and files.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Choices below a bot message.</summary>
    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    /// <summary>The data of the button that was pressed; null: none yet.</summary>
    public string? Chosen { get; init; }

    /// <summary>Files below a bot message.</summary>
    public IReadOnlyList<OutgoingFile> Files { get; init; } = [];

    /// <summary>What a bot message is; null: a person's.</summary>
    public OutgoingKind? Kind { get; init; }
}
