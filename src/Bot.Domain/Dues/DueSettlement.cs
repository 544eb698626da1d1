using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Replies;

namespace Bot.Domain.Dues;

/// <summary>
/// What a decided submission means for the dues of its units: what it took back is open again, unless something else the
/// unit told stands in; what it hands in meets its due. Its first stamp survives an edit that leaves it what it was.
/// </summary>
internal sealed class DueSettlement
{
    private readonly LedgerDraft _draft;
    private readonly DueBook _book;
    private readonly ToldSubmission _told;
    private readonly HashSet<(SubmissionId Submission, UnitId Unit)> _gone = [];
    private readonly Dictionary<DueId, Due> _released = [];

    private DueSettlement(LedgerDraft draft, ToldSubmission told)
    {
        _draft = draft;
        _book = draft.Dues;
        _told = told;
    }

    private RecordRequest Request => _draft.Request;

    /// <summary>Settles what was decided about a submission.</summary>
    public static void Settle(LedgerDraft draft)
    {
        var settlement = new DueSettlement(draft, draft.Request.Told);
        settlement.Release(ownToo: draft.Request.Change != SubmissionChange.New);
        if (draft.Request.Change != SubmissionChange.Withdrawn) settlement.Meet();
        settlement.StandIn();
    }

    /// <summary>Settles that a transcription or a doubtful report was wrong.</summary>
    public static void SettleTakenBack(LedgerDraft draft)
    {
        var settlement = new DueSettlement(draft, draft.Request.Told);
        settlement.Release(ownToo: false);
        settlement.StandIn();
    }

    /// <summary>Settles that what was told as a correction was a report.</summary>
    public static void SettleReport(LedgerDraft draft, ToldSubmission told) =>
        new DueSettlement(draft, told with { Reading = told.Reading with { Kind = ReadingKind.Report } }).Meet();

    // Dues whose submission is edited, withdrawn, or taken back with all it told of the unit.
    private void Release(bool ownToo)
    {
        if (ownToo) _gone.UnionWith(_book.MetBy(_told.Id).Select(d => (_told.Id, d.Unit)));
        var takenBack = _draft.Activities.Where(a => !_draft.IsLive(a) && !a.TakenBack);
        _gone.UnionWith(takenBack.Where(a => _draft.Live(a.Unit).All(l => l.Submission != a.Submission)).Select(a => (a.Submission, a.Unit)));
        foreach (var due in _gone.SelectMany(g => _book.MetBy(g.Submission).Where(d => d.Unit == g.Unit)).ToList())
        {
            _released[due.Id] = due;
            _book.Put(due with { State = due.ExcusedBecause is null ? DueState.Open : DueState.Excused, MetBy = null, MetAt = null });
        }
    }

    private void Meet()
    {
        var handIns = HandIn.Of(Request.Campaign, _told);
        if (handIns.Count == 0) return;
        foreach (var part in Request.Parts)
        {
            if (IsToldBefore(part.Unit.Id)) continue;
            var repeated = IsRepeated(part.Unit.Id);
            Meet(part, repeated ? [.. handIns.Where(h => h.Kind != ObligationKind.Material)] : handIns);
            if (!repeated) Trace(part);
        }
    }

    private void Meet(UnitPart part, IReadOnlyList<HandIn> handIns)
    {
        var met = false;
        Due? overdue = null;
        foreach (var handIn in handIns)
        {
            var found = Find(part.Unit.Id, _told, Days(part), handIn);
            var dues = Dues(found, part.Unit.Id, Days(part));
            foreach (var due in dues) MeetOne(due);
            met |= dues.Count > 0;
            overdue ??= found.Overdue;
        }

        if (!met && overdue is not null && Request.Change == SubmissionChange.New) _draft.Tell(new DueOutcome.Offers(overdue, _told.Id));
    }

    private void MeetOne(Due due)
    {
        if (_released.TryGetValue(due.Id, out var former) && former.MetBy == _told.Id)
        {
            _book.Put(former);
            return;
        }

        var now = MetBy(due, _told);
        _book.Put(now);
        var asks = Request.Campaign.Obligations.FirstOrDefault(o => o.Id == due.Of.Obligation)?.Asks ?? Asked.Nothing;
        _draft.Tell(new DueOutcome.Meets(now, MissingParts.Of(asks, _told)));
    }

