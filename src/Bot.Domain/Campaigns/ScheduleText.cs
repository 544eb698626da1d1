namespace Bot.Domain.Campaigns;

/// <summary>Says in words when something must be handed in, and of what it must consist.</summary>
public static class ScheduleText
{
    private const string Weekdays = "日一二三四五六";

    private static readonly (Asked Part, string Word)[] Parts =
    [
        (Asked.Words, "文字"), (Asked.Photos, "照片"), (Asked.Video, "视频"), (Asked.Paper, "纸质件"), (Asked.StampedScan, "盖章扫描件"),
    ];

    /// <summary>When: <c>6月1日至6月30日，每周四前</c>.</summary>
    public static string When(Schedule schedule, TimeOnly? time = null) => schedule switch
    {
        Schedule.Once once => $"{Day(once.Due)}{Hour(time)}前，一次",
        Schedule.Dates dates => $"{string.Join('、', dates.Due.Select(Day))}{Hour(time)}前，各一次",
        Schedule.Daily daily => $"{Days(daily.From, daily.To)}，每天{Hour(time, "前")}",
        Schedule.Weekly { Days.Count: 0 } weekly => $"{Days(weekly.From, weekly.To)}，每周一次（日子自定）",
        Schedule.Weekly weekly => $"{Days(weekly.From, weekly.To)}，每周{string.Join('、', weekly.Days.Select(Weekday))}{Hour(time)}前",
        Schedule.Biweekly two => $"{Days(two.From, two.To)}，每两周的周{Weekday(two.Day)}{Hour(time)}前",
        Schedule.Monthly monthly => $"{Months(monthly.FromMonth, monthly.ToMonth)}，每月{string.Join('、', monthly.Days.Select(DayOfMonth))}{Hour(time)}前",
        Schedule.Quarterly quarterly =>
            $"{Months(quarterly.FromMonth, quarterly.ToMonth)}，每季度第{quarterly.Month}个月{DayOfMonth(quarterly.Day)}{Hour(time)}前",
        Schedule.PerActivity { Days: 0 } => "每次活动的当天",
        Schedule.PerActivity activity => $"每次活动后{activity.Days}天内",
        Schedule.Unspecified => "方案没有定日子（及时报送）",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Of what: <c>文字、照片</c>; empty: nothing in particular.</summary>
    public static string What(Asked asked) => string.Join('、', Parts.Where(p => asked.HasFlag(p.Part)).Select(p => p.Word));

    /// <summary>The kind's usual name.</summary>
    public static string Name(ObligationKind kind) => kind switch
    {
        ObligationKind.Liaison => "联络员",
        ObligationKind.Material => "活动材料",
        ObligationKind.Progress => "进展情况",
        ObligationKind.Summary => "总结",
        ObligationKind.Statistics => "统计表",
        ObligationKind.Plan => "方案",
        ObligationKind.Other => "其他",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary><c>2024年6月25日</c>.</summary>
    public static string Day(DateOnly day) => FormattableString.Invariant($"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary><c>2024年6月1日至6月30日</c>.</summary>
    public static string Days(DateOnly from, DateOnly to) => from == to
        ? Day(from)
        : Day(from) + "至" + (from.Year == to.Year ? FormattableString.Invariant($"{to.Month}月{to.Day}日") : Day(to));

    private static string Months(DateOnly from, DateOnly to) => from.Year == to.Year
        ? FormattableString.Invariant($"{from.Year}年{from.Month}月至{to.Month}月")
        : FormattableString.Invariant($"{from.Year}年{from.Month}月至{to.Year}年{to.Month}月");

    private static char Weekday(DayOfWeek day) => Weekdays[(int)day];

    private static string DayOfMonth(int day) => day == 0 ? "月底" : FormattableString.Invariant($"{day}日");

    private static string Hour(TimeOnly? time, string behind = "") => time is { } at ? FormattableString.Invariant($"{at.Hour}:{at.Minute:00}") + behind : "";
}
