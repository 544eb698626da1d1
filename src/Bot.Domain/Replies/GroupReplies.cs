using Bot.Domain.Organisation;

namespace Bot.Domain.Replies;

/// <summary>The sentences that answer words, codes and people not yet known. (Receipts have theirs in <c>Wording</c>.)</summary>
public static class GroupReplies
{
    /// <summary>Kept for somebody not yet registered.</summary>
    public const string KeptUnclaimed = "收到，已记下时间。管理员确认您的单位后自动计入，不用再发一遍。";

    /// <summary>Somebody reports for several units and named none.</summary>
    public const string WhichUnit = "您负责几个单位，这一条是哪个单位的？点一下就行。";

    /// <summary>A correction that names no figure of the form.</summary>
    public const string CorrectWhat = "没看出要更正哪一项。请写全，例如：更正：6月5日应急疏散演练参与应为98人次。";

    /// <summary>Two campaigns fit as well.</summary>
    public const string WhichCampaign = "这一条是哪项活动的？点一下就行。";

    /// <summary>A form filled in that is none of the group's campaigns'.</summary>
    public const string OtherForm = "这份表的填报项和本活动的统计表大多对不上，像是别的活动的表，先没有记数。确实要按本活动记，点一下；发错了不用理会。";

    /// <summary>What can be said.</summary>
    public const string Help =
        "直接在群里写活动情况就行，例如：6月13日组织应急演练2场，120人参加，张贴海报30张。照片一起发或十分钟内补发都可以。\n" +
        "写错了：回复“更正：……”，或“撤回”。\n" +
        "可以发：我的（本单位已记的数）· 未报 · 进度 · 日程 · 汇总 · 明细 单位名 · 导出 · 图 · 请假 原因 · 登记 码 · 代报 单位名 内容\n" +
        "也可以直接问：总结哪天截止？演练一共多少场？我们交了吗？\n" +
        "管理员还可以发：催报 · 免报 单位名 原因 · 延期 总结 到 6月28日 · 后台 · 绑定 码";

    /// <summary>The files follow privately.</summary>
    public const string SentPrivately = "已发到您与助手的私聊。";

    /// <summary>Only admins may.</summary>
    public const string AdminsOnly = "这个需要管理员来办，请联系主管单位。";

    /// <summary>What the console's link is called.</summary>
    public const string ConsoleLink = "进入后台";

    /// <summary>What the console's link is.</summary>
    public const string ConsoleLinkHint = "后台链接（一小时内有效，只能打开一次，请勿转发）：";

    /// <summary>The files are there.</summary>
    public const string FilesReady = "统计表（按此刻台账填好，点开即下载）：";

    /// <summary>The charts are there.</summary>
    public const string ChartsReady = "图表（按此刻台账画好，点开即看）：";

    /// <summary>Somebody without a unit asks for theirs.</summary>
    public const string NotALiaison = "您还没有登记为联络员。请向管理员要登记码，发“登记 码”。";

    /// <summary>Another unit's records.</summary>
    public const string OwnUnitOnly = "只能看本单位的明细。";

    /// <summary>A code nobody made, or too old.</summary>
    public const string NoSuchCode = "这个码不对或已过期，请向管理员要一个新的。";

    /// <summary>No campaign runs here.</summary>
    public const string NoCampaign = "本群还没有绑定活动，请管理员在后台绑定。";

    /// <summary>A choice that no longer fits.</summary>
    public const string TooLate = "这一条已经处理过了。";

    /// <summary>The choice is not this person's to make.</summary>
    public const string NotYours = "请由发消息的人或管理员来选。";

    /// <summary>A chat became a group.</summary>
    public static string GroupBound(BoundGroup bound) =>
        $"“{bound.GroupName}”已绑定到{bound.OfficeName}。\n大家照常发活动情况和照片，助手自动记到统计表里。\n只有主管单位和本单位能看到明细。\n写错了回复“更正：……”或“撤回”，发“帮助”看更多。";

    /// <summary>Somebody became liaison.</summary>
    public static string Joined(JoinedUnit joined) => $"已登记为{joined.Name}的联络员。";

    /// <summary>Names in a round-up that no unit of the office has.</summary>
    public static string UnknownUnits(IReadOnlyList<string> names) => $"没有找到单位：{string.Join("、", names)}，这部分没有计入，请用单位全称再发一次。";

    /// <summary>No unit of that name.</summary>
    public static string NoSuchUnit(string name) => $"没有找到单位“{name}”，请写单位全称。";

    /// <summary>To an admin: who is this?</summary>
    public static string ClaimThis(string sender, string text, Unit? suggested) =>
        $"待认领：“{sender}”还没有登记，发来：{Shorten(text)}\n{(suggested is null ? "是哪个单位的？" : $"可能是{suggested.Name}的。")}点单位名即登记并按原时间计入。";

    /// <summary>Nothing is recorded.</summary>
    public static string NothingYet(IReadOnlyList<Unit> units) => $"{string.Join("、", units.Select(u => u.Name))}还没有记数。";

    /// <summary>A period nobody knows.</summary>
    public static string UnknownPeriod(string word) => $"不认识“{word}”。可以发：汇总、汇总 本周、汇总 上周、汇总 6月。";

    /// <summary>A format nobody knows.</summary>
    public static string UnknownFormat(string word) => $"不认识“{word}”。可以发：导出、导出 docx、导出 xlsx、导出 csv、导出 json、导出 各单位（每家一份，打成压缩包）。";

    /// <summary>An admin said whose it is.</summary>
    public static string Claimed(string sender, string unit) => $"已登记：{sender}（{unit}），之前发的已按原时间计入。";

    /// <summary>A report makes up for an older one.</summary>
    public static string CountsFor(string what, DateOnly day) => $"好的，已算作{SpokenDays.Of(day)}的{what}。";

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..(char.IsHighSurrogate(line[59]) ? 59 : 60)] + "…";
    }
}
