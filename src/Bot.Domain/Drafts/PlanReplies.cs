using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.Plans;

namespace Bot.Domain.Drafts;

/// <summary>The sentences about a plan that was dropped into the chat.</summary>
public static class PlanReplies
{
    /// <summary>What the link is called.</summary>
    public const string Link = "核对方案";

    /// <summary>No draft is open.</summary>
    public const string None = "没有待启用的方案。把方案文件（Word、PDF、TXT或MD）发给我，或在后台“方案”里录入。";

    /// <summary>It was put away.</summary>
    public const string Discarded = "好的，这份方案已放弃，没有启用。";

    /// <summary>The words name no time.</summary>
    public const string WhenExactly = "没看懂时间。请写成：第2项改为6月28日前；也可以写每周五前、每月25日前、每天17时前。";

    /// <summary>The words name nobody.</summary>
    public const string WhoExactly = "没看懂由谁报。请写成：第2项报送单位改为各社区、村；都要报就写所有单位。";

    /// <summary>The words name nothing that can be handed in.</summary>
    public const string WhatExactly = "没看懂报什么。请写成：第2项内容改为活动总结；也可以写统计表、活动材料、进展情况、隐患排查清单等。";

    /// <summary>The words name no days.</summary>
    public const string WhichDays = "没看懂起止时间。请写成：时间改为6月1日至6月30日。";

    /// <summary>How to go on.</summary>
    public const string How = "不对的直接回我，例如：第2项改为6月28日前；第2项报送单位改为各社区；第2项内容改为活动总结；删除第3项；时间改为6月1日至6月30日。都对了发“启用方案”，不用了发“放弃方案”。";

    private const string NoGroupYet = "还没有在群里运行：请到后台“联络群”生成绑定码，在群里发“绑定 码”，再给群选这项活动。";
    private const int MostItems = 12;
    private const int MostDoubts = 5;

    /// <summary>The one line the group hears.</summary>
    public static string InGroup(PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return $"方案读好了：报送要求{reading.Obligations.Count}项，统计表{Tables(reading).Count}张。详细内容已发到您与助手的私聊，核对启用前不作数。";
    }

    /// <summary>There is no such item.</summary>
    public static string NoItem(int item, PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Obligations.Count == 0 ? "这份方案里还没有报送要求。" : $"没有第{item}项，这份方案有{reading.Obligations.Count}项报送要求。";
    }

    /// <summary>What was understood, with what is unsure.</summary>
    public static string Understood(PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var text = new StringBuilder();
        Line(text, $"读到方案：{reading.Title ?? "（没有找到标题）"}");
        Line(text, $"活动期：{(reading.Period is { } period ? ScheduleText.Days(period.From, period.To) : "没有找到")}");
        Line(text, reading.Obligations.Count == 0 ? "没有读出报送要求。" : $"报送要求{reading.Obligations.Count}项：");
        foreach (var (handIn, at) in reading.Obligations.Take(MostItems).Select((handIn, at) => (handIn, at))) Line(text, Item(handIn, at));
        if (reading.Obligations.Count > MostItems) Line(text, $"……其余{reading.Obligations.Count - MostItems}项请点链接看。");
        foreach (var form in Tables(reading)) Line(text, $"统计表：{form.Name}，{form.Slots.Count()}个填报项");
        foreach (var form in reading.Forms.Where(f => f.IsLiaison)) Line(text, $"联络员表：{form.Name}");
        Doubts(text, reading);
        text.Append(How);
        return text.ToString();
    }

    /// <summary>What stands there after a correction.</summary>
    public static string Corrected(string what, PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return $"已改：{what}\n{(reading.Unsure.Count > 0 ? $"还有{reading.Unsure.Count}处请核对。" : "")}都对了发“启用方案”。";
    }

    /// <summary>Who is named without being a unit of the office or a type of its units; empty: all are known.</summary>
    public static string NobodyYet(IReadOnlyList<string> unknown)
    {
        ArgumentNullException.ThrowIfNull(unknown);
        return unknown.Count == 0 ? "" : $"\n注意：本单位的填报单位里没有叫“{string.Join("”“", unknown)}”的单位或单位类型，补上之前没有单位要报这一项。";
    }

    /// <summary>An item in one line: <c>2．总结：2024年6月25日前，一次</c>.</summary>
    public static string Item(PlanObligation handIn, int at)
    {
        ArgumentNullException.ThrowIfNull(handIn);
        var hour = handIn.Time is { Hour: 24 } ? null : handIn.Time?.Time;
        return $"{at + 1}．{handIn.Subject}{(handIn.Kind == ObligationKind.Other ? handIn.Thing : ScheduleText.Name(handIn.Kind))}：{ScheduleText.When(handIn.Schedule, hour)}{(handIn.Addressees.Count > 0 ? $"（{string.Join('、', handIn.Addressees)}）" : "")}";
    }

    /// <summary>It runs, and what is next.</summary>
    public static string Activated(RevisionId revision, IReadOnlyList<string> groups, int running)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return $"方案已启用（第{revision.Number}版）。" + (groups.Count > 0 ? $"已在{string.Join('、', groups)}运行，群里的报送从现在起记到这项活动。"
            : running > 0 ? "原来运行的群都改用这一版。"
            : NoGroupYet) + "截止时间已过的不再要求补报。";
    }

    /// <summary>It was activated before; the word is repeated, or its answer was lost.</summary>
    /// <param name="title">The plan's title.</param>
    /// <param name="revision">What was made of it.</param>
    /// <param name="since">When, by the office's clock.</param>
    /// <param name="groups">The groups it runs in.</param>
    public static string Already(string title, RevisionId revision, DateTime since, IReadOnlyList<string> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return FormattableString.Invariant($"“{title}”已经启用：第{revision.Number}版，{since.Year}年{since.Month}月{since.Day}日{since.Hour}:{since.Minute:00}起，不用再发。")
            + (groups.Count > 0 ? $"正在{string.Join('、', groups)}运行。" : NoGroupYet) + "要启用另一份，请把方案文件发给我。";
    }

    /// <summary>It is another version of a campaign of the office.</summary>
    public static string Former(string title, int next, IReadOnlyList<string> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        var text = new StringBuilder();
        Line(text, $"本单位已有同一份方案：{title}。与现用的有{differences.Count}处不同{(differences.Count > 0 ? "：" : "。")}");
        foreach (var line in differences.Take(MostItems)) Line(text, $"· {line}");
        if (differences.Count > MostItems) Line(text, $"……其余{differences.Count - MostItems}处请点链接看。");
        text.Append($"要改用这一版，发“启用方案 新版”（成为第{next}版，已记的数都保留）；是另一项活动，发“启用方案 另立”。");
        return text.ToString();
    }

    private static IReadOnlyList<PlanForm> Tables(PlanReading reading) => [.. reading.Forms.Where(f => !f.IsLiaison && f.Slots.Any())];

    private static void Doubts(StringBuilder text, PlanReading reading)
    {
        if (reading.Unsure.Count == 0) return;
        Line(text, $"请核对{reading.Unsure.Count}处：");
        foreach (var doubt in reading.Unsure.Take(MostDoubts)) Line(text, $"· {Place(doubt)}{doubt.Reason}");
        if (reading.Unsure.Count > MostDoubts) Line(text, $"……其余{reading.Unsure.Count - MostDoubts}处请点链接看。");
    }

    private static string Place(PlanDoubt doubt) =>
        doubt.Path.StartsWith("obligations[", StringComparison.Ordinal) && int.TryParse(doubt.Path.Split('[', ']')[1], out var at) ? $"第{at + 1}项：" : "";

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
