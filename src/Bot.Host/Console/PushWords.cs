using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;

namespace Bot.Host.Console;

/// <summary>The console's words for pushes and for what an office sets about them.</summary>
internal static class PushWords
{
    private const string Weekdays = "日一二三四五六";

    public static string Of(PushKind kind) => kind switch
    {
        PushKind.Reminder => "提醒",
        PushKind.Escalation => "报告管理员",
        PushKind.Thanks => "致谢",
        PushKind.Rollup => "汇总简报",
        PushKind.Prefill => "预填表格",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(PushView view) => view switch
    {
        PushView.Sent => "已发",
        PushView.Planned => "待发",
        PushView.Skipped => "没发",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What the bot said, by kind: 回执12、提醒2.</summary>
    public static string Of(IReadOnlyDictionary<OutgoingKind, int> said) =>
        string.Join('、', said.Where(s => s.Value > 0).OrderBy(s => s.Key).Select(s => FormattableString.Invariant($"{Of(s.Key)}{s.Value}")));

    public static string Of(OutgoingKind kind) => kind switch
    {
        OutgoingKind.Receipt => "回执",
        OutgoingKind.Question => "提问",
        OutgoingKind.Reply => "答复",
        OutgoingKind.Reminder => "提醒",
        OutgoingKind.Escalation => "报告管理员",
        OutgoingKind.Thanks => "致谢",
        OutgoingKind.Prefill => "预填表格",
        OutgoingKind.Rollup => "汇总简报",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(PushAudience audience) => audience switch
    {
        PushAudience.Group => "群里",
        PushAudience.Private => "私聊联络员",
        PushAudience.PrivateFirst => "截止日前私聊，当天起群里",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(StepDay day) => day switch
    {
        StepDay.DaysBefore => "截止日前几天（0当天）",
        StepDay.WorkingDaysBefore => "截止日前第几个工作日",
        StepDay.WorkingDaysAfter => "截止日后第几个工作日",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Why a push was not sent.</summary>
    public static string Of(SkipReason? reason) => reason switch
    {
        SkipReason.Newer => "同一次报送后面的一步已到时间，只发最新的",
        SkipReason.TooOld => "程序当时没有运行，补发已没有意义（过了截止，且超过24小时）",
        SkipReason.NobodyMissing => "都报齐了，不用提醒",
        SkipReason.Unchanged => "和上次相比没有变化",
        SkipReason.NobodyToTell => "没有可发的地方：没有绑定群，也没有能私聊的联络员",
        null => "没有写明原因",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whom a step would reach.</summary>
    public static string Whom(PushStep step, PushAudience audience, bool onTheDay) => step.Kind switch
    {
        PushKind.Reminder when audience == PushAudience.Private || (audience == PushAudience.PrivateFirst && !onTheDay) => "未报单位的联络员（私聊；联系不上的在群里）",
        PushKind.Reminder or PushKind.Thanks => "联络群",
        PushKind.Escalation => "管理员（私聊）",
        PushKind.Rollup => "联络群和管理员",
        PushKind.Prefill => "各单位联络员（私聊）",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What was done to a step, in words; empty: nothing.</summary>
    public static string Of(StepForecast step) => string.Join(
        "；",
        new[]
        {
            step.FromRestDay is { } rest ? $"{ConsoleWords.Day(rest)}休息，提前到前一个工作日" : "",
            step.IsEarlier ? $"原定{Hour(step.Step.At)}，按截止时刻和免打扰时段调整" : "",
            step.Fate switch
            {
                StepFate.Pushed => "",
                StepFate.Merged => "与同一时刻的另一步合并",
                StepFate.BeforeWindow => "不发：那天这一次还没开始报",
                StepFate.NoHourLeft => "不发：截止时刻太早，当天没有合适的时间",
                _ => throw new System.Diagnostics.UnreachableException(),
            },
        }.Where(words => words.Length > 0));

    /// <summary>What is wrong with a setting, and what to do.</summary>
    public static string Of(SettingsFaultCode code, TimeOnly? dueHour) => code switch
    {
        SettingsFaultCode.ScheduleIsThePlans => "方案定了日子，不能另定；个别延期请在应报表里改截止日。",
        SettingsFaultCode.UnknownSchedule => "请选择每周、每月或一次。",
        SettingsFaultCode.FarFromPeriod => $"离活动期太远，最多前后{SettingsCheck.FarthestFromPeriod}天。",
        SettingsFaultCode.NoWeekday => "请选择周几。",
        SettingsFaultCode.NoMonthDay => "请选择每月几日。",
        SettingsFaultCode.EarlierDays => $"提前的天数请填0到{SettingsCheck.FarthestDays}。",
        SettingsFaultCode.EarlierThanBefore => "提前太多了：会早过上一次的截止日。",
        SettingsFaultCode.CutOff => "数据截止日要在活动开始之后，且不晚于报送截止日。",
        SettingsFaultCode.CutOffRecurring => "要报多次的不能只定一个数据截止日，请留空。",
        SettingsFaultCode.TooManySteps => $"最多{SettingsCheck.MostSteps}步，请删去几步。",
        SettingsFaultCode.Name or SettingsFaultCode.NameTwice => "这一步的编号不对，请删去后重新添加。",
        SettingsFaultCode.SameTwice => "这一步和前面的一步一样，请删去一个。",
        SettingsFaultCode.Count => $"天数请填0到{SettingsCheck.FarthestDays}。",
        SettingsFaultCode.NoWorkingDay => "按工作日数，最少是1。当天请选“截止日前几天”填0。",
        SettingsFaultCode.ThanksIsNoStep => "致谢不定时刻：报齐后十分钟内发。",
        SettingsFaultCode.EscalationBefore => "报告管理员要在截止日后。",
        SettingsFaultCode.PrefillAfter => "预填表格要在截止日前或当天。",
        SettingsFaultCode.Quiet => "这个时刻在免打扰时段里，请改时刻或改免打扰时段。",
        SettingsFaultCode.AfterDueHour => $"当天{Hour(dueHour ?? default)}截止，请定在这之前。",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The field a fault belongs to; null: to a step.</summary>
    public static string? FieldOf(SettingsFaultCode code) => code switch
    {
        SettingsFaultCode.ScheduleIsThePlans or SettingsFaultCode.UnknownSchedule => "schedule",
        SettingsFaultCode.FarFromPeriod => "once",
        SettingsFaultCode.NoWeekday => "weekday",
        SettingsFaultCode.NoMonthDay => "monthday",
        SettingsFaultCode.EarlierDays or SettingsFaultCode.EarlierThanBefore => "earlier",
        SettingsFaultCode.CutOff or SettingsFaultCode.CutOffRecurring => "cutoff",
        SettingsFaultCode.TooManySteps => "steps",
        _ => null,
    };

    /// <summary><c>周四</c></summary>
    public static string Of(DayOfWeek day) => $"周{Weekdays[(int)day]}";

    /// <summary><c>09:00</c></summary>
    public static string Hour(TimeOnly hour) => hour.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
