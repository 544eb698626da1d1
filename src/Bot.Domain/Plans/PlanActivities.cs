namespace Bot.Domain.Plans;

/// <summary>The main activities of a plan: the headings below its part about what is done.</summary>
internal static class PlanActivities
{
    private static readonly string[] Strong =
    [
        "活动内容", "主要内容", "重点活动", "主要活动", "活动安排", "主要任务", "工作任务", "重点任务", "重点工作", "工作内容", "方法步骤", "宣传内容", "主要工作", "重点内容", "活动项目", "活动形式", "主要措施",
        "工作措施", "内容安排", "工作安排", "具体安排", "活动及", "重点安排", "内容及", "具体活动", "活动任务", "主要安排", "活动重点", "内容和", "系列活动", "重点措施", "攻坚任务", "整治任务", "整治内容", "工作重点", "活动方式", "内容与", "举措", "特色活动", "实施内容", "宣传重点", "主要做法", "主要项目", "活动清单", "重点项目",
    ];

    private static readonly string[] Never = ["要求", "保障", "领导", "总体", "主题", "时间", "目标", "原则", "思想", "范围", "对象", "报送", "思路", "机构", "纪律", "联系", "意义", "背景", "职责", "考核", "单位", "阶段", "步骤和时间", "信息"];

    /// <summary>The headings as printed, and the parts they head.</summary>
    public static List<PlanNode> Of(PlanOutline outline)
    {
        var best = new List<PlanNode>();
        var score = 0;
        foreach (var node in outline.Nodes.Where(node => node.Children.Count > 1 || (node.Children.Count == 1 && IsStrong(node))))
        {
            if (node.Children.TrueForAll(IsPhase))
                continue;
            var own = Score(node);
            if (own > score)
                (best, score) = ([], own);
            if (own == score && own > 0 && !best.Exists(other => Holds(other, node)))
                best.Add(node);
        }

        // 二、重点工作 1.–4., 三、特色活动 5.–8.: numbers that go on belong together.
        foreach (var node in outline.Nodes)
        {
            if (best.Count > 0 && !best.Contains(node) && node.Level == best[^1].Level && node.Children.Count > 0 && node.Children[0].Line!.Mark is { Number: > 1 } first
                && best[^1].Children[^1].Line!.Mark is var last && first.Number == last.Number + 1 && first.Level == last.Level)
                best.Add(node);
        }

        return [.. best.SelectMany(node => node.Children).Where(node => !IsPhase(node) && node.Heading.Length > 0)];
    }

    private static bool IsStrong(PlanNode node) => Strong.Any(node.HeadingWords.Contains);

    private static int Score(PlanNode node)
    {
        var words = node.HeadingWords;
        if (words.Length > 40)
            return 0;
        if (Strong.Any(words.Contains) && !(words.Contains("要求", StringComparison.Ordinal) && !words.Contains("内容", StringComparison.Ordinal)))
            return words.Contains("步骤", StringComparison.Ordinal) && node.Children.Exists(IsPhase) ? 0 : 3;
        if (IsPhase(node) && node.Level <= MarkLevel.Section && !node.Children.Exists(IsPhase))
            return 2;
        if (Never.Any(words.Contains))
            return 0;
        return words.Contains("活动", StringComparison.Ordinal) || words.Contains("内容", StringComparison.Ordinal) || words.Contains("任务", StringComparison.Ordinal) ? 2 : node.Level <= MarkLevel.Section ? 1 : 0;
    }

    private static bool IsPhase(PlanNode node) => node.HeadingWords.Contains("阶段", StringComparison.Ordinal);

    private static bool Holds(PlanNode outer, PlanNode inner) => outer.Children.Exists(child => child == inner || Holds(child, inner));
}
