namespace Bot.Domain.Plans;

/// <summary>The grammar of what comes again: every day, week, second week, month, quarter, after each activity.</summary>
internal static class Rhythms
{
    private const string Counters = "次篇期条份个场轮回件张组";

    /// <summary>Reads a rhythm; null where none begins.</summary>
    public static PlanTime? Read(ref TimeCursor cursor)
    {
        var back = cursor.At;
        var time = (PlanTime?)Quarterly(ref cursor) ?? Biweekly(ref cursor) ?? Weekly(ref cursor) ?? Monthly(ref cursor) ?? (PlanTime?)PerActivity(ref cursor) ?? Daily(ref cursor);
        if (time is null)
            cursor.At = back;
        return time;
    }

    private static PlanTime.Daily? Daily(ref TimeCursor cursor) =>
        cursor.TakeAny(["每个工作日", "每工作日", "每日", "每天", "逐日", "按日"]) ? new PlanTime.Daily() : null;

    private static PlanTime.Weekly? Weekly(ref TimeCursor cursor)
    {
        var back = cursor.At;
        var every = cursor.TakeAny(["每逢", "逢每", "每个", "每", "逢"]);
        if (every && Weekdays(ref cursor) is { Count: > 0 } days)
            return new PlanTime.Weekly(days);
        cursor.At = back;
        if (every && cursor.TakeAny(["每周", "每星期", "每个星期", "每一周"]))
        {
            if (cursor.TakeAny(["最后一个工作日", "最后1个工作日"]))
                return new PlanTime.Weekly([DayOfWeek.Friday]);
            if (cursor.TakeAny(["首个工作日", "第一个工作日"]))
                return new PlanTime.Weekly([DayOfWeek.Monday]);
            cursor.TakeAny(["末", "内"]);
            cursor.Take("的");
            return new PlanTime.Weekly(Weekdays(ref cursor) ?? []);
        }

        cursor.At = back;
        // 周五前, 周五下班前: without 每, in 按周… sentences
        return null;
    }

    // 周二、周五; 周一、三、五; not 周一次.
    private static List<DayOfWeek>? Weekdays(ref TimeCursor cursor)
    {
        var back = cursor.At;
        if (PlanDates.Weekday(ref cursor) is not { } first || IsCount(cursor, first))
        {
            cursor.At = back;
            return null;
        }

        var days = new List<DayOfWeek> { first };
        while (true)
        {
            var ahead = cursor;
            if (!ahead.TakeAny(["、", "和", "及", "与", "以及"]))
                break;
            ahead.TakeAny(["每周", "每星期", "逢周", "周", "星期"]);
            if (PlanDates.DayName(ahead.Next) is not { } more)
                break;
            ahead.At++;
            cursor = ahead;
            days.Add(more);
        }

        return days;
    }

    // 每周一次, 每周一报 (a rhythm) against 每周一报送 (a day).
    private static bool IsCount(TimeCursor cursor, DayOfWeek day) => day is DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday
        && (Counters.Contains(cursor.Next, StringComparison.Ordinal) || (cursor.Next is '报' or '调' or '通' && !cursor.Rest.StartsWith("报送") && !cursor.Rest.StartsWith("报告")));

    private static PlanTime.Biweekly? Biweekly(ref TimeCursor cursor)
    {
        var back = cursor.At;
        cursor.TakeAny(["每逢", "每", "逢"]);
        bool? even = null;
        var named = cursor.At > back;
        if (cursor.TakeAny(["双周"]))
            even = true;
        else if (cursor.TakeAny(["单周"]))
            even = false;
        else if (!cursor.TakeAny(["隔一周", "隔周", "间隔一周", "两周", "二周", "2周", "两个星期", "两星期"]) || (!named && !cursor.Rest.StartsWith("周") && !cursor.Rest.StartsWith("的周")))
            return Back(ref cursor, back);
        cursor.TakeAny(["的", "于", "在"]);
        var days = Weekdays(ref cursor);
        if (days is null && !named)
            return Back(ref cursor, back);
        return new PlanTime.Biweekly(days?[0], days is null ? null : even);
    }

