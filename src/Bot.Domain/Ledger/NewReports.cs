using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>Books what a report tells of one unit, as far as it is new.</summary>
internal static class NewReports
{
    /// <summary>Decides every activity of the part.</summary>
    public static void Tell(LedgerDraft draft, UnitPart part)
    {
        // Repeats are looked for in the whole message before anything is held against what is left.
        var repeats = new RepeatedReports(draft, part);
        var groups = part.Activities
            .SelectMany(ToldGroup.Of)
            .Select(group => (Group: group, Earlier: repeats.Find(group)))
            .ToLookup(g => g.Group.Activity, ReferenceEqualityComparer.Instance);
        var open = repeats.Unanswered.ToList();
        foreach (var activity in part.Activities)
        {
            var told = groups[activity].ToList();
            TellRepeated(draft, part, told.Where(t => t.Earlier is not null));
            Record(draft, part, activity, TellConflicts(draft, part, told.Where(t => t.Earlier is null).Select(t => t.Group), open));
        }

        if (draft.Outcomes.OfType<LedgerOutcome.Conflict>().Any(c => c.Unit.Id == part.Unit.Id)) Trace(draft, part, draft.Request.Reading.Days);
    }

    /// <summary>Keeps that something was said where nothing was booked: a zero report, a figure that waits for an answer.</summary>
    public static ActivityRecord Trace(LedgerDraft draft, UnitPart part, IReadOnlyList<DaySpan> days) =>
        draft.Added.FirstOrDefault(a => a.Unit == part.Unit.Id) ?? draft.Add(part.Unit, days, Origin(part));

    private static ActivityOrigin Origin(UnitPart part) => part.Transcribed ? ActivityOrigin.Transcribed : ActivityOrigin.Reported;

    private static void TellRepeated(LedgerDraft draft, UnitPart part, IEnumerable<(ToldGroup Group, KnownTelling? Earlier)> repeated)
    {
        foreach (var same in repeated.GroupBy(r => r.Earlier!.Activity.Id))
        {
            var earlier = same.First().Earlier!.Activity;
            draft.Tell(new LedgerOutcome.Repeated(part.Unit, earlier.Id)
            {
                Days = earlier.Days, SaidOn = earlier.SaidOn, Figures = [.. same.SelectMany(s => s.Group.Parts)],
            });
        }
    }

    // Returns the groups to book; SameDay tells which of them an earlier report of the same sender resembles.
    private static List<(ToldGroup Group, KnownTelling? SameDay)> TellConflicts(
        LedgerDraft draft, UnitPart part, IEnumerable<ToldGroup> told, List<KnownTelling> open)
    {
        var toBook = new List<(ToldGroup Group, KnownTelling? SameDay)>();
        foreach (var group in told)
        {
            var earlier = Conflicts.Find(draft, group, open);
            if (earlier is null || !Conflicts.IsAnothers(draft, earlier.Activity))
            {
                toBook.Add((group, earlier));
                continue;
            }

            draft.Tell(new LedgerOutcome.Conflict(part.Unit, earlier.Activity.Id, group.Parts)
            {
                Days = earlier.Activity.Days, Known = earlier.Now,
            });
            draft.Remark(part.Unit, CheckCode.Conflict, blocks: true, earlier.Activity.Id, Statement.Of(group.Parts[0]));
        }

        return toBook;
    }

    private static void Record(
        LedgerDraft draft, UnitPart part, ReportedActivity told, List<(ToldGroup Group, KnownTelling? SameDay)> groups)
    {
        var parts = groups.SelectMany(g => g.Group.Parts).ToList();
        foreach (var tooLarge in parts.Where(p => !Amounts.Bookable(p.Value)))
        {
            draft.Remark(part.Unit, CheckCode.FarFromPeers, blocks: true, about: Statement.Of(tooLarge));
        }

        parts.RemoveAll(p => !Amounts.Bookable(p.Value));
        if (parts.Count == 0) return;
        var activity = draft.Add(part.Unit, told.Days, Origin(part));
        Book(draft, activity, WithStockTotals(draft, part, told, parts));
        draft.Tell(new LedgerOutcome.Recorded(
            part.Unit, activity.Id, told.Days, [.. parts.Where(p => draft.AddsUp(p.Slot) || draft.Holds(activity, p.Slot))], part.Transcribed));
        foreach (var (group, _) in groups.Where(g => g.SameDay is not null))
        {
            draft.Remark(part.Unit, CheckCode.SameDayOtherFigures, blocks: false, activity.Id, Statement.Of(group.Parts[0]));
        }

        if (part.Transcribed) draft.Remark(part.Unit, CheckCode.Transcribed, blocks: false, activity.Id, span: told.Span);
    }

    /// <summary>One booking a component; what a cumulative statement holds already is taken out of it.</summary>
    public static void Book(LedgerDraft draft, ActivityRecord activity, IEnumerable<Component> parts)
    {
        var cause = activity.Origin == ActivityOrigin.Transcribed ? BookingCause.Transcription : BookingCause.Report;
        foreach (var part in parts)
        {
            var said = Statement.Of(part);
            if (!draft.AddsUp(part.Slot))
            {
                StockFigures.Set(draft, activity, said, cause);
                continue;
            }

            draft.Book(activity, said, part.Value, cause);
            LateReports.TakeOut(draft, activity, said, part.Value);
        }
    }

    // A message that names a stock figure in two places of one day (3家 here, 2家 there) states their sum, once.
    private static List<Component> WithStockTotals(LedgerDraft draft, UnitPart part, ReportedActivity told, List<Component> parts)
    {
        var sameDay = part.Activities.Where(a => DaySets.Same(a.Days, told.Days)).ToList();
        var before = sameDay.TakeWhile(a => !ReferenceEquals(a, told)).SelectMany(a => a.Components).Select(c => c.Slot).ToHashSet();
        return
        [
            .. parts.Where(p => draft.AddsUp(p.Slot)),
            .. parts.Where(p => !draft.AddsUp(p.Slot) && !before.Contains(p.Slot)).DistinctBy(p => p.Slot).Select(p => p with
            {
                Value = sameDay.SelectMany(a => a.Components).Where(c => c.Slot == p.Slot && Amounts.Bookable(c.Value)).Sum(c => c.Value),
            }),
        ];
    }
}
