using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>
/// Reads one sentence: its times, verbs and things are gathered into chunks, one for each time; what stands before a time
/// belongs to it where nothing follows, what follows belongs to the last time named.
/// </summary>
internal sealed class DutySentence
{
    private static readonly string[] Refusals = ["不再", "无需", "不需", "无须", "毋须", "不必", "不用", "不要求", "不得", "不另", "免于", "免报", "不单独", "不作要求", "不报", "不予", "严禁", "不要"];
    private static readonly string[] Kept = ["留存", "备查", "存档", "归档", "建档", "留档", "归入", "入档", "自存", "保存", "自己存"];
    private static readonly string[] Triggers = ["发现", "遇有", "一旦", "如遇", "如有", "发生", "出现", "突发", "接到"];
    private static readonly string[] AtOnce = ["立即", "第一时间", "小时内", "随时", "即时", "电话", "马上", "立刻"];
    private static readonly string[] Contents = ["内容包括", "主要包括", "内容应", "包括但", "应包含", "内容为"];
    private static readonly string[] Enclosing = ["并附", "附上", "附送", "后附", "随附", "附有", "同时附", "另附", "需附", "须附", "要附"];

    private static readonly string[] Made = ["形成", "绘制", "制作", "填写", "编制", "填好", "拍摄", "录制"];
    private static readonly string[] Limits = ["时限", "截止时间", "截止日期", "截止", "报送时间", "上报时间", "提交时间", "报名时间", "征集时间", "最迟", "不晚", "不迟", "最晚", "截"];
    private static readonly string[] Joins = ["连同", "以及", "同", "和", "及", "与"];

    private readonly string text;
    private readonly string masked;
    private readonly List<Chunk> chunks = [];
    private readonly List<int> stops = [];
    private readonly List<(int At, int Number)> attachments = [];
    private readonly List<PlanTime> times;

    private DutySentence(string text)
    {
        this.text = text;
        masked = Mask(text);
        for (var at = 0; at < text.Length; at++)
        {
            if (masked[at] is '，' or ',' or ':' or ';')
                stops.Add(at);
        }

        times = [.. Months(TimeGrammar.All(Unquoted(text)).Select(Limited).Where(time => time is PlanTime.Span || (time is PlanTime.Weekly { Weekdays.Count: > 0 } or PlanTime.Monthly { MonthDays.Count: > 0 } && time.From > 1 && text[time.From - 1] == '(' && text[time.From - 2] == '报') || time.IsDeadline && time is PlanTime.Days || masked[time.From] != ' ' || text[time.From] == ' '))];
    }

    /// <summary>The times it names.</summary>
    public IReadOnlyList<PlanTime> Times => times;

    /// <summary>The chunks with a thing to hand in.</summary>
    public IEnumerable<Chunk> Chunks => chunks.Where(chunk => chunk.Things.Count > 0);

    /// <summary>The chunks in which something is handed in by a day, but what is not said there.</summary>
    public IEnumerable<Chunk> Nameless => chunks.Where(chunk => chunk.Things.Count == 0 && chunk.Time is PlanTime.Days or PlanTime.Weekly { Weekdays.Count: > 0 } or PlanTime.Monthly { MonthDays.Count: > 0 } && chunk.Verbs.Exists(IsGiving));

    /// <summary>The things a sentence names without asking for them.</summary>
    public IReadOnlyList<FoundThing> Named { get; private set; } = [];

    /// <summary>Reads a folded sentence.</summary>
    public static DutySentence Of(string sentence)
    {
        var read = new DutySentence(sentence);
        read.Gather();
        return read;
    }

    /// <summary>The number of the attachment named within or behind a thing; 0 without one.</summary>
    public int AttachmentOf(FoundThing thing)
    {
        foreach (var (at, number) in attachments)
        {
            if (at >= thing.From - 2 && at <= thing.To + 8 && masked[Math.Min(thing.To, masked.Length)..Math.Max(Math.Min(thing.To, masked.Length), Math.Min(at, masked.Length))].Trim(' ', '”', '》', '(').Length == 0)
                return number;
        }

        return 0;
    }

