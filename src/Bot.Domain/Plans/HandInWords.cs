using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>The words of Data/things.txt and Data/verbs.txt.</summary>
internal static class HandInWords
{
    /// <summary>The things by their words, longest first.</summary>
    public static IReadOnlyList<(string Word, ObligationKind Kind)> Things { get; } =
        [.. Lines("things.txt").SelectMany(line => line.Words.Select(word => (word, Kind(line.Name)))).OrderByDescending(pair => pair.word.Length)];

    /// <summary>The verbs by their class, longest first.</summary>
    public static IReadOnlyList<(string Word, VerbClass Class)> Verbs { get; } =
        [.. Lines("verbs.txt").SelectMany(line => line.Words.Select(word => (word, Enum.Parse<VerbClass>(line.Name, ignoreCase: true)))).OrderByDescending(pair => pair.word.Length)];

    private static ObligationKind Kind(string name) => Enum.Parse<ObligationKind>(name, ignoreCase: true);

    private static IEnumerable<(string Name, string[] Words)> Lines(string name) => PlanData.Lines(name).Select(line =>
    {
        var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
        return (parts[0], parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    });
}

/// <summary>What a verb of handing in does.</summary>
internal enum VerbClass
{
    /// <summary>Hands in: 报送, 交, 发至.</summary>
    Report,

    /// <summary>Calls for works: 征集, 推荐, 截止.</summary>
    Call,

    /// <summary>Names somebody: 确定一名联络员.</summary>
    Name,
}