    // What is released and not met again: another submission the unit told, at its own time, else it is open.
    private void StandIn()
    {
        foreach (var due in _released.Values.OrderBy(d => d.Deadline))
        {
            var now = _book.Now(due.Id);
            if (now.MetBy is not null) continue;
            if (_draft.Known.Told.OrderBy(t => t.SaidAt).FirstOrDefault(t => StandsIn(t, now)) is { } other)
            {
                _book.Put(MetBy(now, other));
            }
            else if (IsPerActivity(due))
            {
                // An activity that did not take place owes nothing.
                _book.Put(now with { State = DueState.Excused, ExcusedBecause = due.ExcusedBecause ?? Wording.ActivityTakenBack });
            }
            else if (now.State == DueState.Open)
            {
                _draft.Tell(new DueOutcome.Reopens(now));
            }
        }
    }

    private bool StandsIn(ToldSubmission other, Due due)
    {
        if (other.Id == _told.Id || _gone.Contains((other.Id, due.Unit)) || _book.MetBy(other.Id).Any(d => d.Unit == due.Unit)) return false;
        var live = _draft.Live(due.Unit).Where(a => a.Submission == other.Id).ToList();
        if (live.Count == 0) return false;
        var days = live.SelectMany(a => a.Days).Distinct().ToList();
        return HandIn.Of(Request.Campaign, other).Any(h => Dues(Find(due.Unit, other, days, h), due.Unit, days).Any(d => d.Id == due.Id));
    }

    private DueFound Find(UnitId unit, ToldSubmission told, IReadOnlyList<DaySpan> days, HandIn handIn) =>
        new DueMatching(Request.Campaign, _book.Of(unit), told, days).Find(handIn);

    // Two activities of one day are one due.
    private List<Due> Dues(DueFound found, UnitId unit, IReadOnlyList<DaySpan> days)
    {
        if (found.Due is { } due) return [due];
        if (found.Each is not { Schedule: Schedule.PerActivity schedule } each) return [];
        var known = _book.Of(unit).Where(d => d.Of.Obligation == each.Id).ToList();
        var told = days.Count == 0 ? [Request.SaidOn] : days.Select(d => d.To).Distinct().Order().ToList();
        return [.. told.Select(day => known.Find(d => d.Of.Day == day.AddDays(schedule.Days)) ?? NewDue(each, unit, day, schedule.Days)).Where(d => d.MetBy is null)];
    }

    private Due NewDue(Obligation obligation, UnitId unit, DateOnly day, int days)
    {
        var deadline = day.AddDays(days);
        return new Due
        {
            Id = new DueId(_draft.NextId()), Of = new OccurrenceKey(Request.Campaign.Id, obligation.Id, deadline), Kind = obligation.Kind, Unit = unit,
            WindowFrom = day, Deadline = deadline, ClosesAt = Occurrences.ClosesAt(deadline, obligation.Time, Request.Zone),
        };
    }

    // Reported after all: what was not asked of the unit any more cannot have come late.
    private static Due MetBy(Due due, ToldSubmission told) => due with
    {
        State = due.State == DueState.Excused || due.IsInTime(told.SaidAt) ? DueState.Met : DueState.Late, MetBy = told.Id, MetAt = told.SaidAt,
    };

    // A text without figures leaves a record too: it can be taken back, and told again it is known.
    private void Trace(UnitPart part)
    {
        if (_told.Reading.Kind == ReadingKind.Registration || _draft.Live(part.Unit.Id).Any(a => a.Submission == _told.Id)) return;
        NewReports.Trace(_draft, part, Days(part));
    }

    private bool IsRepeated(UnitId unit)
    {
        var outcomes = _draft.Outcomes.Where(o => o.About == unit).ToList();
        return outcomes.Count > 0 && outcomes.TrueForAll(o => o is LedgerOutcome.Repeated);
    }

    // The very words again. Zero reports are all alike: only those of one day are one.
    private bool IsToldBefore(UnitId unit)
    {
        var reach = _told.Reading.Nil ? 0 : RepeatedReports.DaysOfSameText;
        return !Request.Distinct && _draft.Live(unit).Any(a => a.Submission != _told.Id
            && Math.Abs(a.SaidOn.DayNumber - _told.SaidOn.DayNumber) <= reach && string.Equals(a.TextHash, Request.TextHash, StringComparison.Ordinal));
    }

    private bool IsPerActivity(Due due) =>
        Request.Campaign.Obligations.Any(o => o.Id == due.Of.Obligation && o.Schedule is Schedule.PerActivity);

    private static IReadOnlyList<DaySpan> Days(UnitPart part) => [.. part.Activities.SelectMany(a => a.Days).Distinct()];
}
