using System.Text.Json;

namespace Bot.Adapters.Campaigns;

/// <summary>The words of the campaign file for closed sets: the names of the values, written <c>like_this</c>.</summary>
internal static class Words
{
    /// <summary>The words of a yes or no.</summary>
    public static IReadOnlyList<string> YesNo { get; } = ["true", "false"];

    /// <summary>The days of the week, Monday first.</summary>
    public static IReadOnlyList<string> Weekdays { get; } = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>All words of a set.</summary>
    public static IReadOnlyList<string> Of<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>The value a word stands for, or null.</summary>
    public static T? Value<T>(string word)
        where T : struct, Enum => Of<T>().ToList().IndexOf(word) is var at and >= 0 ? Enum.GetValues<T>()[at] : null;

    /// <summary>A list of words for an error: <c>sum, latest or any</c>.</summary>
    public static string Or(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }
}
