using System.Buffers;

namespace Bot.Domain.Returns;

/// <summary>Which sentences of reports may stand in a 总结.</summary>
public static class SummaryWords
{
    private const int Shortest = 12;
    private const int Longest = 90;

    private static readonly string[] Leadership = ["高度重视", "领导", "部署", "动员会", "书记", "主任", "工作方案", "专题会议", "组织领导", "分工"];

    // 一 stands in too many words that count nothing (进一步, 一线).
    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789０１２３４５６７８９两三四五六七八九十百千万余*？?：:");

    /// <summary>Whether a sentence may be taken over: it counts nothing, asks nothing and is as long as a sentence is.</summary>
    public static bool MayBeQuoted(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return sentence.Length is >= Shortest and <= Longest && !sentence.AsSpan().ContainsAny(Numbers);
    }

    /// <summary>Whether it tells of leaders and what they arranged.</summary>
    public static bool IsLeadership(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Array.Exists(Leadership, word => sentence.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>The sentences of a text, without their full stops.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(['。', '！', '；', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
