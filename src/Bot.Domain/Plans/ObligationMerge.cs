using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>
/// Makes one obligation of what a plan says twice, drops the general 及时报送 where a day is said elsewhere, and takes two
/// different days for one thing for none.
/// </summary>
internal static class ObligationMerge
{
    private static readonly string[] Common = ["安全生产月", "宣传月", "宣传周", "宣传日", "活动", "工作", "本单位", "各单位", "本地区", "本部门", "情况", "报告", "材料", "书面", "的", "开展", "统计", "进展", "文字", "电子版", "推荐", "登记", "反馈", "名单", "信息", "人员", "表", "回执"];
    private static readonly string[] Parts = ["全年", "年度", "半年", "阶段", "中期", "季度", "月度", "最终", "初步", "第一", "第二", "上半", "下半", "专项", "工作"];

    /// <summary>The obligations that remain, with what is doubtful about each.</summary>
    public static List<PlacedDuty> Of(IEnumerable<PlacedDuty> placed)
    {
        var all = new List<PlacedDuty>();
        foreach (var duty in placed)
        {
            if (!all.Exists(known => IsSame(known, duty)))
                all.Add(duty);
        }

        Contradictions(all);
        var dated = all.FindAll(duty => !IsOpen(duty));
        var kept = new List<PlacedDuty>();
        foreach (var duty in all)
        {
            if (!IsOpen(duty) || (!dated.Exists(other => IsOf(other, duty)) && !kept.Exists(other => IsOf(other, duty))))
                kept.Add(duty);
        }

        return kept;
    }

    // Nothing is said of a day; a day left blank or two that contradict are something else.
    private static bool IsOpen(PlacedDuty duty) => duty.Schedule is Schedule.Unspecified && duty.Duty.Time is null or PlanTime.Open { Blank: false } && duty.Doubt is null;

    private static bool IsOf(PlacedDuty dated, PlacedDuty open) => dated.Duty.Kind == open.Duty.Kind && (open.Duty.Kind != ObligationKind.Other || Ends(dated.Duty.Thing, open.Duty.Thing) || open.Duty.Time is null);

    private static bool Ends(string one, string other) => one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal);

    private static bool IsSame(PlacedDuty one, PlacedDuty other)
    {
        if (one.Duty.Kind != other.Duty.Kind || !Equal(one.Schedule, other.Schedule) || one.Subject != other.Subject)
            return false;
        if (one.Hour != other.Hour && one.Hour is not null && other.Hour is not null)
            return false;
        // One sentence asks for each thing once; elsewhere the same kind by the same day is the same thing.
        return one.Duty.Kind != ObligationKind.Other || (one.Duty.Words != other.Duty.Words && Ends(one.Duty.Thing, other.Duty.Thing));
    }

    private static bool Equal(Schedule one, Schedule other) => ScheduleText.When(one) == ScheduleText.When(other);

    private static void Contradictions(List<PlacedDuty> all)
    {
        for (var nth = 0; nth < all.Count; nth++)
        {
            for (var other = all.Count - 1; other > nth; other--)
            {
                if (!Contradict(all[nth], all[other]))
                    continue;
                var reason = $"同一件事写了两个日子：{ScheduleText.When(all[nth].Schedule)}；{ScheduleText.When(all[other].Schedule)}（{all[other].Duty.Sentence}）";
                all[nth] = all[nth] with { Schedule = new Schedule.Unspecified(), Hour = null, Doubt = reason };
                all.RemoveAt(other);
            }
        }
    }

    private static bool Contradict(PlacedDuty one, PlacedDuty other)
    {
        if (one.Duty.Kind != other.Duty.Kind || one.Subject != other.Subject || one.Duty.Kind is ObligationKind.Material or ObligationKind.Progress)
            return false;
        if (one.Schedule is not Schedule.Once first || other.Schedule is not Schedule.Once second || first.Due == second.Due || one.Duty.Words == other.Duty.Words)
            return false;
        // 本阶段小结 is another one in every phase.
        if (one.Duty.Thing.Contains('本', StringComparison.Ordinal) && one.Duty.Thing.Contains("阶段", StringComparison.Ordinal))
            return false;
        if (Core(one.Duty.Thing) != Core(other.Duty.Thing) && !(one.Duty.InForm || other.Duty.InForm))
            return false;
        if (one.Duty.Kind == ObligationKind.Other && Name(one.Duty.Thing) != Name(other.Duty.Thing))
            return false;
        if (one.Duty.Attachment > 0 && other.Duty.Attachment > 0 && one.Duty.Attachment != other.Duty.Attachment)
            return false;
        return Parts.All(part => one.Duty.Thing.Contains(part, StringComparison.Ordinal) == other.Duty.Thing.Contains(part, StringComparison.Ordinal) || part == "工作")
            && (one.Duty.Actor.Length == 0 || other.Duty.Actor.Length == 0 || one.Duty.Actor == other.Duty.Actor || one.Duty.InForm || other.Duty.InForm);
    }

    // What tells a thing from another of its kind: 百日行动总结 is not 活动总结.
    private static string Core(string thing)
    {
        var core = Name(thing);
        foreach (var word in Common)
            core = core.Replace(word, "", StringComparison.Ordinal);
        return core;
    }

    private static string Name(string thing) => string.Concat(thing.Where(char.IsLetter));
}
