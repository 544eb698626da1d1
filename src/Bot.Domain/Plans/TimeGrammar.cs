namespace Bot.Domain.Plans;

/// <summary>
/// The grammar of deadlines and rhythms as plans write them: 6月10日、20日、30日前, 每周二、周五下班前, 逢双周周一, 次月3日前,
/// 每季度末月25日前, 活动结束后3个工作日内, 每次演练结束当天, 及时.
/// </summary>
internal static class TimeGrammar
{
    private const string Starts = "同每逢双单隔次下上本月季年今明来翌自从即分于按及随适尽择定活培演结后收接印发周星第近〇零一二三四五六七八九十0123456789第";
    private static readonly string[] OpenWords = ["及时", "随时", "适时", "尽快", "尽早", "近期", "不定期", "择机", "按时", "按要求", "按规定", "即时", "第一时间"];

    /// <summary>All times of a sentence, in order.</summary>
    public static List<PlanTime> All(string sentence)
    {
        var found = new List<PlanTime>();
        for (var at = 0; at < sentence.Length;)
        {
            if (Starts.Contains(sentence[at], StringComparison.Ordinal) && !InsideNumber(sentence, at) && Read(sentence, at) is { } time)
            {
                found.Add(time);
                at = Math.Max(time.To, at + 1);
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    private static bool InsideNumber(string text, int at) => at > 0 && char.IsAsciiDigit(text[at]) && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.');

    private static PlanTime? Read(string text, int at)
    {
        var cursor = new TimeCursor(text, at);
        var time = Rhythms.Read(ref cursor) ?? Offsets.Read(ref cursor) ?? Open(ref cursor) ?? Dated(ref cursor);
        if (time is null)
            return null;
        var hour = DayHours.Read(ref cursor);
        var end = cursor.At;
        var deadline = Deadline(ref cursor);
        if (deadline && time is PlanTime.Days listed)
            time = More(ref cursor, listed);
        time = time with { From = at, Hour = time.Hour ?? hour, IsDeadline = time.IsDeadline || deadline };
        return time with { To = deadline ? cursor.At : end };
    }

    // 11月30日前、12月15日前: each with its own 前.
    private static PlanTime.Days More(ref TimeCursor cursor, PlanTime.Days days)
    {
        var dates = days.Dates.ToList();
        while (true)
        {
            var ahead = cursor;
            if (!ahead.TakeAny(["、", "和", "及"]) || !PlanDates.TryRead(ref ahead, true, out var more, out var blank) || blank || !Deadline(ref ahead))
                return days with { Dates = dates };
            cursor = ahead;
            dates.Add(Inherit(more, dates[^1]));
        }
    }

    private static bool Deadline(ref TimeCursor cursor)
    {
        var back = cursor.At;
        cursor.Take("(含)");
        // 前后 is no deadline, 前往 and 前期 are other words.
        if (cursor.TakeAny(["之前", "以前", "前"]) && cursor.Next is not ('后' or '往' or '期' or '来' or '去' or '夕' or '述' or '列'))
            return true;
        cursor.At = back;
        if (cursor.TakeAny(["截止", "为止", "止", "内", "之内", "以内"]))
            return true;
        cursor.At = back;
        return false;
    }

    private static PlanTime.Open? Open(ref TimeCursor cursor)
    {
        var back = cursor.At;
        if (cursor.TakeAny(OpenWords))
            return new PlanTime.Open(Blank: false);
        cursor.At = back;
        return null;
    }

    private static PlanTime? Dated(ref TimeCursor cursor)
    {
        var start = cursor.At;
        var from = cursor.TakeAny(["自即日起", "即日起"]) ? default(WrittenDate?) : null;
        if (cursor.At > start)
            return Spanned(ref cursor, from);
        var since = cursor.TakeAny(["自", "从"]);
        cursor.Take("分别于");
        cursor.Take("分别在");
        var listed = Bare(cursor, start);
        if (cursor.TakeAny(["本月底", "月底", "月末", "当月底"]))
            return new PlanTime.Days([new WrittenDate(null, null, 0)]);
        if (!PlanDates.TryRead(ref cursor, listed || cursor.At > start, out var first, out var blank))
            return null;
        if (blank)
            return new PlanTime.Open(Blank: true);
        // 上旬, 月底 are the last day allowed even without 前.
        var parted = cursor.At > start && first.Week == 0 && "旬底末".Contains(cursor.Before, StringComparison.Ordinal);
        if (Spanned(ref cursor, first) is { } span)
            return span;
        if (since || cursor.Next == '起' || cursor.Rest.StartsWith("开始"))
        {
            cursor.TakeAny(["起", "开始"]);
            return Ended(ref cursor, first);
        }

        var ahead = cursor;
        ahead.Take(")");
        if (first.Day is > 0 && ahead.TakeAny(["之后", "后"]) && Offsets.Count(ref ahead, out var count, out var working))
        {
            cursor = ahead;
            return new PlanTime.After(TimeAnchor.Written, count, working) { Day = first, IsDeadline = true };
        }

        return new PlanTime.Days(List(ref cursor, first)) { IsDeadline = parted };
    }

    // A bare day (25日前) stands where a date is inherited: after a comma, 于, 在, or at the beginning.
    private static bool Bare(TimeCursor cursor, int at)
    {
        var ahead = cursor;
        return ahead.Number() is { } day and >= 1 and <= 31 && ahead.TakeAny(["日", "号"]) && ahead.Rest is var rest
            && (rest.StartsWith("前") || rest.StartsWith("之前") || rest.StartsWith("以前") || rest.StartsWith("、") || rest.StartsWith("至") || rest.StartsWith("-")
                || rest.StartsWith("(") || rest.StartsWith("下班") || rest.StartsWith("上午") || rest.StartsWith("下午") || rest.StartsWith("中午") || rest.StartsWith("24时")
                || rest.StartsWith("1") || rest.StartsWith("截止") || rest.StartsWith("报") || rest.StartsWith("将"));
    }

    private static PlanTime.Span? Spanned(ref TimeCursor cursor, WrittenDate? first)
    {
        var back = cursor.At;
        if (cursor.TakeAny(["起至", "起到", "开始至", "至", "到", "---", "--", "-", "~"])
            || (cursor.Take("起") && cursor.TakeAny(["，至", "至", "，到", "到", "，"])))
        {
            cursor.Skip();
            if (PlanDates.TryRead(ref cursor, true, out var last, out _) && last != default)
            {
                cursor.TakeAny(["结束", "止", "期间"]);
                return new PlanTime.Span(first, Inherit(last, first));
            }
        }

        cursor.At = back;
        return null;
    }

    private static PlanTime.Span Ended(ref TimeCursor cursor, WrittenDate first)
    {
        var back = cursor.At;
        cursor.TakeAny(["，", "、"]);
        var said = cursor.TakeAny(["至", "到", "持续到", "持续至"]);
        if (PlanDates.TryRead(ref cursor, true, out var last, out _) && (cursor.TakeAny(["结束", "止"]) || said))
            return new PlanTime.Span(first, Inherit(last, first));

        cursor.At = back;
        return new PlanTime.Span(first, null);
    }

    private static List<WrittenDate> List(ref TimeCursor cursor, WrittenDate first)
    {
        var dates = new List<WrittenDate> { first };
        while (true)
        {
            var ahead = cursor;
            if (!ahead.TakeAny(["、", "和", "及", "以及", "与"]) || !PlanDates.TryRead(ref ahead, true, out var more, out var blank) || blank || (more.Day is null && first.Day is not null))
                break;
            cursor = ahead;
            dates.Add(Inherit(more, dates[^1]));
        }

        // 1月、2月、3月的5日
        if (dates[^1].Day is null && first.Day is null)
        {
            var ahead = cursor;
            if (ahead.Take("的") && PlanDates.TryRead(ref ahead, true, out var day, out _) && day is { Month: null, Day: not null })
            {
                cursor = ahead;
                dates[^1] = dates[^1] with { Day = day.Day };
            }
        }

        // 6月、9月、12月25日: the day is the last one's.
        return dates;
    }

    private static WrittenDate Inherit(WrittenDate date, WrittenDate? before) => before is not { } known ? date : date with
    {
        Year = date.Year ?? (date.Month is null || date.Month >= known.Month ? known.Year : known.Year + 1),
        Month = date.Month ?? known.Month,
        NextYear = date.NextYear || (known.NextYear && date.Year is null && (date.Month is null || date.Month >= known.Month)),
    };
}
