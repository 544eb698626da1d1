namespace Bot.Domain.Plans;

/// <summary>The grammar of days counted from something: 活动结束后3日内, 演练结束当天, 收到通知后5个工作日内.</summary>
internal static class Offsets
{
    private const int Reach = 22;
    private static readonly string[] Whole = ["宣传月", "宣传周", "宣传日", "安全月", "活动月", "活动周", "生产月", "质量月", "活动", "集中宣传", "专项行动", "行动", "竞赛", "百日攻坚", "整治"];
    private static readonly string[] Each = ["演练", "培训", "讲座", "宣讲", "检查", "观看", "课", "会议"];
    private static readonly string[] Taken = ["收到", "接到", "接通知", "收文"];
    private static readonly string[] Printed = ["印发", "下发", "发文", "发布", "通知之日"];

    /// <summary>Reads such a time from its 后 or 结束 on; null where none begins.</summary>
    public static PlanTime? Read(ref TimeCursor cursor)
    {
        var back = cursor.At;
        if (cursor.Next is not ('活' or '培' or '演' or '结' or '后' or '收' or '接' or '印' or '发'))
            return null;
        var text = cursor.Rest[..Math.Min(Reach, cursor.Rest.Length)];
        var stop = text.IndexOfAny("。;，、");
        if (stop >= 0)
            text = text[..stop];
        foreach (var word in (ReadOnlySpan<string>)["结束之日起", "之日起", "结束后", "后", "结束"])
        {
            var at = text.IndexOf(word);
            if (at < 0 || (at == 0 && word is "后"))
                continue;
            cursor.At = back + at + word.Length;
            cursor.TakeAny(["的", "，"]);
            if (Count(ref cursor, out var count, out var working))
                return Anchored(text[..(at + word.Length)], count, working);
            cursor.At = back;
        }

        return null;
    }

    /// <summary>Reads 当天, 次日, 3日内, 24小时内, 5个工作日内, 一周内.</summary>
    public static bool Count(ref TimeCursor cursor, out int count, out bool working)
    {
        (count, working) = (0, false);
        var back = cursor.At;
        if (cursor.TakeAny(["当天", "当日", "即日"]))
            return true;
        if (cursor.TakeAny(["次日", "第二天"]))
        {
            count = 1;
            return true;
        }

        cursor.Take("的");
        if (cursor.TakeAny(["半个月", "半月"]))
            count = 15;
        else if (cursor.Number() is { } number)
            count = number;
        else
            return false;
        if (count == 15 && cursor.Rest.StartsWith("内"))
            return cursor.Take("内");
        working = cursor.TakeAny(["个工作日", "工作日"]);
        var days = working || cursor.TakeAny(["日", "天", "个自然日"]);
        if (!days && cursor.TakeAny(["周", "个星期", "星期"]))
            (count, days) = (count * 7, true);
        if (!days && cursor.TakeAny(["个小时", "小时"]))
            (count, days) = ((count + 23) / 24, true);
        if (days && cursor.TakeAny(["内", "之内", "以内", "前"]))
            return true;
        cursor.At = back;
        return false;
    }

    private static PlanTime Anchored(ReadOnlySpan<char> anchor, int count, bool working)
    {
        if (Has(anchor, Taken))
            return new PlanTime.After(TimeAnchor.Unknown, count, working);
        if (Has(anchor, Printed))
            return new PlanTime.After(TimeAnchor.Issue, count, working);
        if (Has(anchor, Each) && !Has(anchor, ["月", "周"]))
            return new PlanTime.After(TimeAnchor.Activity, count, working, Array.Find(Each, anchor.ToString().Contains)!) { IsDeadline = true };
        return new PlanTime.After(TimeAnchor.Campaign, count, working) { IsDeadline = true };
    }

    private static bool Has(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
