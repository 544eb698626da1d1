using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>The days on which what is reported took place: not deadlines, not the notice's date, not the future.</summary>
internal sealed class ReportedDays(MarkedText text, DateOnly today, IReadOnlyList<string> units)
{
    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create("，。;!?\n");
    private const int QuoteReach = 40;
    private int[]? counting;
    private int written = -1;
    private const int ReportReach = 10;
    private static readonly string[] Before = ["截至", "截止", "截止到", "截至到", "填报日期", "填报时间", "日期", "填报", "自", "印发", "报送日期", "填表日期", "发布"];
    private static readonly string[] Behind = ["前", "之前", "以前", "以来", "印发", "下发", "填报", "发的", "报的", "表里", "表中", "报表", "那张", "那份", "那个表", "的表", "的周报", "的日报",  "填的", "交)", "交的", "写的", "传的", "上报", "发送", "说的", "那条", "报送", "通知", "文件", "供稿", "投稿", "发稿", "会议精神", "讲话", "下班前", "至今年"];

    /// <summary>The days of the whole message, sorted.</summary>
    public List<DaySpan> All(Predicate<Clause> skip)
    {
        if (Heading() is { } heading)
            return [heading];
        var days = new SortedSet<DaySpan>(Comparer<DaySpan>.Create(static (a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To)));
        foreach (var date in text.Dates)
        {
            if (Counts(date, skip) && !IsIdle(date))
                days.Add(Until(date));
        }

        return [.. days.Where(day => day.From != day.To || !days.Any(other => other != day && other.Contains(day.From)))];
    }

    /// <summary>The day named last before a position, in its line or in the heading; empty where none is.</summary>
    public IReadOnlyList<DaySpan> At(int position, Predicate<Clause> skip)
    {
        var last = LastBefore(position);
        var at = last >= 0 ? Counting(skip)[last] : -1;
        for (var next = last + 1; at < 0 && next < text.Dates.Count && text.ClauseAt(text.Dates[next].From).Sentence == text.ClauseAt(position).Sentence; next++)
            at = Counting(skip)[next];
        return at < 0 ? [] : [Until(text.Dates[at])];
    }

