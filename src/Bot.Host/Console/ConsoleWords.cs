using Bot.Adapters.Console;
using Bot.Adapters.Imports;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Replies;

namespace Bot.Host.Console;

/// <summary>The console's words for states and kinds.</summary>
internal static class ConsoleWords
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>What was just done; null: no word of ours.</summary>
    public static string? Done(string? what) => what switch
    {
        "saved" => "已保存。",
        "added" => "已添加。",
        "bound" => "活动已绑定到群。",
        "unbound" => "活动已从群里停用。",
        "code" => "新的码已生成。",
        "cancelled" => "码已作废。",
        "closed" => "群已停用，之后群里的话不再记录。",
        "member" => "成员已加入。",
        "left" => "成员已移出。",
        "ended" => "已结束该单位的联络员职责。",
        "revoked" => "个人链接已全部作废。",
        "settled" => "已记为核对无误。",
        "policy" => "提醒规则已保存。",
        "reset" => "已恢复默认。",
        "excused" => "已记为免报。",
        "reopened" => "已恢复应报。",
        "moved" => "截止日已改。机器人不会在群里自动通知改期，请另行告知。",
        "claimed" => "已认领，之前发的按原时间计入。",
        "plan" => "方案已录入，下面是读出来的内容，请核对。",
        "again" => "已照去年的方案拟好草稿，日子都改到了新的一年，请核对。",
        "corrected" => "已改好。",
        "undone" => "已撤销上一处修改。",
        "activated" => "已启用。",
        "discarded" => "草稿已放弃。",
        "sending" => "已重新排队，马上再发。",
        "given-up" => "好的，不再发。",
        "claiming" => "认领已提交，正在入账，请稍后刷新。",
        _ => null,
    };

    public static string Of(ReadingKind kind, bool nil) => kind switch
    {
        ReadingKind.Report => nil ? "零报告" : "报送",
        ReadingKind.Correction => "更正",
        ReadingKind.Retraction => "撤回",
        ReadingKind.Registration => "联络员登记",
        ReadingKind.Query => "询问",
        _ => "其他",
    };

    public static string Of(SubmissionState state) => state switch
    {
        SubmissionState.Handled => "已处理",
        SubmissionState.Unclaimed => "待认领",
        _ => "不入账",
    };

    public static string Of(SubmissionMark mark) => mark switch
    {
        SubmissionMark.Doubtful => "待核",
        SubmissionMark.Open => "未入账",
        SubmissionMark.Unclaimed => "待认领",
        SubmissionMark.Quiet => "闲聊及其他",
        _ => "全部报送",
    };

    /// <summary>What a check found.</summary>
    public static string Of(CheckCode code) => code switch
    {
        CheckCode.AttendanceWithoutActivity => "有人数，没有写活动场次",
        CheckCode.FarFromPeers => "与往常、与同类单位相差较大",
        CheckCode.DayOutsideCampaign => "日期不在活动期内",
        CheckCode.DayInFuture => "日期还没到",
        CheckCode.RepeatedPhoto => "有照片以前报过",
        CheckCode.NeighbourText => "文字与其他单位报过的相同",
        CheckCode.OtherUnitNamed => "文中写到别的单位",
        CheckCode.OtherYearNamed => "文中写到别的年份",
        CheckCode.BelowKnown => "累计数比台账少，等回答以哪个为准",
        CheckCode.Vague => "数字不明确，等回答具体多少",
        CheckCode.NothingToCorrect => "没有找到要更正的记录，等回答",
        CheckCode.Conflict => "同单位两人报数不一致，等回答",
        CheckCode.SameDayOtherFigures => "当天已报过同类活动，等回答是否同一场",
        CheckCode.Transcribed => "他人代报，等本单位核对",
        CheckCode.Proposed => "语言模型猜的栏目，未记入，等人确认",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What an obligation is called among those of its campaign: 活动材料, 沈阳行总结.</summary>
    public static string Of(Obligation obligation, Campaign campaign)
    {
        var label = ObligationNames.Of(campaign, obligation);
        var namesakes = campaign.Obligations.Where(o => ObligationNames.Of(campaign, o) == label).ToList();
        return namesakes.Count == 1 ? label : $"{label}（{namesakes.IndexOf(obligation) + 1}）";
    }

    public static string Of(DueMark mark) => mark switch
    {
        DueMark.Met => "已报",
        DueMark.Late => "补报",
        DueMark.Waiting => "待报",
        DueMark.Missing => "未报",
        DueMark.Excused => "免报",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The shape of a mark, for those who do not see its colour.</summary>
    public static string Sign(DueMark mark) => mark switch
    {
        DueMark.Met => "✓",
        DueMark.Late => "◐",
        DueMark.Waiting => "○",
        DueMark.Missing => "✕",
        DueMark.Excused => "－",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A rate with what it is made of: <c>11/13（84.6%）</c>; nobody owes anything: a dash.</summary>
    public static string Of(Rate rate) => rate.Of == 0 ? "—" : ProgressText.Of(rate);

    /// <summary><c>6月13日 周四</c></summary>
    public static string DayOfWeek(DateOnly day) => $"{Day(day)} 周{Weekdays[(int)day.DayOfWeek]}";

    /// <summary><c>6月13日</c></summary>
    public static string Day(DateOnly day) => FormattableString.Invariant($"{day.Month}月{day.Day}日");

    public static string Of(Platform platform) => platform switch
    {
        Platform.WebChat => "网页群聊",
        Platform.Telegram => "Telegram",
        Platform.WeCom => "企业微信",
        Platform.Import => "导入",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Role role) => role switch
    {
        Role.Owner => "负责人",
        Role.Admin => "管理员",
        Role.Liaison => "联络员",
        _ => "旁听",
    };

    public static string Of(MessageEvent what) => what switch
    {
        MessageEvent.Edited => "改为",
        MessageEvent.Withdrawn => "撤回",
        MessageEvent.Pressed => "点按钮",
        _ => "发出",
    };

    public static string Of(AuditAction? action) => action switch
    {
        AuditAction.GroupAdded => "新建群",
        AuditAction.GroupRenamed => "群改名",
        AuditAction.GroupClosed => "停用群",
        AuditAction.BindCodeMade => "生成绑定码",
        AuditAction.CodeCancelled => "作废码",
        AuditAction.CampaignBound => "绑定活动",
        AuditAction.CampaignUnbound => "停用群内活动",
        AuditAction.MemberAdded => "加入群成员",
        AuditAction.MemberRemoved => "移出群成员",
        AuditAction.UnitAdded => "新增单位",
        AuditAction.UnitChanged => "修改单位",
        AuditAction.UnitsImported => "导入单位",
        AuditAction.PersonAdded => "添加人员",
        AuditAction.PersonChanged => "修改人员",
        AuditAction.LiaisonAdded => "任联络员",
        AuditAction.LiaisonEnded => "结束联络员",
        AuditAction.JoinCodeMade => "生成登记码",
        AuditAction.PersonalLinkMade => "生成个人链接",
        AuditAction.PersonalLinksRevoked => "作废个人链接",
        AuditAction.RemarkSettled => "核对无误",
        AuditAction.SubmissionClaimed => "认领报送",
        AuditAction.DuesExcused => "免报",
        AuditAction.DuesReopened => "恢复应报",
        AuditAction.DeadlineMoved => "改截止日",
        AuditAction.Nudged => "催报",
        AuditAction.PolicySet => "改提醒规则",
        AuditAction.PolicyReset => "恢复默认提醒规则",
        AuditAction.GroupAimed => "改群的单位范围",
        AuditAction.PlanAdded => "录入方案",
        AuditAction.PlanCorrected => "修改方案草稿",
        AuditAction.PlanDiscarded => "放弃方案草稿",
        AuditAction.PlanActivated => "启用方案",
        AuditAction.PersonErased => "删除个人资料",
        AuditAction.OldTextsErased => "删除旧原文",
        AuditAction.MessagesSentAgain => "重发未送达",
        AuditAction.MessagesGivenUp => "不再发送",
        AuditAction.FigureStyleSet => "改填表方式",
        AuditAction.ChatImported => "导入旧消息",
        null => "其他",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(ImportStage stage) => stage switch
    {
        ImportStage.Review => "待核对",
        ImportStage.Running => "正在导入",
        ImportStage.Done => "已导入",
        ImportStage.Failed => "没有导入完",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What a detail of the audit log is about.</summary>
    public static string Detail(string key) => key switch
    {
        "unit" => "单位",
        "units" => "个数",
        "person" or "id" => "对象",
        "group" => "群",
        "submission" => "报送",
        "remark" => "待核项",
        "campaign" => "活动",
        "obligation" => "报送要求",
        "day" => "方案日期",
        "from" => "从",
        "plan" => "方案",
        "part" => "改了什么",
        "revision" => "版本",
        "to" => "到",
        "messages" => "消息数",
        "before" => "早于",
        "bounds" => "约、余",
        "empty" => "空栏",
        _ => key,
    };
}
