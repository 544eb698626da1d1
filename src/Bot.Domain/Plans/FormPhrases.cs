using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Plans;

/// <summary>
/// Reads the phrases and measure words around the blanks of printed lines: 开展演练（  ）场，参与（  ）人次. A label that says
/// nothing alone (参与) is put behind its head.
/// </summary>
internal sealed class FormPhrases
{
    private const string Stops = "，,;。、";
    private static readonly string[] LostMeasures = ["篇次", "场次", "人次", "件次", "辆次", "户次", "家次"];
    private static readonly string[] Contacts = ["填报", "填表", "日期", "时间", "联系", "电话", "盖章", "负责人", "单位", "签字", "审核", "月份", "制表", "手机", "姓名", "编号", "公章", "主管", "统计"];
    private static readonly string[] Coming = ["参加", "参与", "参训", "覆盖", "受教育", "惠及", "参会", "参演", "培训"];
    private static readonly HashSet<string> Dependent = [.. PlanData.Words("dependents.txt")];
    private static readonly int LongestDependent = Dependent.Max(word => word.Length);
    private readonly List<PrintedGap> found = [];
    private string head = "";
    private bool listing; // behind 其中 …、
    private bool beside; // behind heads that stand side by side

    private FormPhrases(string item) => head = item;

    /// <summary>The blanks of printed lines that belong together.</summary>
    /// <param name="lines">The lines of a cell, or one line of a form without a table.</param>
    /// <param name="item">What stands in the cell before, for a blank nothing is printed before; may be empty.</param>
    public static List<PrintedGap> Of(IReadOnlyList<PlanLine> lines, string item)
    {
        var phrases = new FormPhrases(item);
        for (var nth = 0; nth < lines.Count; nth++)
            phrases.Line(lines[nth], nth);
        return phrases.found;
    }

    private void Line(PlanLine line, int number)
    {
        var words = line.Words;
        var gaps = FormBlankScan.All(words);
        var from = line.Mark.Length;
        if (from > 0 && gaps.Count > 0 && gaps[0].From < from)
            from = 0;
        listing = false;
        foreach (var gap in gaps)
        {
            if (gap.From < from)
                continue;
            var (labelFrom, labelTo) = Label(words, from, gap.From, gaps.Count > 0 && found.Count > 0 && found[^1].Line == number);
            Lost(line, number, from, labelFrom);
            var measure = gap.IsBox ? Slot.YesNo : Measure(line, gap.To, out from);
            if (gap.IsBox)
                from = gap.To;
            var label = line.Printed(labelFrom, labelTo).Trim(' ', '　', '：', ':');
            // 楼长宣讲（次） ____: the measure word stands before the blank.
            if (measure.Length == 0 && FormColumns.Inside(label) is { Measure: { } inside } bare)
                (label, measure, head) = (bare.Words, inside, "");
            if (measure.Length == 0 || IsContact(words[labelFrom..labelTo], measure))
            {
                from = Math.Max(from, gap.To);
                continue;
            }

            found.Add(new PrintedGap(Phrase(label, measure, words, labelFrom), measure, number, gap.From, gap.To, gap.IsBox, Lost: false));
        }

        if (gaps.Count > 0)
            Lost(line, number, from, words.Length);
    }

    // The label is what stands between the last stop and the blank; 、 parts labels only behind a blank.
    private static (int From, int To) Label(string words, int from, int to, bool behindBlank)
    {
        while (to > from && words[to - 1] == ' ')
            to--;
        var start = from;
        var depth = 0;
        var firstStop = behindBlank;
        for (var at = from; at < to; at++)
        {
            // Columns set side by side are parted by wide room.
            if (words[at] == ' ' && at + 1 < to && words[at + 1] == ' ')
                start = at + 2;
            if (words[at] is '(' or '《' or '“')
                depth++;
            else if (words[at] is ')' or '》' or '”')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && (words[at] is '，' or ',' or ';' or '。' || (words[at] == '、' && firstStop)))
            {
                start = at + 1;
                firstStop = false;
            }
        }

