using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>Dated activities that are no hand-ins: the launch, the consultation day.</summary>
internal sealed class PlanEvents
{
    private static readonly string[] Past = ["发生", "爆炸", "事故", "坍塌", "起火", "以来", "下发", "印发", "施行", "实施", "修订", "通过", "发布", "部署会精神", "会议精神", "讲话精神", "教训", "倒塌", "暴雨", "同比", "通报了", "坠落", "中毒"];
    private static readonly string[] Worldwide = ["全国", "世界", "国际", "我国", "中国", "个"];
    private static readonly string[] Others = ["截止", "统计", "起算", "为界", "数据"];
    private static readonly string[] Deadlines = ["完成", "报", "交", "送"];
    private static readonly string[] Nouns =
    [
        "启动仪式", "启动大会", "启动会", "动员部署会", "动员视频会", "动员大会", "动员会", "咨询日", "咨询活动", "演练", "竞赛", "比武", "观摩会", "讲话", "开放日", "开放", "擂台赛", "决赛", "培训班", "宣誓", "演出", "大赛",
        "比赛", "讲座", "报告会", "座谈会", "推进会", "部署会", "现场会", "宣传日", "集中宣传", "仪式", "第一课", "体验", "签名", "直播", "会议", "活动",
    ];

    private readonly PlanPeriod period;
    private readonly int? year;
    private readonly DateOnly? issued;
    private readonly List<(CampaignEvent Event, string Sentence)> found = [];

    private PlanEvents(PlanPeriod period, int? year, DateOnly? issued) => (this.period, this.year, this.issued) = (period, year, issued);

    /// <summary>The events in the order of the plan, a day once, with their sentences.</summary>
    public static List<(CampaignEvent Event, string Sentence)> Of(PlanOutline outline, PlanPeriod period, int? year, DateOnly? issued)
    {
        var events = new PlanEvents(period, year, issued);
        foreach (var node in outline.Nodes)
        {
            if (IsTimes(node.HeadingWords))
                continue;
            foreach (var line in node.OwnLines())
                events.Line(line, node);
        }

        return events.found;
    }

    private static bool IsTimes(string heading) => heading.Length <= 12 && heading.Contains("时间", StringComparison.Ordinal) && !heading.Contains("内容", StringComparison.Ordinal);

    private void Line(PlanLine line, PlanNode node)
    {
        // The day under the signature.
        if (line.Words.Length <= 24 && TimeGrammar.All(line.Words) is [{ From: 0 } only] && only.To >= line.Words.Length)
            return;
        WrittenDate? before = null;
        foreach (var sentence in Sentences.Of(line.Words[line.Mark.Length..]))
        {
            var read = DutySentence.Of(sentence);
            foreach (var time in read.Times)
            {
                if (time is PlanTime.Days { Dates: [var date] } && !time.IsDeadline && Day(date, before) is { } day && IsHeld(sentence, read, time))
                    Add(new CampaignEvent(day, Name(sentence, time, node)), sentence);
                if (time is PlanTime.Days { Dates: [.., { Month: not null } last] })
                    before = last;
            }
        }
    }

    private void Add(CampaignEvent held, string sentence)
    {
        if (!found.Exists(known => known.Event.Day == held.Day))
            found.Add((held, sentence));
    }

    private DateOnly? Day(WrittenDate date, WrittenDate? before)
    {
        if (date.Day is null or 0 && date.Week == 0)
            return null;
        var of = date.Month is null && before is { } known ? date with { Month = known.Month, Year = known.Year } : date;
        if (of.Month is null || Spans.Day(of, year, last: true) is not { } day)
            return null;
        if (of.Year is null && issued is { } start && day.AddDays(60) < start)
            day = day.AddYears(1);
        var from = issued ?? period.Main?.From.AddDays(-45) ?? day;
        var latest = period.Companions.Values.Select(span => span.To).Append(period.Main?.To ?? day).Max().AddDays(15);
        // The document may be dated on the eve of its first event.
        return day < from.AddDays(-3) || day > latest || (date.Weekday is { } said && date.Week == 0 && said != day.DayOfWeek) ? null : day;
    }

    private static bool IsHeld(string sentence, DutySentence read, PlanTime time)
    {
        var behind = sentence[time.To..].TrimStart();
        var before = sentence[..time.From];
        if (behind.StartsWith('起') || behind.StartsWith("左右", StringComparison.Ordinal) || behind.StartsWith("前后", StringComparison.Ordinal) || behind.StartsWith("以来", StringComparison.Ordinal) || behind.StartsWith("以后", StringComparison.Ordinal) || behind.StartsWith('后')
            || behind.StartsWith('的') || behind.StartsWith("开始", StringComparison.Ordinal))
            return false;
        // 5月12日是第15个全国防灾减灾日 names the day.
        if ((behind.StartsWith('为') || behind.StartsWith('是')) && Worldwide.Any(behind.Contains))
            return false;
        if (behind.StartsWith('为') && behind.IndexOf('日', StringComparison.Ordinal) is > 1 and < 14)
            return true;
        if (behind.StartsWith('是') || (behind.StartsWith('为') && !behind.Contains("组织", StringComparison.Ordinal) && !behind.Contains("举办", StringComparison.Ordinal) && !behind.Contains("开展", StringComparison.Ordinal) && !behind.Contains("举行", StringComparison.Ordinal)))
            return false;
        if (before.EndsWith('自') || before.EndsWith('从') || before.EndsWith("截至", StringComparison.Ordinal) || before.EndsWith("截止", StringComparison.Ordinal) || before.EndsWith('(') || before.EndsWith('经'))
            return false;
        var end = sentence.IndexOfAny(['，', ';'], Math.Min(sentence.Length, time.To));
        var own = end < 0 ? behind : sentence[time.To..end];
        var second = end < 0 ? -1 : sentence.IndexOfAny(['，', ';'], end + 1);
        var clause = end < 0 ? behind : sentence[time.To..(second < 0 ? sentence.Length : second)];
        if (Past.Any(clause.Contains) && !clause.Contains("演练", StringComparison.Ordinal) && !clause.Contains("仪式", StringComparison.Ordinal))
            return false;
        if (Others.Any(clause.Contains))
            return false;
        // The time of a hand-in is none.
        return !read.Chunks.Any(chunk => chunk.Time == time) && !(HandInVerbs.All(own).Exists(verb => verb.Class == VerbClass.Report) && Deadlines.Any(own.Contains) && HandInThings.All(own).Count > 0);
    }

    // What is held, in the plan's words: the phrase that ends in a word for an occasion, else the part's heading.
    private static string Name(string sentence, PlanTime time, PlanNode node)
    {
        var behind = sentence[time.To..];
        foreach (var noun in Nouns)
        {
            var at = behind.IndexOf(noun, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var from = behind.LastIndexOfAny(['，', ',', '展', '办', '行', '织', '开', '在', '加', '的', ' ', '、', '设', '好'], Math.Max(0, at - 1)) + 1;
            return (at - from > 16 ? noun : behind[from..(at + noun.Length)]).Trim();
        }

        return node.Heading;
    }
}
