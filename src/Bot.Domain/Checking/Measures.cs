namespace Bot.Domain.Checking;

/// <summary>What a printed measure word counts.</summary>
internal static class Measures
{
    private static readonly string[] People = ["人", "人次", "名", "人/次"];
    private static readonly string[] Occurrences = ["场", "次", "项", "场/次", "场次", "期", "堂"];

    /// <summary>People who took part.</summary>
    public static bool CountsPeople(string measure) => People.Contains(measure, StringComparer.Ordinal);

    /// <summary>Times something took place.</summary>
    public static bool CountsOccurrences(string measure) => Occurrences.Contains(measure, StringComparer.Ordinal);
}
