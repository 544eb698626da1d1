using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Dues;

/// <summary>The words by which texts and files call themselves something that is handed in (Reading/Data/handins.txt).</summary>
internal sealed class HandInWords
{
    private readonly Dictionary<string, string[]> words = new(StringComparer.Ordinal);

    private HandInWords()
    {
        // Longer words first, so that 总结报告 is not taken for 总结.
        foreach (var entry in DataFile.Entries("handins.txt")) words[entry.Name] = [.. entry.Words.OrderByDescending(w => w.Length)];
    }

    /// <summary>All words of the data file.</summary>
    public static HandInWords Shared { get; } = new();

    /// <summary>The words of one line of the file, longest first.</summary>
    public string[] this[string name] => words[name];

    /// <summary>The words for a kind of hand-in.</summary>
    public string[] this[ObligationKind kind] => words[kind switch
    {
        ObligationKind.Summary => "summary",
        ObligationKind.Progress => "progress",
        ObligationKind.Statistics => "statistics",
        ObligationKind.Plan => "plan",
        ObligationKind.Liaison => "liaison",
        ObligationKind.Material => "material",
        _ => "other",
    }];

    /// <summary>Whether any word of the line stands in some words.</summary>
    public bool Any(string name, string text) => words[name].Any(w => text.Contains(w, StringComparison.Ordinal));

    /// <summary>Whether some words end with a word of the line.</summary>
    public bool Ends(string name, string text) => words[name].Any(w => text.EndsWith(w, StringComparison.Ordinal));

    /// <summary>Some words without those of the line at their end.</summary>
    public string Without(string name, string text)
    {
        while (words[name].FirstOrDefault(w => text.EndsWith(w, StringComparison.Ordinal)) is { } word) text = text[..^word.Length];
        return text;
    }
}
