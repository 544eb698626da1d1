using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>
/// Gathers the times, verbs and things of a sentence into chunks, one for each time: what stands before a time belongs to it
/// where nothing follows, what follows belongs to the last time named.
/// </summary>
internal sealed class DutyChunks
{
    private static readonly string[] Joins = ["连同", "以及", "同", "和", "及", "与"];
    private readonly SentenceText text;
    private readonly List<PlanTime> times;
    private readonly List<DutyChunk> chunks = [];

    private DutyChunks(SentenceText text, List<PlanTime> times) => (this.text, this.times) = (text, times);

    /// <summary>The chunks.</summary>
    public IReadOnlyList<DutyChunk> All => chunks;

    /// <summary>The things named, asked for or not.</summary>
    public IReadOnlyList<FoundThing> Named { get; private set; } = [];

    /// <summary>Gathers a sentence.</summary>
    public static DutyChunks Of(SentenceText text, List<PlanTime> times)
    {
        var gathered = new DutyChunks(text, times);
        gathered.Gather();
        return gathered;
    }

    private void Gather()
    {
        var asides = new SentenceAsides(text, times);
        var settled = new ChunkThings(text);
        var verbs = HandInVerbs.All(text.Masked).Where(verb => !asides.IsRefused(verb.From) && !asides.IsTopic(verb)).ToList();
        var things = HandInThings.All(text.Masked, [.. verbs.Select(verb => verb.To), .. times.Select(time => time.To)]).Where(thing => !asides.IsAside(thing)).ToList();
        things.AddRange(Unnamed(verbs, things));
        Named = [.. things];
        things.Sort((one, other) => one.To - other.To);
        var spans = times.OfType<PlanTime.Span>().ToList();
        var current = new DutyChunk();
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
            settled.Settle(chunk);
        }
    }

    private IEnumerable<(int At, object Token)> Tokens(List<FoundVerb> verbs, List<FoundThing> things) =>
        times.Where(time => time is not PlanTime.Span).Select(time => (time.From, (object)time))
            .Concat(verbs.Select(verb => (verb.From, (object)verb)))
            .Concat(things.Select(thing => (thing.To - 1, (object)thing)))
            .OrderBy(token => token.Item1);

    // 6月16日 in 6月16日举行… is no deadline; 6月25日报送… is one.
    private bool IsDue(PlanTime time, List<FoundVerb> verbs, DutyChunk current)
    {
        // 按月报告，每月28日前报: the day is said behind.
        if (time is PlanTime.Monthly { MonthDays.Count: 0 } && times.Exists(other => other is PlanTime.Monthly { MonthDays.Count: > 0 }))
            return false;
        if (time is PlanTime.Open { Blank: false })
            return current.Time is null or PlanTime.Open || text.Segment(current.Time.From) != text.Segment(time.From) && current.Verbs.Count > 0 && current.Things.Count > 0;
        if (time is not PlanTime.Days || time.IsDeadline)
            return true;
        var end = text.SegmentTo(time.To);
        var verb = verbs.FirstOrDefault(found => found.From >= time.To && found.From < end && found.Class != VerbClass.Name);
        // 11月9日演练的照片在结束后3日内报: the day is the drill's.
        return (verb.To > 0 && !times.Exists(other => other is not PlanTime.Span && other.From >= time.To && other.From < verb.From)) || SentenceTimes.IsLimit(text.Masked[..time.From]);
    }

    private DutyChunk Begin(PlanTime time, DutyChunk current, List<FoundThing> things)
    {
        var from = text.SegmentFrom(time.From);
        var next = times.Where(other => other.From > time.From && other is not PlanTime.Span and not PlanTime.Open { Blank: false }).Select(other => other.From).DefaultIfEmpty(text.Masked.Length).First();
        var before = current.Things.FindAll(thing => thing.To > from);
        var follows = things.Exists(thing => thing.From >= time.To && thing.To <= next && (IsAsked(thing) || text.Segment(thing.To) == text.Segment(time.To)));
        var begun = new DutyChunk { Time = time };
        var own = current.Time;
        if (own is not null && own.To > from && current.Verbs.Count == 0 && current.Things.Exists(thing => thing.To <= own.From) && current.Things.Exists(thing => thing.From >= own.To))
        {
            // 小结于6月15日前、总结于6月30日前报送: each thing stands before its day.
            before = current.Things.FindAll(thing => thing.From >= own.To);
            begun.Things.AddRange(before);
            current.Things.RemoveAll(before.Contains);
        }
        else if (own is null || current.HasEnd(from))
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
            var last = text.Segment(current.Things[^1].To);
            // 填写联络员表，连同本单位的方案，于5月28日前报: both.
            while (last > 0 && Joins.Any(current.Things.Find(thing => text.Segment(thing.To) == last).Words.StartsWith) && current.Things.Exists(thing => text.Segment(thing.To) == last - 1))
                last--;
            begun.Things.AddRange(current.Things.FindAll(thing => text.Segment(thing.To) >= last));
            begun.Verbs.AddRange(current.Verbs);
            current.Things.RemoveAll(begun.Things.Contains);
        }

        if (own is not null && begun.Things.Count == 0 && !follows && current.Verbs.Find(verb => verb.From >= own.To) is { To: > 0 } done)
        {
            // A于5月10日前发送，附件1由镇街填报，于5月13日前报送: what came after the first was handed in.
            begun.Things.AddRange(current.Things.FindAll(thing => text.Segment(thing.To) > text.Segment(done.From) && thing.From > done.To));
            current.Things.RemoveAll(begun.Things.Contains);
        }

        // 清单于15日前报科里，在建工程的由项目法人于25日前报送: the same thing of others.
        if (own is not null && begun.Things.Count == 0 && !follows && text.Masked[from..time.From].Contains("的由", StringComparison.Ordinal))
            begun.Things.AddRange(current.Things);

        if (begun.Things.Count == 0 && begun.Verbs.Count == 0 && own is null)
        {
            begun.Verbs.AddRange(current.Verbs.Where(verb => verb.From >= from));
            current.Verbs.RemoveAll(begun.Verbs.Contains);
        }

        chunks.Add(current);
        return begun;
    }

    // Whether a verb follows in the thing's own part.
    private bool IsAsked(FoundThing thing) => HandInVerbs.All(text.Part(thing.To)).Count > 0;

    // 6月5日前将A、6月30日前将B报送至…: the verb at the end is everybody's.
    private void Share()
    {
        for (var nth = chunks.Count - 2; nth >= 0; nth--)
        {
            if (chunks[nth].Verbs.Count > 0 || chunks[nth].Time is not { } time || chunks[nth + 1].Time is not { } next || text.Segment(time.From) != text.Segment(next.From))
                continue;
            chunks[nth].Verbs.AddRange(chunks[nth + 1].Verbs);
            // 各乡镇6月5日前、各企业6月3日前上报登记表: the thing too.
            if (chunks[nth].Things.Count == 0 && time.IsDeadline)
                chunks[nth].Things.AddRange(chunks[nth + 1].Things.Where(thing => thing.From >= next.To));
        }
    }

    // What a rhythm runs over: a span, or where it begins and where it ends, said apart.
    private static PlanTime.Span? Nearest(List<PlanTime.Span> spans, DutyChunk chunk)
    {
        if (chunk.Time is not { } time)
            return null;
        var whole = spans.LastOrDefault(span => span is { First: not null, Last: not null } && span.To <= time.From) ?? spans.Find(span => span is { First: not null, Last: not null } && span.From >= time.To);
        if (whole is not null)
            return whole;
        var begin = spans.LastOrDefault(span => span.First is not null && span.To <= time.From) ?? spans.Find(span => span.First is not null);
        var end = spans.Find(span => span.Last is not null && span.From >= time.To) ?? spans.LastOrDefault(span => span.Last is not null);
        return begin is null && end is null ? null : new PlanTime.Span(begin?.First, end?.Last) { From = (begin ?? end)!.From, To = (begin ?? end)!.To };
    }

    // Things no known word names: what is called for, an attachment by its number.
    private IEnumerable<FoundThing> Unnamed(List<FoundVerb> verbs, List<FoundThing> things)
    {
        foreach (var call in verbs.Where(verb => verb.Class == VerbClass.Call && text.Masked[verb.From..verb.To] is "征集"))
        {
            // 征集家书: what is called for is a work, whatever its name.
            var end = text.SegmentTo(call.To);
            if (end - call.To is > 1 and <= 24 && !things.Exists(thing => thing.To > call.To && thing.To <= end))
                yield return new FoundThing(call.To, end, ObligationKind.Other, text.Masked[call.To..end].Trim());
        }

        foreach (var (at, number) in text.Attachments.Where(found => text.Masked[found.At] != ' '))
        {
            // 附件2一并报镇爱卫办: the attachment itself is the thing.
            var end = at + 2;
            while (end < text.Masked.Length && char.IsAsciiDigit(text.Masked[end]))
                end++;
            if (end > at + 2 && !things.Exists(thing => thing.From <= at && thing.To >= end))
                yield return new FoundThing(at, end, ObligationKind.Statistics, text.Masked[Math.Max(text.SegmentFrom(at), at - 4)..end].Trim());
        }
    }
}