        while (start < to && words[start] is ' ' or ':')
            start++;
        return (start, Math.Max(start, to));
    }

    private static string Measure(PlanLine line, int at, out int end)
    {
        var words = line.Words;
        while (at < words.Length && words[at] == ' ')
            at++;
        var start = at;
        end = One(words, at);
        while (end > start && end < words.Length && words[end] == '/' && One(words, end + 1) is var more && more > end + 1)
            end = more;
        return line.Printed(start, end);
    }

    // The longest measure word; of unknown ones the letters up to a stop.
    private static int One(string words, int at)
    {
        if (at < words.Length && words[at] == '万' && at + 1 < words.Length && char.IsLetter(words[at + 1]))
            return One(words, at + 1);
        for (var length = Math.Min(3, words.Length - at); length > 0; length--)
        {
            if (Measures.Shared.At(words.AsSpan(at, length), 0, out var end) is not null && end == length)
                return at + length;
        }

        var run = at;
        while (run < words.Length && (char.IsLetter(words[run]) || words[run] == '%') && run - at < 3)
            run++;
        return (run < words.Length && char.IsLetter(words[run])) || Contacts.Any(words[at..run].Contains) || run - at > 1 || (run > at && words[at] is '有' or '无' or '是' or '否') ? at : run;
    }

    private static bool IsContact(string label, string measure)
    {
        if (measure == Slot.YesNo)
            return false;
        if (measure is "年" or "月" or "日" or "号" or "时")
            return true;
        return label.EndsWith(':') && Contacts.Any(label.Contains);
    }

    private string Phrase(string label, string measure, string words, int labelFrom)
    {
        var folded = PlanLine.Of(label).Words;
        if (folded.Length == 0)
            return head.Length == 0 ? measure : found.Exists(gap => gap.Phrase == head) ? $"{head} · {measure}" : head;
        if (folded.StartsWith("其中", StringComparison.Ordinal))
        {
            listing = true;
            return head.Length == 0 ? label : $"{head} · {label}";
        }

        if (listing && labelFrom > 0 && words[labelFrom - 1] == '、')
            return $"{head} · 其中{label}";
        listing = false;
        var parted = words.AsSpan(0, labelFrom).TrimEnd(' ') is [.., ';' or '。'];
        if (head.Length > 0 && found.Count > 0 && !parted && (IsDependent(folded) || IsOfHead(folded)))
            return beside && SaysAlone(folded) ? label : $"{head} · {label}";
        // 检查船舶（）艘次，检查渡口（）处: one verb, two objects.
        beside = labelFrom > 0 && !parted && found.Count > 0 && head.Length > 1 && folded.Length > 1 && PlanLine.Of(head).Words.AsSpan().StartsWith(folded.AsSpan(0, 2));
        head = label;
        return label;
    }

    // 发现隐患 and 完成整改 tell what was done to what, behind several heads to what all of them met; 参加 and 已整改 tell nothing alone.
    private static bool SaysAlone(string label) => label[0] != '已' && !Dependent.Contains(label) && !IsOfHead(label);

    // 参加驾驶员, 已关闭: who came to it, what became of it.
    private static bool IsOfHead(string label) => (label.Length <= 5 && label[0] == '已')
        || (label.Length <= 10 && Coming.Any(label.StartsWith) && !(label.StartsWith("培训", StringComparison.Ordinal) && label.Length < 5) && "员人生众工民长户者属士童主".Contains(label[^1], StringComparison.Ordinal));

    /// <summary>Whether a folded label is made of nothing but words that need a head.</summary>
    public static bool IsDependent(string label)
    {
        var reached = new bool[label.Length + 1];
        reached[0] = true;
        for (var at = 0; at < label.Length; at++)
        {
            for (var length = 1; reached[at] && length <= LongestDependent && at + length <= label.Length; length++)
            {
                if (Dependent.Contains(label.Substring(at, length)))
                    reached[at + length] = true;
            }
        }

        return reached[label.Length];
    }

    // 报道…篇次， : a measure word without a blank before it, among blanks.
    private void Lost(PlanLine line, int number, int from, int to)
    {
        var words = line.Words;
        var start = from;
        for (var at = from; at <= to; at++)
        {
            if (at < to && !Stops.Contains(words[at], StringComparison.Ordinal))
                continue;
            var clause = words[start..at];
            foreach (var measure in LostMeasures)
            {
                if (clause.Length > measure.Length + 3 && clause.EndsWith(measure, StringComparison.Ordinal))
                {
                    head = line.Printed(start, at - measure.Length).Trim();
                    found.Add(new PrintedGap(head, measure, number, at - measure.Length, at - measure.Length, IsBox: false, Lost: true));
                    break;
                }
            }

            start = at + 1;
        }
    }
}

/// <summary>A blank with what is printed around it.</summary>
/// <param name="Phrase">What stands before it, its head first.</param>
/// <param name="Measure">Its measure word, or 是否.</param>
/// <param name="Line">The line among those read.</param>
/// <param name="From">Where it begins in the folded line.</param>
/// <param name="To">Where it ends, exclusive.</param>
/// <param name="IsBox">Whether it is a yes/no box.</param>
/// <param name="Lost">Whether the blank itself was lost in print.</param>
internal sealed record PrintedGap(string Phrase, string Measure, int Line, int From, int To, bool IsBox, bool Lost);
