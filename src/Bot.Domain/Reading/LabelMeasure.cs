using System.Buffers;

namespace Bot.Domain.Reading;

/// <summary>The measure a label before a bare number names: 场次：2 is 2 场, 参与人数149 is 149 人.</summary>
internal static class LabelMeasure
{
    private const int HeadsReach = 20;
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。;!?\n:,");

    private static readonly (string Label, string Measure)[] Labels =
    [
        ("参与人次", "人次"), ("人次数", "人次"), ("人次", "人次"), ("人数", "人"), ("场次", "场"), ("场数", "场"), ("次数", "次"), ("期数", "期"),
        ("份数", "份"), ("张数", "张"), ("块数", "块"), ("户数", "户"), ("条数", "条"), ("件数", "件"), ("篇数", "篇"), ("家数", "家"), ("处数", "处"),
        ("个数", "个"),
    ];

    private static readonly string LabelEnds = string.Concat(Labels.Select(pair => pair.Label[^1]).Distinct());

    /// <summary>The measure of the label that ends before a position, or null.</summary>
    public static string? Before(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] is ':' or ' ' or '为' or '是' or '=' or '共' or '达' or '应' or '该' or '有' or '约' or '近' or '(')
            end--;
        foreach (var word in (ReadOnlySpan<string>)["合计", "总计", "改成", "改为", "更正为", "应为", "应是", "变为", "改", "更正", "变"])
        {
            if (text[..end].EndsWith(word))
                end -= word.Length;
        }

        end = BeforeOld(text, end);
        if (end == 0 || !LabelEnds.Contains(text[end - 1], StringComparison.Ordinal))
            return null;
        foreach (var (label, measure) in Labels)
        {
            if (text[..end].EndsWith(label))
                return measure;
        }

        return null;
    }

    // 人次由540改为954: the label stands before the old value.
    private static int BeforeOld(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end > 0 && char.IsAsciiDigit(text[end - 1]))
            end--;
        return end < at && end > 0 && text[end - 1] is '由' or '从' ? end - 1 : at;
    }

    /// <summary>
    /// 来的人得有好几百, 来问的有六七十号: heads said of the people named before, at the end of the clause. The end of what was
    /// read, or -1.
    /// </summary>
    public static int Heads(ReadOnlySpan<char> text, int from, int to)
    {
        var end = to < text.Length && text[to] == '号' ? to + 1 : to;
        if (end < text.Length && char.IsLetterOrDigit(text[end]) && text[end] is not ('吧' or '呢' or '呀' or '啊' or '了'))
            return -1;
        var before = text[Math.Max(0, from - HeadsReach)..from];
        before = before[(before.LastIndexOfAny(ClauseEnds) + 1)..];
        if (end > to && text[from] is not ('1' or '2' or '3') || before.EndsWith("去了") || before.EndsWith("来了") || before.EndsWith("到了") || before.EndsWith("拢共") || before.EndsWith("加起来"))
            return end; // 一百八十来号, 去了九十出头
        return before.Contains("的人", StringComparison.Ordinal) || before.Contains("来的", StringComparison.Ordinal) || before.Contains("来问的", StringComparison.Ordinal)
            || before.Contains("来听的", StringComparison.Ordinal) || before.Contains("来看的", StringComparison.Ordinal) || before.Contains("来咨询的", StringComparison.Ordinal)
            || before.Contains("参加的", StringComparison.Ordinal) ? end : -1;
    }
}
