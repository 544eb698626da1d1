namespace Bot.Adapters.Imports;

/// <summary>A message as a chat log holds it, whatever kind of log.</summary>
internal sealed record SaidMessage
{
    /// <summary>Its id in the log, the same in every export of the chat; null: the log has none.</summary>
    public string? Id { get; init; }

    /// <summary>The sender's id in the log; the name where it has none.</summary>
    public required string SenderId { get; init; }

    /// <summary>The name the log shows for the sender.</summary>
    public required string SenderName { get; init; }

    /// <summary>When it was said (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its words; empty: files only.</summary>
    public string Text { get; init; } = "";

    /// <summary>Its photos and files, by their paths beside the log, as the log writes them.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Files the log speaks of and does not hold.</summary>
    public int FilesLeftOut { get; init; }

    /// <summary>The id of the message it answers.</summary>
    public string? Answers { get; init; }

    /// <summary>Whether its words were changed after it was said.</summary>
    public bool Edited { get; init; }

    /// <summary>The line of the file it begins in, from 1.</summary>
    public required long Line { get; init; }
}
