namespace Bot.Adapters.Imports;

/// <summary>What came of an import.</summary>
internal sealed record ImportReport
{
    /// <summary>Messages in the log.</summary>
    public int Read { get; set; }

    /// <summary>Put into the inbox now.</summary>
    public int Taken { get; set; }

    /// <summary>Imported before, unchanged.</summary>
    public int Before { get; set; }

    /// <summary>Imported before, and changed since.</summary>
    public int Changed { get; set; }

    /// <summary>Heard live in the group, or in another log.</summary>
    public int Heard { get; set; }

    /// <summary>Of senders that were left out.</summary>
    public int LeftOut { get; set; }

    /// <summary>Skipped for reasons that show only when it is taken.</summary>
    public SortedDictionary<string, int> Skipped { get; } = new(StringComparer.Ordinal);

    /// <summary>The inbox keys of the log's messages.</summary>
    public List<string> Ids { get; } = [];
}

/// <summary>What the bot made of a log's messages, those of earlier runs included.</summary>
/// <param name="Counted">Messages that led to figures or met something due.</param>
/// <param name="Asked">Messages that left a question.</param>
/// <param name="Unclaimed">Messages of senders nobody knows yet.</param>
/// <param name="Old">Reports that told no figure of their own: questions, repeats, nothing new.</param>
/// <param name="Quiet">Messages that report nothing.</param>
/// <param name="Failed">Messages that could not be handled.</param>
/// <param name="Waiting">Messages that still wait.</param>
internal sealed record ImportOutcome(int Counted, int Asked, int Unclaimed, int Old, int Quiet, int Failed, int Waiting);
