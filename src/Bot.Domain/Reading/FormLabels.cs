namespace Bot.Domain.Reading;

/// <summary>The labels of the printed blanks by their letters: which blanks some words name, taken whole.</summary>
internal sealed class FormLabels
{
    private const string Between = " · ";
    private static readonly List<FormBlank> None = [];
    private static readonly string[] Known =
    [
        "项目", "类别", "内容", "指标", "单位", "数量", "备注", "序号", "填报内容", "计量单位", "活动内容", "活动项目", "统计项目", "统计指标", "指标名称", "数值", "数据", "完成数", "完成情况", "说明", "合计",
    ];

    private readonly Dictionary<string, List<FormBlank>> phrases = [];
    private readonly Dictionary<string, List<FormBlank>> whole = [];
    private readonly Dictionary<string, List<FormBlank>> columns = [];
    private readonly HashSet<string> headings = [.. Known];
    private readonly HashSet<string> measures = ["是/否", "是否"];

    /// <summary>Adds a form's own headings.</summary>
    public void AddHeadings(IEnumerable<string> printed) => headings.UnionWith(printed.Select(heading => SourceText.Fold(heading).Text.Trim().ToString()));

    /// <summary>Adds a printed blank with what is printed before it.</summary>
    public void Add(FormBlank blank, string label)
    {
        var phrase = blank.Slot.Slot.Phrase;
        measures.Add(SourceText.Fold(blank.Slot.Slot.Measure).Text.ToString());
        if (Letters(phrase) is { Length: > 1 } own)
            Put(phrases, own, blank);
        foreach (var words in new[] { Letters(label), Letters(blank.Slot.Tail) }.Distinct().Where(words => words.Length > 1))
            Put(whole, words, blank);
        if (phrase.IndexOf(Between, StringComparison.Ordinal) is > 0 and var dot)
            Put(columns, Letters(phrase[..dot]), blank);
    }

    /// <summary>Whether a cell is the heading of a column.</summary>
    public bool IsHeading(ReadOnlySpan<char> cell) => headings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(cell);

    /// <summary>Whether a cell is a measure word and nothing else.</summary>
    public bool IsMeasure(ReadOnlySpan<char> cell) => cell.Length is > 0 and <= 6
        && (measures.GetAlternateLookup<ReadOnlySpan<char>>().Contains(cell) || (Measures.Shared.At(cell, 0, out var end) is not null && end == cell.Length));

    /// <summary>Whether a measure word in brackets stands behind some words: 检查企业(家).</summary>
    public bool EndsWithMeasure(ReadOnlySpan<char> words) => WithoutMeasure(words).Length < words.TrimEnd(": ").Length;

    /// <summary>The blanks whose whole label some words are, a list mark before them and a measure word in brackets behind them aside.</summary>
    public List<FormBlank> Named(ReadOnlySpan<char> words) => Find(phrases, words) is { Count: > 0 } found ? found : Find(whole, words);

    /// <summary>The blanks side by side of which some words are the label, one column each: 本月, 累计.</summary>
    public List<FormBlank> Beside(ReadOnlySpan<char> words) => Find(columns, words) is { Count: > 1 } found && Named(words).Count == 0
        && found.TrueForAll(blank => blank.Slot.Slot.Measure == found[0].Slot.Slot.Measure) ? found : None;

    private List<FormBlank> Find(Dictionary<string, List<FormBlank>> among, ReadOnlySpan<char> words)
    {
        var bare = WithoutMeasure(words);
        return At(among, words) ?? At(among, bare) ?? At(among, WithoutMark(words)) ?? At(among, WithoutMark(bare)) ?? None;
    }

    private static List<FormBlank>? At(Dictionary<string, List<FormBlank>> among, ReadOnlySpan<char> words)
    {
        if (words.Length > 2 * WrittenLabel.Longest)
            return null;
        Span<char> letters = stackalloc char[2 * WrittenLabel.Longest];
        return among.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(letters[..Take(words, letters)], out var found) ? found : null;
    }

    // 开设安全课(节), 开设安全课(单位:节)
    private ReadOnlySpan<char> WithoutMeasure(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd(": ");
        if (words.LastIndexOf('(') is not (> 0 and var open) || words[^1] != ')')
            return words;
        var inside = words[(open + 1)..^1].Trim();
        if (inside.StartsWith("单位"))
            inside = inside[2..].TrimStart(": ");
        return IsMeasure(inside) ? words[..open] : words;
    }

    // 1. (二) 三、 ③
    private static ReadOnlySpan<char> WithoutMark(ReadOnlySpan<char> words)
    {
        var at = 0;
        while (at < words.Length && (!char.IsLetter(words[at]) || "一二三四五六七八九十".Contains(words[at], StringComparison.Ordinal)))
            at++;
        return at > 0 && words[at - 1] is '、' or '.' or ')' or ' ' or (>= '①' and <= '⑳') ? words[at..] : words;
    }

    private static void Put(Dictionary<string, List<FormBlank>> among, string words, FormBlank blank)
    {
        if (!among.TryGetValue(words, out var blanks))
            among.Add(words, blanks = []);
        if (!blanks.Exists(known => known.Slot == blank.Slot))
            blanks.Add(blank);
    }

    private static string Letters(string words)
    {
        var folded = SourceText.Fold(words).Text;
        var letters = new char[folded.Length];
        return new string(letters, 0, Take(folded, letters));
    }

    private static int Take(ReadOnlySpan<char> words, Span<char> letters)
    {
        var count = 0;
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c))
                letters[count++] = c;
        }

        return count;
    }
}
