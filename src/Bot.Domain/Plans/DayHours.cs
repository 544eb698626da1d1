namespace Bot.Domain.Plans;

/// <summary>The grammar of an hour behind a day: 下班前, 17时, 中午12:00, 下午3时, 24时.</summary>
internal static class DayHours
{
    /// <summary>Reads an hour; null where none stands.</summary>
    public static PlanHour? Read(ref TimeCursor cursor)
    {
        var back = cursor.At;
        cursor.Take("的");
        if (cursor.TakeAny(["下班时间", "下班", "下班后"]))
            return PlanHour.OfficeCloses;
        var late = cursor.TakeAny(["下午", "晚上", "晚", "傍晚"]);
        var noon = !late && cursor.TakeAny(["中午", "正午"]);
        var early = !late && !noon && cursor.TakeAny(["上午", "早上", "早", "凌晨"]);
        if (late && cursor.Take("下班"))
            return PlanHour.OfficeCloses;
        if (Clock(ref cursor) is { } clock)
            return late && clock.Hour < 12 ? clock with { Hour = clock.Hour + 12 } : clock;
        var ahead = cursor;
        if ((noon || early) && ahead.TakeAny(["前", "之前", "以前"]))
            return new PlanHour(12, 0);
        if (!late && !noon && !early)
            cursor.At = back;
        return null;
    }

    private static PlanHour? Clock(ref TimeCursor cursor)
    {
        var back = cursor.At;
        if (cursor.Number() is { } hour and >= 0 and <= 24)
        {
            if (cursor.Next == ':')
            {
                cursor.At++;
                if (cursor.Number() is { } minutes and >= 0 and < 60)
                    return new PlanHour(hour, minutes);
            }
            else if (cursor.TakeAny(["时整", "点整", "时", "点钟", "点"]) && cursor.Next is not ('间' or '段' or '起' or '候'))
            {
                var half = cursor.Take("半");
                var before = cursor.At;
                if (!half && cursor.Number() is { } minute and >= 0 and < 60 && cursor.Take("分"))
                    return new PlanHour(hour, minute);
                if (!half)
                    cursor.At = before;
                return new PlanHour(hour, half ? 30 : 0);
            }
        }

        cursor.At = back;
        return null;
    }
}
