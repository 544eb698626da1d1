namespace Bot.Domain.Plans;

/// <summary>Joins lines, and sentences of a line, that each name one side of a hand-in: 报送内容：…, 报送单位：…, 报送时间：….</summary>
internal sealed class LabelledLines
{
    private static readonly string[] Reports = ["报", "上报", "提交", "填报", "征集"];
    private readonly List<(PlanLine First, Dictionary<HandInSide, string> Sides)> groups = [];

    /// <summary>Takes a line that is one side; false: it is another line.</summary>
    public bool Take(PlanLine line)
    {
        var (side, label, words) = HandInLabels.Parts(line.Body);
        if (side == HandInSide.None || !Reports.Any(label.StartsWith))
            return false;
        if (groups.Count == 0 || groups[^1].Sides.ContainsKey(side) || line.Mark.Length > 0)
            groups.Add((line, []));
        groups[^1].Sides[side] = words.TrimEnd('。', ';', '，');
        return true;
    }

    /// <summary>A sentence for each hand-in taken so far, with its first line.</summary>
    public List<(string Sentence, PlanLine First)> Flush()
    {
        var made = groups.Where(group => group.Sides.ContainsKey(HandInSide.What) && group.Sides.ContainsKey(HandInSide.When))
            .Select(group => (group.Sides.GetValueOrDefault(HandInSide.Who, "") + "于" + group.Sides[HandInSide.When] + "报送" + group.Sides[HandInSide.What], group.First)).ToList();
        groups.Clear();
        return made;
    }

    /// <summary>The sentences of a line, two neighbours that name the two sides made one: 报送时间：每周四前。报送内容：图片、文字。</summary>
    public static List<string> Joined(IEnumerable<string> sentences)
    {
        var made = new List<string>();
        var before = (Side: HandInSide.None, Label: "", Words: "");
        foreach (var sentence in sentences.Select(sentence => sentence.Trim()))
        {
            var own = HandInLabels.Parts(sentence);
            var joined = (before.Side, own.Side) switch
            {
                (HandInSide.When, HandInSide.What) => before.Words + "报送" + own.Words,
                (HandInSide.What, HandInSide.When) => own.Words + "报送" + before.Words,
                // 报名时间：至6月8日；报名方式：填报名表交社区.
                (HandInSide.When, HandInSide.How) => $"{before.Label}:{before.Words}，{own.Words}",
                _ => null,
            };
            if (joined is null)
                made.Add(sentence);
            else
                made[^1] = joined;
            before = joined is null ? own : default;
        }

        return made;
    }
}
