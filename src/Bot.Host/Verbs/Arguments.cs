namespace Bot.Host.Verbs;

/// <summary>A verb's options, each <c>--name value</c> and given once.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values;

    private Arguments(Dictionary<string, string> values) => this.values = values;

    /// <summary>Reads options of these names; anything else is a fault that says what is known.</summary>
    public static (Arguments? Read, string? Fault) Read(IReadOnlyList<string> args, params IReadOnlyList<string> known)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i += 2)
        {
            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : "";
            if (!known.Contains(name)) return (null, $"Unknown option \"{args[i]}\". Known: {string.Join(", ", known.Select(k => $"--{k}"))}.");
            if (i + 1 >= args.Count) return (null, $"--{name} needs a value.");
            if (!given.TryAdd(name, args[i + 1])) return (null, $"--{name} is given twice.");
        }

        return (new Arguments(given), null);
    }

    public string? this[string name] => values.GetValueOrDefault(name);
}
