using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>Tells what of a chunk is handed in from what only stands beside it.</summary>
internal sealed class ChunkThings(SentenceText text)
{
    /// <summary>Leaves what is handed in: beside a verb, or before the first.</summary>
    public void Settle(DutyChunk chunk)
    {
        if (chunk.Verbs.Count == 0)
        {
            // 活动总结：6月28日前, 联络员名单（5月28日前）: a list of what is due.
            if (chunk.Time is not { } due || !(due.IsDeadline || due is PlanTime.Weekly { Weekdays.Count: > 0 } or PlanTime.Monthly { MonthDays.Count: > 0 }))
                chunk.Things.Clear();
            else
                chunk.Things.RemoveAll(thing => thing.To > due.From || text.Words[thing.To..due.From].Trim('”', '》', ' ', ':', '(', '于', '请', '在') is not ("" or "截止" or "截止时间" or "截止日期" or "截止日期:" or "截止时间:" or "报送时间"));
            chunk.IsListed = true;
            return;
        }

        var segments = chunk.Verbs.Select(verb => text.Segment(verb.From)).ToHashSet();
        // Without a day only what stands right beside its verb is asked for.
        if (chunk.Time is null or PlanTime.Open { Blank: false })
            chunk.Things.RemoveAll(thing => !segments.Contains(text.Segment(thing.To)) && !(segments.Contains(text.Segment(thing.To) + 1) && chunk.Time is not null && !chunk.Things.Exists(other => segments.Contains(text.Segment(other.To)))));
        var last = chunk.Verbs.Max(verb => verb.From);
        var naming = chunk.Verbs.TrueForAll(verb => verb.Class == VerbClass.Name);
        var calling = chunk.Verbs.TrueForAll(verb => verb.Class == VerbClass.Call);
        // 要给公众号供稿，图文信息不少于1条: what comes behind counts where nothing else does.
        var behind = chunk.Time is not null && chunk.Things.TrueForAll(thing => thing.From > last && !segments.Contains(text.Segment(thing.To)));
        chunk.Things.RemoveAll(thing => (!behind && !segments.Contains(text.Segment(thing.To)) && thing.From > last)
            || (naming && thing.Kind != ObligationKind.Liaison)
            || (calling && thing.Kind is ObligationKind.Summary or ObligationKind.Progress)
            || (thing.Kind == ObligationKind.Liaison && !IsNamed(chunk, thing)));
    }

    // 由联络员发到群里: there the liaison does it.
    private bool IsNamed(DutyChunk chunk, FoundThing thing)
    {
        if (!thing.Words.EndsWith("联络员", StringComparison.Ordinal) && !thing.Words.EndsWith("联络人", StringComparison.Ordinal) && !thing.Words.EndsWith("信息员", StringComparison.Ordinal) && !thing.Words.EndsWith("联系人", StringComparison.Ordinal))
            return true;
        if (thing.Words.StartsWith('由') || thing.Words.Contains("各位", StringComparison.Ordinal) || thing.Words.Contains("请各", StringComparison.Ordinal) || thing.Words.EndsWith("各联络员", StringComparison.Ordinal))
            return false;
        return chunk.Verbs.Exists(verb => verb.From < thing.To && text.Segment(verb.From) == text.Segment(thing.To))
            || (thing.From > 0 && text.Masked[thing.From - 1] is '将' or '把')
            || (chunk.Time?.From >= thing.To && !chunk.Things.Exists(other => other.From > chunk.Verbs[0].From));
    }
}
