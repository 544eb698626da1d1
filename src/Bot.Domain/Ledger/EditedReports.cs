using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>An edited report of single activities, compared day by day with what its former text said.</summary>
internal static class EditedReports
{
    /// <summary>Differences the days both texts tell, moves what changed its day, takes back and books the rest.</summary>
    public static void Apply(LedgerDraft draft, UnitPart part, List<ActivityRecord> former)
    {
        var told = ByDays(part.Activities, a => a.Days);
        var known = ByDays(former, a => a.Days);
        var anew = new List<ReportedActivity>();
        var kept = new List<KeptCorrection>();
        foreach (var days in told.ToList())
        {
            if (known.Find(k => DaySets.Same(k[0].Days, days[0].Days)) is not { } same) continue;
            told.Remove(days);
            known.Remove(same);
            anew.AddRange(Difference(draft, part, same, days));
        }

        foreach (var gone in known)
        {
            var moved = told.Find(d => d.SelectMany(a => a.Components).Any(c => gone.Exists(g => draft.HasFamily(g, c.Slot.Family))));
            if (moved is not null) kept.AddRange(KeptCorrection.Of(draft, gone));
            foreach (var activity in gone)
            {
                Retractions.TakeBack(draft, activity, Rules.Edit, tell: moved is null && draft.Figures(activity).Count > 0);
            }
        }

        anew.AddRange(told.SelectMany(t => t));
        NewReports.Tell(draft, part with { Activities = anew, Asks = [] });
        foreach (var correction in kept) correction.Book(draft, part.Unit.Id);
    }

    // Returns what belongs to no former activity.
    private static List<ReportedActivity> Difference(LedgerDraft draft, UnitPart part, List<ActivityRecord> former, List<ReportedActivity> told)
    {
        var figures = Statement.Fold(told.SelectMany(a => a.Components));
        RemoveGone(draft, part, former, figures);
        foreach (var figure in figures.Where(f => former.Exists(a => draft.HasFamily(a, f.Slot.Family)))) Change(draft, part, former, figure);
        return
        [
            .. told.Select(a => a with { Components = [.. a.Components.Where(c => !former.Exists(f => draft.HasFamily(f, c.Slot.Family)))] })
                .Where(a => a.Components.Count > 0),
        ];
    }

    private static void Change(LedgerDraft draft, UnitPart part, List<ActivityRecord> former, Statement figure)
    {
        if (!Amounts.Bookable(figure.Value))
        {
            draft.Remark(part.Unit, Checking.CheckCode.FarFromPeers, blocks: true, about: figure);
            return;
        }

        var holders = former.Where(a => draft.Holds(a, figure.Slot)).ToList();
        var now = holders.Sum(a => draft.Value(a, figure.Slot));
        if (holders.Count == 0)
        {
            var home = former.Find(a => draft.HasFamily(a, figure.Slot.Family))!;
            NewReports.Book(draft, home, [figure.ToComponent()]);
        }
        else if (!draft.AddsUp(figure.Slot))
        {
            now = StockFigures.Restate(draft, holders[^1], figure, Cause(holders[0]));
        }
        else if (!Restate(draft, holders, figure, now))
        {
            return;
        }

        if (now == figure.Value) return;
        draft.Tell(new LedgerOutcome.Corrected(part.Unit, former[0].Id, figure.Slot, now, figure.Value, former[0].LastDay) { Bound = figure.Bound });
    }

    // A figure the edit touched is what the new text says; a correction of its former value is past.
    private static bool Restate(LedgerDraft draft, List<ActivityRecord> holders, Statement figure, decimal now)
    {
        var told = ToldFigures.Fold(holders.SelectMany(a => ToldFigures.Of(draft, a).Values)).GetValueOrDefault(figure.Slot);
        if (told == (figure.Value, figure.Bound)) return false;
        if (now != told.Value)
        {
            new CorrectionTarget(holders, now).Book(draft, figure with { Value = told.Value, Rule = Rules.Edit }, BookingCause.Correction);
        }

        if (told.Value != figure.Value) new CorrectionTarget(holders, told.Value).Book(draft, figure, Cause(holders[0]));
        else draft.Book(holders[0], figure, 0, Cause(holders[0]));
        return true;
    }

    private static void RemoveGone(LedgerDraft draft, UnitPart part, List<ActivityRecord> former, IReadOnlyList<Statement> figures)
    {
        foreach (var activity in former)
        {
            var told = ToldFigures.Of(draft, activity);
            var gone = draft.Figures(activity)
                .Where(f => figures.All(s => s.Slot != f.Slot) && (told.ContainsKey(f.Slot) || !draft.AddsUp(f.Slot))).ToList();
            if (gone.Count == draft.Figures(activity).Count)
            {
                if (figures.Count > 0 || gone.Count > 0) Retractions.TakeBack(draft, activity, Rules.Edit, tell: gone.Exists(f => f.Value != 0));
                continue;
            }

            foreach (var figure in gone.Where(f => f.Value != 0))
            {
                Retractions.Remove(draft, activity, figure, draft.Whole, Rules.Edit);
                draft.Tell(new LedgerOutcome.Corrected(part.Unit, activity.Id, figure.Slot, figure.Value, 0, activity.LastDay));
            }
        }

        former.RemoveAll(a => !draft.IsLive(a));
    }

    private static BookingCause Cause(ActivityRecord activity) =>
        activity.Origin == ActivityOrigin.Transcribed ? BookingCause.Transcription : BookingCause.Report;

    private static List<List<T>> ByDays<T>(IEnumerable<T> activities, Func<T, IReadOnlyList<DaySpan>> days)
    {
        var groups = new List<List<T>>();
        foreach (var activity in activities)
        {
            if (groups.Find(g => DaySets.Same(days(g[0]), days(activity))) is { } group) group.Add(activity);
            else groups.Add([activity]);
        }

        return groups;
    }
}
