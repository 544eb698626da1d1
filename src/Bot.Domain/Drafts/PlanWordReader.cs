using System.Text.RegularExpressions;
using Bot.Domain.Plans;

namespace Bot.Domain.Drafts;

/// <summary>
/// Reads what an admin says about a draft. The word stands at the beginning of a message of one line; anything else is none.
/// </summary>
public static partial class PlanWordReader
{
    private const int Longest = 300;

    /// <summary>The word; null: the text is none.</summary>
    public static PlanWord? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = text.Trim().TrimEnd('。', '！', '!', '.');
        if (said.Length is 0 or > Longest || said.Contains('\n', StringComparison.Ordinal)) return null;
        return said switch
        {
            "启用方案" or "启用这份方案" or "方案启用" => new PlanWord.Activate(null),
            "放弃方案" or "放弃这份方案" or "不要这份方案" => new PlanWord.Discard(),
            "看方案" or "方案" or "查看方案" => new PlanWord.Show(),
            _ => Activate(said) ?? Head(said) ?? Item(said),
        };
    }

    private static PlanWord.Activate? Activate(string said)
    {
        var match = As().Match(said);
        return !match.Success ? null : new PlanWord.Activate(match.Groups["how"].Value[0] is '另' or '新' && match.Groups["how"].Value is "另立" or "另一项" or "新活动" ? ActivateAs.Own : ActivateAs.Revision);
    }

    private static PlanWord? Head(string said)
    {
        var match = Set().Match(said);
        if (!match.Success || match.Groups["words"].Value.Trim() is not { Length: > 0 } words) return null;
        return match.Groups["what"].Value switch
        {
            "标题" or "方案标题" => new PlanWord.Title(words),
            "主题" or "活动主题" => new PlanWord.Theme(words),
            _ => new PlanWord.Period(words),
        };
    }

    private static PlanWord? Item(string said)
    {
        if (said[^1] is '？' or '?' or '吗' or '呢') return null;
        var match = Gone().Match(said);
        if (match.Success) return At(match) is { } gone ? new PlanWord.Delete(gone) : null;
        match = By().Match(said);
        if (match.Success) return At(match) is { } theirs ? new PlanWord.Whom(theirs, match.Groups["words"].Value.Trim()) : null;
        match = Numbered().Match(said);
        if (!match.Success || At(match) is not { } at || match.Groups["words"].Value.Trim() is not { Length: > 0 } words) return null;
        // Without a label a change must say that it is one; 第2项 总结 says nothing.
        if (!match.Groups["side"].Success && !match.Groups["as"].Success) return null;
        return Side(match.Groups["side"].Value) switch
        {
            HandInSide.Who => new PlanWord.Whom(at, words),
            HandInSide.What => new PlanWord.What(at, words),
            HandInSide.How => new PlanWord.Where(at, words),
            _ => new PlanWord.Change(at, words),
        };
    }

    private static HandInSide Side(string label) => label switch
    {
        "谁报" or "谁来报" => HandInSide.Who,
        "报什么" or "叫法" => HandInSide.What,
        "报到" or "报至" or "报送到" or "报送至" or "发到" or "交到" or "报到哪里" => HandInSide.How,
        _ => HandInLabels.Of(label),
    };

    private static int? At(Match match) => ChineseNumber.Of(match.Groups["at"].ValueSpan);

    [GeneratedRegex(@"^启用方案[ ，,]*(作为|为|：|:)?(?<how>新版本|新版|修订版|另立|另一项|新活动)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex As();

    [GeneratedRegex(@"^(把|将)?(?<what>方案标题|标题|活动主题|主题|活动时间|时间|活动期|起止时间) ?(改为|改成|改到|应为|应是|是|为|：|:)(?<words>.+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Set();

    [GeneratedRegex(@"^(把|将)?第 ?(?<at>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(项|条|个) ?的?(?<side>(报送|截止|填报|上报|责任)?(时间|日期|期限|时限|截止日|单位|对象|主体|内容|材料|名称)|谁来?报|报什么|叫法|报送?[到至](哪里)?|发到|交到)?( ?(?<as>改为|改成|改到|换成|应为|应是|：|:) ?| )(?<words>.+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();

    // 第2项由各企业报, 第2项只要社区报
    [GeneratedRegex(@"^第 ?(?<at>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(项|条|个) ?(改?由|只?要|只由) ?(?<words>[^，。；]+?)(报送|填报|上报|来报|报)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex By();

    [GeneratedRegex(@"^((删除|删去|删掉|去掉|取消|不要)第 ?(?<at>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(项|条|个)|(删除|删去|删掉|删) ?(?<at>[0-9]{1,3}) ?(项|条|个)?|第 ?(?<at>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(项|条|个)[ ，,：:]?(删除|删去|删掉|删|去掉|取消|不要)了?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Gone();
}
