using Bot.Domain.Dues;

namespace Bot.Domain.Messages;

/// <summary>What the bot says.</summary>
public sealed record OutgoingMessage
{
    /// <summary>A key that makes it unique: said once, whatever restarts.</summary>
    public required string Key { get; init; }

    /// <summary>Where.</summary>
    public required ChatKey Chat { get; init; }

    /// <summary>What it is.</summary>
    public required OutgoingKind Kind { get; init; }

    /// <summary>The text, plain.</summary>
    public required string Text { get; init; }

    /// <summary>The platform's id of the message it answers; null: it stands alone.</summary>
    public string? Quotes { get; init; }

    /// <summary>Choices below it.</summary>
    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    /// <summary>Files below it.</summary>
    public IReadOnlyList<OutgoingFile> Files { get; init; } = [];

    /// <summary>Whether it only says that all of a report was taken: where a platform has a quiet sign for that, the sign will do.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The dues it speaks of: reminders, escalations, thanks and the answer to 未报.</summary>
    public IReadOnlyList<MentionedDue> Dues { get; init => field = value ?? []; } = []; // rows of earlier versions have none
}
