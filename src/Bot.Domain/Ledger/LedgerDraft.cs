using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>A decision in the making: what the ledger held, and what this message has added so far. Lives for one call.</summary>
internal sealed class LedgerDraft
{
    private readonly IIdSource _ids;
    private readonly Dictionary<SlotId, Slot> _slots;
    private readonly Dictionary<(ActivityId, SlotId), RecordedFigure> _figures = [];
    private readonly List<ActivityRecord> _activities;
    private readonly HashSet<ActivityId> _gone;
    private readonly List<ActivityRecord> _added = [];
    private readonly List<ActivityId> _takenBack = [];
    private readonly List<Booking> _booked = [];
    private readonly List<Remark> _remarks = [];
    private readonly List<LedgerOutcome> _outcomes = [];
    private readonly List<DueOutcome> _dueOutcomes = [];

    public LedgerDraft(RecordRequest request, LedgerState known, IIdSource ids)
    {
        Request = request;
        Known = known;
        _ids = ids;
        Dues = new DueBook(known.Dues);
        _slots = request.Campaign.Slots.DistinctBy(s => s.Id).ToDictionary(s => s.Id);
        _activities = [.. known.Activities];
        _gone = [.. known.Activities.Where(a => a.TakenBack).Select(a => a.Id)];
        foreach (var activity in known.Activities)
        {
            foreach (var figure in activity.Figures) _figures[(activity.Id, figure.Slot)] = figure;
        }
    }

    public RecordRequest Request { get; }

    public LedgerState Known { get; }

    /// <summary>The dues, with what was changed here.</summary>
    public DueBook Dues { get; }

    /// <summary>All activities, oldest first, with those added here.</summary>
    public IReadOnlyList<ActivityRecord> Activities => _activities;

    public IReadOnlyList<LedgerOutcome> Outcomes => _outcomes;

    public IReadOnlyList<ActivityRecord> Added => _added;

    /// <summary>All bookings, oldest first, with those made here.</summary>
    public IEnumerable<Booking> Bookings => Known.Bookings.Concat(_booked);

    /// <summary>The whole message as a span.</summary>
    public TextSpan Whole => new(0, Request.Text.Length);

    public IEnumerable<ActivityRecord> Live(UnitId unit) => _activities.Where(a => a.Unit == unit && IsLive(a));

    public bool IsLive(ActivityRecord activity) => !_gone.Contains(activity.Id);

    /// <summary>The place in the order of recording; later ones are newer.</summary>
    public int Order(ActivityRecord activity) => _activities.FindIndex(a => a.Id == activity.Id);

    public Slot? Slot(SlotId slot) => _slots.GetValueOrDefault(slot);

    /// <summary>Whether reports of the slot add up; a slot the campaign does not know is taken to.</summary>
    public bool AddsUp(SlotId slot) => Slot(slot) is not { Aggregate: not Aggregate.Sum };

    public RecordedFigure? Figure(ActivityRecord activity, SlotId slot) => _figures.GetValueOrDefault((activity.Id, slot));

    public decimal Value(ActivityRecord activity, SlotId slot) => Figure(activity, slot)?.Value ?? 0;

    /// <summary>The activity's figures now, in the order of first booking.</summary>
    public IReadOnlyList<RecordedFigure> Figures(ActivityRecord activity) =>
        [.. _figures.Where(f => f.Key.Item1 == activity.Id).Select(f => f.Value)];

    /// <summary>Whether the slot was ever booked for the activity.</summary>
    public bool Holds(ActivityRecord activity, SlotId slot) => _figures.ContainsKey((activity.Id, slot));

    /// <summary>Whether a slot of this family stands in the activity.</summary>
    public bool HasFamily(ActivityRecord activity, string family) => Figures(activity).Any(f => f.Slot.Family == family);

    public decimal Total(UnitId unit, SlotId slot) =>
        _activities.Where(a => a.Unit == unit).Sum(a => Value(a, slot));

    public ActivityRecord Add(Unit unit, IReadOnlyList<DaySpan> days, ActivityOrigin origin)
    {
        var activity = new ActivityRecord
        {
            Id = new ActivityId(_ids.Next()),
            Campaign = Request.Campaign.Id,
            Unit = unit.Id,
            Days = days,
            SaidOn = Request.SaidOn,
            Origin = origin,
            Submission = Request.Submission,
            Reporter = Request.Sender,
            TextHash = Request.TextHash,
            At = Request.Now,
            Figures = [],
        };
        _activities.Add(activity);
        _added.Add(activity);
        return activity;
    }

    public void Book(ActivityRecord activity, Statement said, decimal delta, BookingCause cause)
    {
        var booking = new Booking
        {
            Id = new BookingId(_ids.Next()),
            Campaign = Request.Revision,
            Unit = activity.Unit,
            Slot = said.Slot,
            Day = activity.LastDay,
            Delta = delta,
            Bound = said.Bound,
            Implied = said.Implied,
            Cause = cause,
            Activity = activity.Id,
            Submission = Request.Submission,
            Message = Request.Message,
            Span = said.Span,
            Rule = said.Rule,
            At = Request.Now,
        };
        var again = _booked.Exists(b => b.Activity == activity.Id && b.Slot == said.Slot);
        _figures[(activity.Id, said.Slot)] = FigureFold.Add(Figure(activity, said.Slot), booking, again);
        _booked.Add(booking);
    }

    /// <summary>Marks an activity as taken back; its figures are booked away by the caller.</summary>
    public void TakeBack(ActivityRecord activity)
    {
        if (_gone.Add(activity.Id)) _takenBack.Add(activity.Id);
    }

    public void Tell(LedgerOutcome outcome) => _outcomes.Add(outcome);

    public void Tell(DueOutcome outcome) => _dueOutcomes.Add(outcome);

    public Guid NextId() => _ids.Next();

    public void Remark(Unit unit, CheckCode code, bool blocks, ActivityId? activity = null, Statement? about = null, TextSpan? span = null) =>
        _remarks.Add(new Remark
        {
            Id = _ids.Next(),
            Submission = Request.Submission,
            Unit = unit.Id,
            Code = code,
            Activity = activity,
            Slot = about?.Slot,
            Value = about?.Value,
            Bound = about?.Bound ?? Bound.Exact,
            Span = about?.Span ?? span,
            Blocks = blocks,
        });

    /// <summary>A question about a figure nobody could name yet.</summary>
    public void RemarkOpen(Unit unit, CheckCode code, ActivityId activity, SlotId slot, TextSpan span) =>
        _remarks.Add(new Remark
        {
            Id = _ids.Next(), Submission = Request.Submission, Unit = unit.Id, Code = code,
            Activity = activity, Slot = slot, Span = span, Blocks = true,
        });

    public LedgerDecision ToDecision() => new()
    {
        Activities = _added,
        Bookings = _booked,
        TakenBack = _takenBack,
        Remarks = _remarks,
        Outcomes = _outcomes,
        DueChanges = Dues.Changes,
        Dues = _dueOutcomes,
    };
}
