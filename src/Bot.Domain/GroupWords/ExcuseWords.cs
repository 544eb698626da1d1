using Bot.Domain.Dues;
using Bot.Domain.Organisation;

namespace Bot.Domain.GroupWords;

/// <summary>What stands behind 免报, 撤销免报 and 请假: a unit, what, why.</summary>
/// <param name="Unit">The unit; null: none is named.</param>
/// <param name="Topic">What of it.</param>
/// <param name="Because">Why, in the writer's words; empty: not said.</param>
public sealed record ExcuseWords(Unit? Unit, DueTopic Topic, string Because)
{
    private static readonly string[] Introductions = ["原因是", "原因", "理由是", "理由", "因为", "由于"];
    private static readonly char[] Marks = ['：', ':', '，', ',', '。', '、', '；', ';', ' '];

    /// <summary>Reads them: a unit first, then as many words as name something owed; the rest is the reason.</summary>
    /// <param name="words">What stands behind the word.</param>
    /// <param name="units">The units that can be meant.</param>
    /// <param name="topics">What can be owed.</param>
    /// <param name="saidAt">When it was said, as local time.</param>
    public static ExcuseWords Read(string words, IReadOnlyList<Unit> units, TopicReader topics, DateTime saidAt)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(topics);
        var (unit, rest) = UnitAtStart(words.Trim(), units);
        var (topic, behind) = (DueTopic.All, 0);
        for (var end = End(rest, 0); end > behind && topics.Read(rest[..end], saidAt) is { } more; end = End(rest, end)) (topic, behind) = (more, end);
        return new ExcuseWords(unit, topic, Reason(rest[behind..]));
    }

    // The end of the next word: words are parted by blanks and marks.
    private static int End(string words, int from)
    {
        while (from < words.Length && IsBetween(words[from])) from++;
        while (from < words.Length && !IsBetween(words[from])) from++;
        return from;
    }

    private static bool IsBetween(char c) => char.IsWhiteSpace(c) || Marks.Contains(c);

    // The longest name wins: 前榆村 before 前榆.
    private static (Unit? Unit, string Behind) UnitAtStart(string words, IReadOnlyList<Unit> units)
    {
        var named = units.SelectMany(u => u.Aliases.Prepend(u.Name).Select(n => (Unit: u, Name: n)))
            .Where(n => n.Name.Length > 0 && words.StartsWith(n.Name, StringComparison.Ordinal)).ToList();
        if (named.Count == 0) return (null, words);
        var longest = named.Max(n => n.Name.Length);
        var best = named.Where(n => n.Name.Length == longest).Select(n => n.Unit).DistinctBy(u => u.Id).ToList();
        return best.Count == 1 ? (best[0], words[longest..].Trim(Marks)) : (null, words);
    }

    private static string Reason(string words)
    {
        var reason = words.Trim(Marks);
        foreach (var introduction in Introductions)
        {
            if (!reason.StartsWith(introduction, StringComparison.Ordinal)) continue;
            return reason[introduction.Length..].Trim(Marks);
        }

        return reason;
    }
}
