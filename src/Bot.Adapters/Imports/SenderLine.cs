namespace Bot.Adapters.Imports;

/// <summary>A sender found in a chat log, and who it is taken for: a line of the review table.</summary>
internal sealed record SenderLine
{
    /// <summary>The sender's id in the log.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown last.</summary>
    public required string Name { get; init; }

    /// <summary>How many messages to read.</summary>
    public required int Messages { get; init; }

    /// <summary>When the first was said (UTC).</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>When the last was said (UTC).</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>The units, by name; none: nobody knows yet.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>The person's name in the register; empty: a person of this name is made.</summary>
    public string Person { get; init; } = "";

    /// <summary>Why, in people's words.</summary>
    public string Because { get; init; } = "";

    /// <summary>Somebody decided that nothing of it counts.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>Whether it is known who it is.</summary>
    public bool IsMatched => Units.Count > 0 || Person.Length > 0;
}