    // The last date that begins at a position or before it.
    private int LastBefore(int position)
    {
        var (low, high) = (0, text.Dates.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.Dates[middle].From <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    // For every date the last one so far on which something is reported, or -1.
    private int[] Counting(Predicate<Clause> skip)
    {
        if (counting is not null)
            return counting;
        counting = new int[text.Dates.Count];
        for (var at = 0; at < counting.Length; at++)
            counting[at] = Counts(text.Dates[at], skip) ? at : at > 0 ? counting[at - 1] : -1;
        return counting;
    }

    // A period in the heading speaks for everything below it.
    private DaySpan? Heading()
    {
        List<Clause>? line = null;
        foreach (var date in text.Dates)
        {
            if (date.Shape != DateShape.Interval || text.ClauseAt(date.From).Line != 0 || date.First > today || !Counts(date, static _ => false))
                continue;
            if (text.Clauses[^1].Line == 0)
                return null;
            line ??= text.Clauses.FindAll(static clause => clause.Line == 0);
            if (!text.QuantitiesIn(date.To, line[^1].To).Any())
                return date.Days;
        }

        return null;
    }

    private bool Counts(DateMention date, Predicate<Clause> skip)
    {
        if (date.Shape == DateShape.Month || date.First > today || date.First < today.AddDays(-200))
            return false;
        var clause = text.ClauseAt(date.From);
        if (skip(clause) || clause.Quoted || clause.Status is ClauseStatus.Planned or ClauseStatus.NotDone or ClauseStatus.Earlier)
            return false;
        if (clause.Aim && date.From > clause.From && text.Source[date.To] is not ('，' or ',' or '上' or '下' or '早' or '晚') || IsQuoted(date) || IsEach(date))
            return false;
        var words = text.Source.Text;
        foreach (var cue in Before)
        {
            if (words[..date.From].TrimEnd(": ").EndsWith(cue, StringComparison.Ordinal) && !(cue == "自" && words[date.To..].StartsWith('起')))
                return false;
        }

        // 6月10日前榆村……: the unit's name begins with what would else make it a deadline.
        var behind = words[date.To..].TrimStart("”\" ");
        if (date.Shape != DateShape.Interval && !BeginsWithUnit(behind))
        {
            foreach (var cue in Behind)
            {
                if (behind.StartsWith(cue, StringComparison.Ordinal) && !(cue == "下班前" && behind[cue.Length..].StartsWith("的")))
                    return false;
            }
        }

        if (date.From > 0 && words[date.From - 1] == '至' && (date.From == 1 || words[date.From - 2] is '(' or '\n') || behind.StartsWith("起截") || behind.StartsWith("起至"))
            return false;
        return !IsReportsOwn(behind) && !IsNotice(date, clause) && !IsEvent(date) && !IsMoved(date, clause);
    }

    // “今天哪里可能出事”: a word somebody is quoted with.
    private bool IsQuoted(DateMention date)
    {
        if (date.Shape != DateShape.Relative)
            return false;
        var words = text.Source.Text;
        var open = words[..date.From].LastIndexOfAny("“”\n");
        return open >= 0 && words[open] == '“' && words.Slice(date.To, Math.Min(QuoteReach, words.Length - date.To)).Contains('”');
    }

    // 每月15日, 逢25号: every such day, none in particular.
    private bool IsEach(DateMention date) => date.From > 0 && text.Source.Text[Math.Max(0, date.From - 3)..date.From].IndexOfAny("每逢") >= 0;

    // 昨天我们那期简报里, 今日11点所报两个数: the day something was sent.
    private static bool IsReportsOwn(ReadOnlySpan<char> behind)
    {
        var near = behind[..Math.Min(behind.Length, ReportReach)];
        var end = near.IndexOfAny(ClauseEnds);
        near = end < 0 ? near : near[..end];
        if (near.StartsWith("补报"))
            return true;
        foreach (var cue in (ReadOnlySpan<string>)["所报", "报的", "报来", "发的", "那期", "那篇", "稿子里", "小结里", "总结里", "报表", "写的", "填的", "交的", "群里发"])
        {
            if (near.Contains(cue, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private bool BeginsWithUnit(ReadOnlySpan<char> words)
    {
        foreach (var unit in units)
        {
            if (unit.Length > 1 && words.StartsWith(unit, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // 按照5月24日印发的方案, “6·7”燃气爆炸事故: days of other things.
    private bool IsNotice(DateMention date, Clause clause) => text.HasAny(date.To, clause.To, "会议", "视频会", "部署会", "电话会", "通知要求", "文件精神") && !text.ConceptHits(clause.From, clause.To).Any(hit => !hit.Concept.IsThing)
        && text.HasAny(clause.From, clause.To, "传达", "精神", "按照", "根据", "召开专题会议", "要求", "作出部署", "部署", "全市", "全省", "全区", "全县", "上级") || text.HasAny(date.To, Math.Min(clause.To, date.To + 12), "印发", "下发", "发布的");

    // 6月14日的演练改在6月17日举行.
    private bool IsMoved(DateMention date, Clause clause) =>
        text.HasAny(date.To, clause.To, "改在", "改到", "改至", "延期至", "推迟至", "推迟到", "延至") && text.DatesIn(date.To, clause.To).Any();

    // 父亲今天才看到……: beside a written day, 今天 without anything reported is only a way of speaking.
    private bool IsIdle(DateMention date)
    {
        if (date.Shape == DateShape.Next)
        {
            var from = date.To; // 第二天就落实了: only with an activity told behind it
            var end = text.Source.Text[from..].IndexOfAny("。!?;\n");
            return !text.ConceptHits(from, end < 0 ? text.Source.Length : from + end).Any(hit => !hit.Concept.IsThing && IsAsked(hit.Concept));
        }

        var clause = text.ClauseAt(date.From);
        return date.Shape == DateShape.Relative && clause.Line > 0 && FirstWritten() <= date.From
            && !text.QuantitiesIn(clause.From, clause.To).Any(q => q.Class is MeasureClass.People or MeasureClass.Session or MeasureClass.Thing) && !text.ConceptHits(clause.From, clause.To).Any();
    }

    // Whether any form has a blank for it, or for a wider one.
    private bool IsAsked(Concept concept)
    {
        for (Concept? wider = concept; wider is not null; wider = wider.Wider)
        {
            if (text.Vocabulary.GroupsOf(wider).Count > 0)
                return true;
        }

        return false;
    }

    // Where the first written day ends.
    private int FirstWritten()
    {
        if (written >= 0)
            return written;
        written = int.MaxValue;
        foreach (var date in text.Dates)
            written = date.Shape is DateShape.Day or DateShape.Interval ? Math.Min(written, date.To) : written;
        return written;
    }

    private bool IsEvent(DateMention date)
    {
        var end = text.Source.Text[date.To..].IndexOfAny(ClauseEnds) is >= 0 and var stop ? date.To + stop : text.Source.Length; // beyond the quote
        return text.Source[date.To] is '”' or '"' or '(' && text.HasAny(date.To, Math.Min(end, date.To + 16), "事故", "火灾", "爆炸", "地震", "惨案", "溃坝", "坍塌");
    }

    // 6月10日起免费开放，截至今日……: from that day until now.
    private DaySpan Until(DateMention date)
    {
        if (date.Shape == DateShape.Day && text.Source[date.To] == '起' && text.HasAny(date.To, Math.Min(text.Source.Length, date.To + 30), "截至", "至今"))
            return new DaySpan(date.First, today);
        return date.Shape == DateShape.Day && text.Source[date.To] == '起' && Closing(date) is { } closing ? new DaySpan(date.First, closing) : date.Days;
    }

    // 6月20日起……，到21日下午已连讲17场: the day on which it ended, in the same sentence.
    private DateOnly? Closing(DateMention begun)
    {
        var sentence = text.ClauseAt(begun.From).Sentence;
        foreach (var date in text.DatesIn(begun.To, text.Source.Length))
        {
            if (text.ClauseAt(date.From).Sentence != sentence)
                return null;
            if (date.Shape == DateShape.Day && text.Source[date.From - 1] is '到' or '至' && date.First > begun.First && date.First <= today)
                return date.First;
        }

        return null;
    }
}