    /// <summary>The words of the part of the sentence a position lies in, up to the position.</summary>
    public string Before(int at) => masked[SegmentFrom(at)..at];

    /// <summary>The sentence with brackets blanked out.</summary>
    public string Masked => masked;

    /// <summary>Where the part of the sentence begins in which a position lies.</summary>
    public int SegmentFrom(int at)
    {
        var nth = stops.FindLastIndex(stop => stop < at);
        return nth < 0 ? 0 : stops[nth] + 1;
    }

    private int SegmentTo(int at)
    {
        var nth = stops.FindIndex(stop => stop >= at);
        return nth < 0 ? masked.Length : stops[nth];
    }

    private int Segment(int at) => stops.Count(stop => stop < at);

    private void Gather()
    {
        var verbs = HandInVerbs.All(masked).Where(verb => !IsRefused(verb.From) && !IsTopic(verb)).ToList();
        var things = HandInThings.All(masked, [.. verbs.Select(verb => verb.To), .. times.Select(time => time.To)]).Where(thing => !IsAside(thing)).ToList();
        foreach (var call in verbs.Where(verb => verb.Class == VerbClass.Call && masked[verb.From..verb.To] is "征集"))
        {
            // 征集家书: what is called for is a work, whatever its name.
            var end = SegmentTo(call.To);
            if (end - call.To is > 1 and <= 24 && !things.Exists(thing => thing.To > call.To && thing.To <= end))
                things.Add(new FoundThing(call.To, end, ObligationKind.Other, masked[call.To..end].Trim()));
        }

        foreach (var (at, number) in attachments.Where(found => masked[found.At] != ' '))
        {
            // 附件2一并报镇爱卫办: the attachment itself is the thing.
            var end = at + 2;
            while (end < masked.Length && char.IsAsciiDigit(masked[end]))
                end++;
            if (end > at + 2 && !things.Exists(thing => thing.From <= at && thing.To >= end))
                things.Add(new FoundThing(at, end, ObligationKind.Statistics, masked[Math.Max(SegmentFrom(at), at - 4)..end].Trim()));
        }

        Named = [.. things];
        things.Sort((one, other) => one.To - other.To);
        var spans = times.OfType<PlanTime.Span>().ToList();
        var current = new Chunk();
        foreach (var (_, token) in Tokens(verbs, things))
        {
            switch (token)
            {
                case PlanTime time:
                    if (IsDue(time, verbs, current))
                        current = Begin(time, current, things);
                    break;
                case FoundVerb verb:
                    current.Verbs.Add(verb);
                    break;
                case FoundThing thing:
                    current.Things.Add(thing);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        chunks.Add(current);
        Share();
        foreach (var chunk in chunks)
        {
            chunk.Span = Nearest(spans, chunk);
            Settle(chunk);
        }
    }

    // 截止日期为5月15日, 报名时间：即日起至6月8日: the last day is the deadline.
    private PlanTime Limited(PlanTime time)
    {
        // 最后一次为11月8日: where the rhythm ends.
        if (time is PlanTime.Days { Dates: [var end] } && (text[..time.From].EndsWith("最后一次为", StringComparison.Ordinal) || text[..time.From].EndsWith("最后一次", StringComparison.Ordinal)))
            return new PlanTime.Span(null, end) { From = time.From, To = time.To };
        if (!IsLimit(text[..time.From]))
            return time;
        return time switch
        {
            PlanTime.Span { Last: { } last } => new PlanTime.Days([last]) { From = time.From, To = time.To, Hour = time.Hour, IsDeadline = true },
            PlanTime.Days => time with { IsDeadline = true },
            _ => time,
        };
    }

    private static bool IsLimit(string before) => before.TrimEnd(' ', '为', '是', ':', '于', '至', '到') is var words && Limits.Any(words.EndsWith);

    // 6月份每周一: the month is the span of the rhythm behind it.
    private static IEnumerable<PlanTime> Months(IEnumerable<PlanTime> all)
    {
        PlanTime? waiting = null;
        foreach (var time in all)
        {
            if (waiting is PlanTime.Days { Dates: [var first, ..] months })
                yield return time is PlanTime.Weekly or PlanTime.Daily or PlanTime.Biweekly or PlanTime.Monthly && time.From - waiting.To <= 6 ? new PlanTime.Span(first, months[^1]) { From = waiting.From, To = waiting.To } : waiting;
            waiting = time is PlanTime.Days months2 && !time.IsDeadline && months2.Dates.All(date => date is { Month: not null, Day: null, Week: 0 }) ? time : null;
            if (waiting is null)
                yield return time;
        }

        if (waiting is not null)
            yield return waiting;
    }

    private IEnumerable<(int At, object Token)> Tokens(List<FoundVerb> verbs, List<FoundThing> things) =>
        times.Where(time => time is not PlanTime.Span).Select(time => (time.From, (object)time))
            .Concat(verbs.Select(verb => (verb.From, (object)verb)))
            .Concat(things.Select(thing => (thing.To - 1, (object)thing)))
            .OrderBy(token => token.Item1);

    // 6月16日 in 6月16日举行… is no deadline; 6月25日报送… is one.
    private bool IsDue(PlanTime time, List<FoundVerb> verbs, Chunk current)
    {
        // 按月报告，每月28日前报: the day is said behind.
        if (time is PlanTime.Monthly { MonthDays.Count: 0 } && times.Exists(other => other is PlanTime.Monthly { MonthDays.Count: > 0 }))
            return false;
        if (time is PlanTime.Open { Blank: false })
            return current.Time is null or PlanTime.Open || Segment(current.Time.From) != Segment(time.From) && current.Verbs.Count > 0 && current.Things.Count > 0;
        if (time is not PlanTime.Days || time.IsDeadline)
            return true;
        var end = SegmentTo(time.To);
        var verb = verbs.FirstOrDefault(found => found.From >= time.To && found.From < end && found.Class != VerbClass.Name);
        return verb.To > 0 || masked[time.To..].StartsWith("截止", StringComparison.Ordinal) || masked[..time.From].EndsWith("截止", StringComparison.Ordinal)
            || IsLimit(masked[..time.From]);
    }

    private Chunk Begin(PlanTime time, Chunk current, List<FoundThing> things)
    {
        var from = SegmentFrom(time.From);
        var next = times.Where(other => other.From > time.From && other is not PlanTime.Span and not PlanTime.Open { Blank: false }).Select(other => other.From).DefaultIfEmpty(masked.Length).First();
        var before = current.Things.FindAll(thing => thing.From >= from || (thing.To > from && thing.From < time.From && thing.To > from));
        var follows = things.Exists(thing => thing.From >= time.To && thing.To <= next && (IsAsked(thing) || Segment(thing.To) == Segment(time.To)));
        var begun = new Chunk { Time = time };
        var own = current.Time;
        if (own is not null && own.To > from && current.Verbs.Count == 0 && current.Things.Exists(thing => thing.To <= own.From) && current.Things.Exists(thing => thing.From >= own.To))
        {
            // 小结于6月15日前、总结于6月30日前报送: each thing stands before its day.
            before = current.Things.FindAll(thing => thing.From >= own.To);
            begun.Things.AddRange(before);
            current.Things.RemoveAll(before.Contains);
        }
        else if (own is null || HasEnd(current, from))
        {
            // A、B于6月25日前报送: what stands before the time in its own part belongs to it.
            begun.Things.AddRange(before);
            current.Things.RemoveAll(before.Contains);
            // 活动总结报送截止时间为6月28日: its verb too.
            begun.Verbs.AddRange(current.Verbs.Where(verb => verb.From >= from && before.Count > 0));
            current.Verbs.RemoveAll(begun.Verbs.Contains);
        }

        if (begun.Things.Count == 0 && !follows && current.Time is null && current.Things.Count > 0)
        {
            // 每个科室提交1幅作品，月底前交工会: the last things named.
            var last = Segment(current.Things[^1].To);
            // 填写联络员表，连同本单位的方案，于5月28日前报: both.
            while (last > 0 && Joins.Any(current.Things.Find(thing => Segment(thing.To) == last).Words.StartsWith) && current.Things.Exists(thing => Segment(thing.To) == last - 1))
                last--;
            begun.Things.AddRange(current.Things.FindAll(thing => Segment(thing.To) >= last));
            begun.Verbs.AddRange(current.Verbs);
            current.Things.RemoveAll(begun.Things.Contains);
        }

        if (own is not null && begun.Things.Count == 0 && !follows && current.Verbs.Find(verb => verb.From >= own.To) is { To: > 0 } done)
        {
            // A于5月10日前发送，附件1由镇街填报，于5月13日前报送: what came after the first was handed in.
            begun.Things.AddRange(current.Things.FindAll(thing => Segment(thing.To) > Segment(done.From) && thing.From > done.To));
            current.Things.RemoveAll(begun.Things.Contains);
        }

        if (begun.Things.Count == 0 && begun.Verbs.Count == 0 && own is null)
        {
            begun.Verbs.AddRange(current.Verbs.Where(verb => verb.From >= from));
            current.Verbs.RemoveAll(begun.Verbs.Contains);
        }

        chunks.Add(current);
        return begun;
    }

    // 报送, 交, 送: a verb that needs its thing; 报名 and 备案 do not.
    private bool IsGiving(FoundVerb verb) => masked[verb.From..verb.To] is "报送" or "上报" or "提交" or "报" or "交" or "送交" or "上交" or "交至" or "报至" or "送" or "寄送" or "发至" or "发送至" or "截止";

    /// <summary>What is handed in where no known word names it: what is quoted before, or made, drawn, filled in; null: nothing tells.</summary>
    public FoundThing? Unknown(Chunk chunk)
    {
        var verb = chunk.Verbs.FindLast(found => found.Class == VerbClass.Report);
        if (verb.To == 0 || masked[verb.From..verb.To] is not ("上报" or "报" or "报送" or "提交" or "交" or "送交" or "上交" or "送" or "报至" or "交至"))
            return null;
        var close = masked.LastIndexOf('”', verb.From);
        var open = close < 0 ? -1 : masked.LastIndexOf('“', close);
        if (open >= 0 && close - open is > 2 and < 20 && Made.Any(masked[Math.Max(0, open - 3)..open].Contains))
            return new FoundThing(open, close + 1, ObligationKind.Other, masked[open..(close + 1)]);
        return null;
    }

    // Whether a verb follows in the thing's own part.
    private bool IsAsked(FoundThing thing) => HandInVerbs.All(masked[SegmentFrom(thing.To)..SegmentTo(thing.To)]).Count > 0;

    // Whether the chunk before has come to its end before a position: a comma stands between.
    private static bool HasEnd(Chunk chunk, int from) => chunk.Time is { } time && time.To <= from && (chunk.Verbs.Count == 0 || chunk.Verbs[^1].To <= from);

    // 6月5日前将A、6月30日前将B报送至…: the verb at the end is everybody's.
    private void Share()
    {
        for (var nth = chunks.Count - 2; nth >= 0; nth--)
        {
            if (chunks[nth].Verbs.Count > 0 || chunks[nth].Time is not { } time || chunks[nth + 1].Time is not { } next || Segment(time.From) != Segment(next.From))
                continue;
            chunks[nth].Verbs.AddRange(chunks[nth + 1].Verbs);
            // 各乡镇6月5日前、各企业6月3日前上报登记表: the thing too.
            if (chunks[nth].Things.Count == 0 && time.IsDeadline)
                chunks[nth].Things.AddRange(chunks[nth + 1].Things.Where(thing => thing.From >= next.To));
        }
    }

    // The things that are handed in: beside a verb, or before the first.
    private void Settle(Chunk chunk)
    {
        if (chunk.Verbs.Count == 0)
        {
            // 活动总结：6月28日前, 联络员名单（5月28日前）: a list of what is due.
            if (chunk.Time is not { } due || !(due.IsDeadline || due is PlanTime.Weekly { Weekdays.Count: > 0 } or PlanTime.Monthly { MonthDays.Count: > 0 }))
                chunk.Things.Clear();
            else
                chunk.Things.RemoveAll(thing => thing.To > due.From || text[thing.To..due.From].Trim('”', '》', ' ', ':', '(', '于', '请', '在') is not ("" or "截止" or "截止时间" or "截止日期" or "截止日期:" or "截止时间:" or "报送时间"));
            chunk.IsListed = true;
            return;
        }

        var segments = chunk.Verbs.Select(verb => Segment(verb.From)).ToHashSet();
        // Without a day only what stands right beside its verb is asked for.
        if (chunk.Time is null or PlanTime.Open { Blank: false })
            chunk.Things.RemoveAll(thing => !segments.Contains(Segment(thing.To)) && !(segments.Contains(Segment(thing.To) + 1) && chunk.Time is not null && !chunk.Things.Exists(other => segments.Contains(Segment(other.To)))));
        var last = chunk.Verbs.Max(verb => verb.From);
        var naming = chunk.Verbs.TrueForAll(verb => verb.Class == VerbClass.Name);
        var calling = chunk.Verbs.TrueForAll(verb => verb.Class == VerbClass.Call);
        // 要给公众号供稿，图文信息不少于1条: what comes behind counts where nothing else does.
        var behind = chunk.Time is not null && chunk.Things.TrueForAll(thing => thing.From > last && !segments.Contains(Segment(thing.To)));
        chunk.Things.RemoveAll(thing => (!behind && !segments.Contains(Segment(thing.To)) && thing.From > last)
            || (naming && thing.Kind != ObligationKind.Liaison)
            || (calling && thing.Kind is ObligationKind.Summary or ObligationKind.Progress)
            || (thing.Kind == ObligationKind.Liaison && !IsNamed(chunk, thing)));
    }

    // 由联络员发到群里: there the liaison does it.
    private bool IsNamed(Chunk chunk, FoundThing thing)
    {
        if (!thing.Words.EndsWith("联络员", StringComparison.Ordinal) && !thing.Words.EndsWith("联络人", StringComparison.Ordinal) && !thing.Words.EndsWith("信息员", StringComparison.Ordinal) && !thing.Words.EndsWith("联系人", StringComparison.Ordinal))
            return true;
        if (thing.Words.StartsWith("由", StringComparison.Ordinal) || thing.Words.Contains("各位", StringComparison.Ordinal) || thing.Words.Contains("请各", StringComparison.Ordinal) || thing.Words.EndsWith("各联络员", StringComparison.Ordinal))
            return false;
        return chunk.Verbs.Exists(verb => verb.From < thing.To && Segment(verb.From) == Segment(thing.To))
            || (thing.From > 0 && masked[thing.From - 1] is '将' or '把')
            || (chunk.Time?.From >= thing.To && !chunk.Things.Exists(other => other.From > chunk.Verbs[0].From));
    }

    private static PlanTime.Span? Nearest(List<PlanTime.Span> spans, Chunk chunk) =>
        chunk.Time is not { } time ? null : spans.Find(span => span.From >= time.To && span.First is null) is { } end && spans.LastOrDefault(span => span.To <= time.From) is { Last: null } begin ? begin with { Last = end.Last }
            : spans.LastOrDefault(span => span.To <= time.From) ?? spans.FirstOrDefault(span => span.From >= time.To);

    private bool IsRefused(int at)
    {
        var part = masked.AsSpan(SegmentFrom(at)..SegmentTo(at));
        return Has(part[..Math.Min(part.Length, at - SegmentFrom(at))], Refusals) || (Has(masked.AsSpan(0, at), Triggers) && Has(masked, AtOnce) && !times.Exists(time => time is PlanTime.Days or PlanTime.Weekly or PlanTime.Monthly));
    }

    // 报送材料须经签字: the verb belongs to the name of what was asked before.
    private bool IsTopic(FoundVerb verb)
    {
        var before = masked[SegmentFrom(verb.From)..verb.From].Trim();
        var stretch = masked[verb.To..SegmentTo(verb.From)];
        if (before.Length == 0 && (stretch.StartsWith("材料", StringComparison.Ordinal) || stretch.StartsWith("内容", StringComparison.Ordinal) || stretch.StartsWith("的", StringComparison.Ordinal) || stretch.StartsWith("资料", StringComparison.Ordinal) || stretch.StartsWith("信息", StringComparison.Ordinal))
            && (stretch.Contains('须', StringComparison.Ordinal) || stretch.Contains('应', StringComparison.Ordinal) || stretch.Contains('要', StringComparison.Ordinal) || stretch.Contains("统一", StringComparison.Ordinal) || stretch.Contains('请', StringComparison.Ordinal) || stretch.Contains("一律", StringComparison.Ordinal)))
            return true;
        // 各单位报送作品后 is what has happened by then.
        if (stretch.Length < 12 && stretch.EndsWith('后') && !times.Exists(time => time.From >= SegmentFrom(verb.From) && time.To <= verb.From))
            return true;
        return stretch.StartsWith("的", StringComparison.Ordinal) && !stretch.StartsWith("的同时", StringComparison.Ordinal);
    }

    private bool IsAside(FoundThing thing)
    {
        var part = masked.AsSpan(SegmentFrom(thing.To)..SegmentTo(thing.To));
        if (Has(part, Kept) && !HandInVerbs.All(part.ToString()).Exists(verb => verb.Class == VerbClass.Report))
            return true;
        if (Has(part, Refusals) && !times.Exists(time => time.From >= SegmentFrom(thing.To) && time.To <= SegmentTo(thing.To)))
            return true;
        return Has(part, Contents) || thing.Words.StartsWith("以上", StringComparison.Ordinal) || thing.Words.StartsWith("上述", StringComparison.Ordinal);
    }

    private static bool Has(ReadOnlySpan<char> part, string[] words)
    {
        foreach (var word in words)
        {
            if (part.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // Brackets say how many or which attachment, enclosures come along: both are blanked out.
    private string Mask(string words)
    {
        var chars = words.ToCharArray();
        var depth = 0;
        for (var at = 0; at < chars.Length; at++)
        {
            if (words.AsSpan(at).StartsWith("附件") || words.AsSpan(at).StartsWith("附表"))
            {
                var end = at + 2;
                while (end < words.Length && char.IsAsciiDigit(words[end]))
                    end++;
                attachments.Add((at, ChineseNumber.Of(words.AsSpan(at + 2, end - at - 2)) ?? 1));
            }

            if (words[at] == '(')
                depth++;
            var inside = depth > 0;
            if (words[at] == ')')
                depth = Math.Max(0, depth - 1);
            if (inside)
                chars[at] = ' ';
        }

        var masked = new string(chars);
        foreach (var word in Enclosing.Append("，附").Append("、附"))
        {
            for (var at = masked.IndexOf(word, StringComparison.Ordinal); at >= 0; at = masked.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (masked.AsSpan(at + word.Length).StartsWith("件") || masked.AsSpan(at + word.Length).StartsWith("表"))
                    continue;
                var end = masked.IndexOfAny(['，', ';', '。'], at + 1);
                end = end < 0 ? masked.Length : end;
                masked = string.Concat(masked.AsSpan(0, at + 1), new string(' ', end - at - 1), masked.AsSpan(end));
            }
        }

        return masked;
    }

    // What stands in book titles and quotation marks names no time of this plan.
    private static string Unquoted(string words)
    {
        var chars = words.ToCharArray();
        var depth = 0;
        for (var at = 0; at < chars.Length; at++)
        {
            if (words[at] is '《' or '“')
                depth++;
            var inside = depth > 0;
            if (words[at] is '》' or '”')
                depth = Math.Max(0, depth - 1);
            if (inside)
                chars[at] = '*';
        }

        return new string(chars);
    }

    /// <summary>A time with what is handed in by it.</summary>
    internal sealed class Chunk
    {
        public PlanTime? Time { get; set; }

        public PlanTime.Span? Span { get; set; }

        /// <summary>Takes the time of what was asked before.</summary>
        public void Follow(PlanTime? time, PlanTime.Span? span) => (Time, Span) = (time, span);

        /// <summary>Whether it stands in a list of dues, without a verb.</summary>
        public bool IsListed { get; set; }

        public List<FoundVerb> Verbs { get; } = [];

        public List<FoundThing> Things { get; } = [];
    }
}
