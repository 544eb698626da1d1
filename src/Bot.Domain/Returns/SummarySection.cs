using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Returns;

/// <summary>The parts of a 总结 in their usual order.</summary>
public enum SummarySection
{
    /// <summary>学习贯彻: what leaders and staff heard and taught.</summary>
    Study,

    /// <summary>宣传教育.</summary>
    Publicity,

    /// <summary>应急演练.</summary>
    Drills,

    /// <summary>隐患排查.</summary>
    Hazards,

    /// <summary>What belongs to none of them.</summary>
    Other,
}

/// <summary>Which part of a 总结 a figure belongs to, by the form's own words.</summary>
internal static class SummarySections
{
    // What is more special is looked for first: 应急演练宣传 is about drills, 隐患举报宣传 about hazards.
    private static readonly (SummarySection Section, string[] Words)[] Signs =
    [
        (SummarySection.Drills, ["演练", "疏散"]),
        (SummarySection.Hazards, ["隐患", "排查", "整治", "整改", "举报", "曝光", "检查"]),
        (SummarySection.Study, ["学习", "研讨", "宣讲", "讲安全", "大家谈", "公开课", "班前会", "培训", "辅导报告"]),
        (SummarySection.Publicity,
            ["宣传", "咨询", "海报", "标语", "展板", "专栏", "科普", "公益", "竞答", "答题", "竞赛", "作品", "播", "体验", "报道", "媒体", "受众", "资料", "倡议", "宣誓", "展览", "文创"]),
    ];

    /// <summary>By the blank's phrase; where that tells nothing, by its row's name.</summary>
    public static SummarySection Of(Slot slot, FormRow row)
    {
        var said = By(slot.Phrase);
        return said == SummarySection.Other ? By(row.Name) : said;
    }

    /// <summary>By the words of a sentence.</summary>
    public static SummarySection Of(string sentence) => By(sentence);

    private static SummarySection By(string words)
    {
        var folded = SourceText.Fold(words).Text.ToString();
        foreach (var (section, signs) in Signs)
        {
            if (Array.Exists(signs, sign => folded.Contains(sign, StringComparison.Ordinal))) return section;
        }

        return SummarySection.Other;
    }
}
