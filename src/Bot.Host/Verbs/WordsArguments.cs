namespace Bot.Host.Verbs;

/// <summary>What <c>words</c> was asked: <c>check</c>, <c>list</c> or <c>try</c>, with its lines and options.</summary>
internal sealed record WordsArguments
{
    private static readonly string[] Options = ["--file", "--corpus", "--campaign", "--database", "--data"];

    /// <summary><c>check</c>, <c>list</c> or <c>try</c>.</summary>
    public required string What { get; init; }

    /// <summary>Lines given on the command line.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>The file of words; null: that of the data folder.</summary>
    public string? File { get; init; }

    /// <summary>Files of messages.</summary>
    public required IReadOnlyList<string> Corpora { get; init; }

    /// <summary>The campaign all messages are read for; null: each its own.</summary>
    public string? Campaign { get; init; }

    /// <summary>A database whose kept messages are read.</summary>
    public string? Database { get; init; }

    /// <summary>The data folder whose words are in force.</summary>
    public string DataFolder { get; init; } = new BotOptions().DataFolder;

    /// <summary>Whether JSON lines are written.</summary>
    public bool Json { get; init; }

    /// <summary>Reads them; or one sentence that says what is wrong.</summary>
    public static (WordsArguments? Read, string? Fault) Read(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || args[0] is not ("check" or "list" or "try")) return (null, "Say what: words check, words list, or words try \"演练 = 消防拉动\".");
        var lines = new List<string>();
        var given = new List<(string Name, string Value)>();
        var json = false;
        for (var i = 1; i < args.Count; i++)
        {
            if (args[i] == "--json")
                json = true;
            else if (Options.Contains(args[i], StringComparer.Ordinal) && i + 1 < args.Count)
                given.Add((args[i], args[++i]));
            else if (args[i].StartsWith("--", StringComparison.Ordinal))
                return (null, Options.Contains(args[i], StringComparer.Ordinal) ? $"{args[i]} needs a value." : $"Unknown option \"{args[i]}\". Known: {string.Join(", ", Options)}, --json.");
            else
                lines.Add(args[i]);
        }

        string? Only(string name) => given.Find(g => g.Name == name).Value;
        if (given.Where(g => g.Name != "--corpus").GroupBy(g => g.Name).FirstOrDefault(g => g.Count() > 1) is { } twice) return (null, $"{twice.Key} is given twice.");
        var asked = new WordsArguments
        {
            What = args[0], Lines = lines, File = Only("--file"), Corpora = [.. given.Where(g => g.Name == "--corpus").Select(g => g.Value)],
            Campaign = Only("--campaign"), Database = Only("--database"), DataFolder = Only("--data") ?? new BotOptions().DataFolder, Json = json,
        };
        return asked.Misuse() is { } wrong ? (null, wrong) : (asked, null);
    }

    private string? Misuse() => this switch
    {
        { What: "try", Lines.Count: 0, File: null } => "Give the new line, words try \"演练 = 消防拉动\", or --file <file> with new lines.",
        { What: "try", Lines.Count: > 0, File: not null } => "Give lines or --file <file>, not both.",
        { What: not "try", Lines.Count: > 0 } => $"words {What} takes no lines; words try does.",
        { Database: not null, Corpora.Count: > 0 } => "Give --corpus or --database, not both.",
        { Database: not null, Campaign: not null } => "Kept messages are read for the campaign they were said in; leave --campaign away.",
        _ => null,
    };
}
