namespace Bot.Host.Verbs;

/// <summary>What <c>plan compile</c> was asked.</summary>
internal sealed record PlanArguments
{
    private const string Known = "--json, --out, --force, --data";
    private const string Usage = "plan compile <file> [--json] [--out campaign.yaml [--force]] [--data <folder>]";

    /// <summary>The plan's file.</summary>
    public required string File { get; init; }

    /// <summary>Whether only the reading as JSON is written to stdout.</summary>
    public bool Json { get; init; }

    /// <summary>The campaign file to write; null: none.</summary>
    public string? Out { get; init; }

    /// <summary>Whether a campaign file of this name may be replaced.</summary>
    public bool Force { get; init; }

    /// <summary>The data folder whose calendar counts.</summary>
    public string DataFolder { get; init; } = new BotOptions().DataFolder;

    /// <summary>Reads them; or one sentence that says what is wrong.</summary>
    public static (PlanArguments? Read, string? Fault) Read(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || args[0] != "compile") return (null, args.Count == 0 ? $"Say what: {Usage}." : $"\"plan {args[0]}\" is not known: {Usage}.");
        var files = new List<string>();
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < args.Count; i++)
        {
            var name = args[i];
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                files.Add(name);
                continue;
            }

            if (name is not ("--json" or "--force" or "--out" or "--data")) return (null, $"Unknown option \"{name}\". Known: {Known}.");
            var value = "";
            if (name is "--out" or "--data")
            {
                if (i + 1 >= args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(args[i + 1])) return (null, $"{name} needs a value.");
                value = args[++i];
            }

            if (!given.TryAdd(name, value)) return (null, $"{name} is given twice.");
        }

        if (files is not [{ Length: > 0 } file]) return (null, files.Count > 1 ? $"One plan at a time: {Usage}." : $"Give the plan's file: {Usage}.");
        var asked = new PlanArguments
        {
            File = file, Json = given.ContainsKey("--json"), Out = given.GetValueOrDefault("--out"), Force = given.ContainsKey("--force"),
            DataFolder = given.GetValueOrDefault("--data") ?? new BotOptions().DataFolder,
        };
        if (asked.Force && asked.Out is null) return (null, "--force says that --out may replace a file; give --out too.");
        if (asked.Out is { } target && Path.GetFullPath(target) == Path.GetFullPath(file)) return (null, "--out is the plan's own file; give the campaign another name.");
        return (asked, null);
    }
}