    private static PlanTime.Biweekly? Back(ref TimeCursor cursor, int back)
    {
        cursor.At = back;
        return null;
    }

    private static PlanTime.Monthly? Monthly(ref TimeCursor cursor)
    {
        var back = cursor.At;
        var next = cursor.TakeAny(["每月次月", "次月", "下个月", "下月", "翌月"]);
        if (!next && !cursor.TakeAny(["每个月", "每月", "逐月", "按月", "当月"]))
            return null;
        var plain = !next && cursor.Rest.StartsWith("月");
        cursor.TakeAny(["的", "月"]);
        var days = new List<int>();
        while (MonthDay(ref cursor) is { } day)
        {
            days.Add(day);
            var ahead = cursor;
            if (!ahead.TakeAny(["、", "和", "及", "与"]))
                break;
            cursor = ahead;
        }

        if (days.Count > 0)
            return new PlanTime.Monthly(days, next);
        if (next || plain)
        {
            cursor.At = back;
            return null;
        }

        return new PlanTime.Monthly([], false);
    }

    private static int? MonthDay(ref TimeCursor cursor)
    {
        if (cursor.TakeAny(["最后一天", "最后1天", "最后一日", "最后一个工作日", "月底", "月末", "底", "末", "下旬"]))
            return 0;
        if (cursor.Take("上旬"))
            return 10;
        if (cursor.Take("中旬"))
            return 20;
        var back = cursor.At;
        if (cursor.Number() is { } day and >= 1 and <= 31 && (cursor.TakeAny(["日", "号"]) || cursor.Next == '、'))
            return day;
        cursor.At = back;
        return null;
    }

    private static PlanTime.Quarterly? Quarterly(ref TimeCursor cursor)
    {
        var back = cursor.At;
        var next = cursor.TakeAny(["次季度", "下季度", "下一季度", "下个季度"]);
        if (!next && !cursor.TakeAny(["每个季度", "每季度", "每季", "逐季", "各季度", "季度"]))
            return null;
        cursor.Take("的");
        var month = cursor.TakeAny(["首月", "第一个月", "首个月", "第1个月", "初"]) ? 1
            : cursor.TakeAny(["第二个月", "中间月", "第2个月"]) ? 2
            : cursor.TakeAny(["末月", "最后一个月", "第三个月", "最后1个月", "第3个月", "末", "底", "结束"]) ? 3 : 0;
        if (month == 0)
        {
            cursor.At = back;
            return null;
        }

        cursor.Take("的");
        return new PlanTime.Quarterly(month, MonthDay(ref cursor) ?? 0, next);
    }

    // 每次演练结束后2日内, 每场活动结束当天, 每期培训后3个工作日内.
    private static PlanTime.PerActivity? PerActivity(ref TimeCursor cursor)
    {
        var back = cursor.At;
        if (!cursor.TakeAny(["每次", "每场", "每期", "每项", "每批", "每轮", "每个", "每一次", "每一场", "每堂", "每开展一次", "每组织一次", "每举办一次", "各项", "各次", "单项", "单次"]))
            return null;
        var within = cursor.Rest[..Math.Min(16, cursor.Rest.Length)];
        var stop = within.IndexOfAny("。;，");
        if (stop >= 0)
            within = within[..stop];
        var after = within.LastIndexOf('后');
        var end = Math.Max(within.IndexOf("结束"), within.IndexOf("完成"));
        var sameDay = Math.Max(within.IndexOf("当天"), within.IndexOf("当日"));
        if (after < 0 && end < 0 && sameDay > 0)
        {
            cursor.At += sameDay + 2;
            return new PlanTime.PerActivity(0);
        }

        if (after < 0 && end < 0)
        {
            cursor.At = back;
            return null;
        }

        cursor.At += after >= 0 ? after + 1 : end + 2;
        cursor.Take("的");
        return Offsets.Count(ref cursor, out var count, out _) ? new PlanTime.PerActivity(count) : Lost(ref cursor, back);
    }

    private static PlanTime.PerActivity? Lost(ref TimeCursor cursor, int back)
    {
        cursor.At = back;
        return null;
    }
}
