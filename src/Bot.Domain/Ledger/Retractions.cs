using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>Takes an earlier submission back, in words (撤回, 作废, 上一条不算).</summary>
internal static class Retractions
{
    private static readonly string[] Newest = ["上一条", "上条", "上面", "刚才", "刚刚", "前一条"];

    // 发重复了，上一条不算: the second sending was never counted, so nothing is to be taken back.
    private static readonly string[] SentTwice = ["重复", "发重", "重发", "多发了", "发了两遍", "发了两次"];

    /// <summary>Decides which submission is meant and books everything it counts for away.</summary>
    public static void Tell(LedgerDraft draft)
    {
        var mine = draft.Activities.Where(a => a.Submission != draft.Request.Submission && IsConcerned(draft, a)).ToList();
        var meant = draft.Request.Quoted is { } quoted ? quoted : Meant(draft, mine);
        var live = mine.Where(a => a.Submission == meant && draft.IsLive(a)).ToList();
        if (live.Count == 0 && draft.Request.Quoted is { } correction && UndoneEffects.Undo(draft, correction)) return;
        if (live.Count == 0)
        {
            draft.Tell(new LedgerOutcome.NothingToTakeBack());
            return;
        }

        if (draft.Request.Quoted is null && IsAboutADouble(draft) && !HasTwin(draft, mine, live))
        {
            draft.Tell(new LedgerOutcome.Repeated(UnitOf(draft, live[0]), live[0].Id) { Days = live[0].Days, SaidOn = live[0].SaidOn });
            return;
        }

        foreach (var activity in live) TakeBack(draft, activity, Rules.Retraction);
    }

    /// <summary>Books everything an activity counts for away and marks it.</summary>
    public static void TakeBack(LedgerDraft draft, ActivityRecord activity, string rule, bool tell = true)
    {
        var figures = draft.Figures(activity).Where(f => f.Value != 0).ToList();
        foreach (var figure in figures) Remove(draft, activity, figure, draft.Whole, rule);
        draft.TakeBack(activity);
        if (tell) draft.Tell(new LedgerOutcome.TakenBack(UnitOf(draft, activity), activity.Id, figures) { Days = activity.Days });
    }

    /// <summary>Books one figure of an activity away.</summary>
    public static void Remove(LedgerDraft draft, ActivityRecord activity, RecordedFigure figure, TextSpan span, string rule)
    {
        var said = new Statement(figure.Slot, figure.Value, figure.Bound, figure.Implied, span, rule);
        if (!draft.AddsUp(figure.Slot))
        {
            StockFigures.TakeBack(draft, activity, said);
            return;
        }

        draft.Book(activity, said, -figure.Value, BookingCause.Retraction);
        LateReports.GiveBack(draft, activity, said, figure.Value);
    }

    /// <summary>The unit of an activity, with its name where the message speaks of it.</summary>
    public static Unit UnitOf(LedgerDraft draft, ActivityRecord activity) =>
        draft.Request.Parts.Select(p => p.Unit).Concat(draft.Request.OfficeUnits).FirstOrDefault(u => u.Id == activity.Unit)
        ?? new Unit { Id = activity.Unit, Name = "", Order = 0 };

    private static bool IsConcerned(LedgerDraft draft, ActivityRecord activity) =>
        draft.Request.Parts.Count == 0 || draft.Request.Parts.Any(p => p.Unit.Id == activity.Unit) || activity.Reporter == draft.Request.Sender;

    // What the retraction quotes or dates, else the sender's newest. The newest may be gone already: then an older one is not meant.
    private static SubmissionId? Meant(LedgerDraft draft, List<ActivityRecord> concerned)
    {
        var submissions = concerned.Where(a => a.Reporter == draft.Request.Sender).GroupBy(a => a.Submission).Reverse().ToList();
        var quoted = Statement.Fold(draft.Request.Parts.SelectMany(p => p.Activities).SelectMany(a => a.Components));
        var days = Days(draft);
        if (quoted.Count == 0 && days.Count == 0) return submissions.FirstOrDefault()?.Key;
        var live = submissions.ConvertAll(s => (s.Key, Activities: s.Where(draft.IsLive).ToList())).FindAll(s => s.Activities.Count > 0);
        return live.Find(s => Matches(draft, s.Activities, quoted, days)) is { Activities: not null } meant ? meant.Key
            : quoted.Count == 0 && live.Find(s => s.Activities.Exists(a => days.Contain(a.SaidOn))) is { Activities: not null } said ? said.Key : null;
    }

    // 6月10日那条作废: the day of what was reported, or on which it was; 上一条 is the newest whatever day is named beside it.
    private static IReadOnlyList<DaySpan> Days(LedgerDraft draft)
    {
        if (draft.Request.Reading.Days.Count > 0 || Newest.Any(w => draft.Request.Text.Contains(w, StringComparison.Ordinal))) return draft.Request.Reading.Days;
        return [.. PeriodGrammar.DaysIn(draft.Request.Text, draft.Request.SaidOn).Where(d => !d.Contains(draft.Request.SaidOn))];
    }

    private static bool Matches(LedgerDraft draft, List<ActivityRecord> submission, IReadOnlyList<Statement> quoted, IReadOnlyList<DaySpan> days)
    {
        if (days.Count > 0 && !submission.Exists(a => DaySets.Overlap(a.Days, days) || (a.Days.Count == 0 && days.Contain(a.SaidOn)))) return false;
        var told = ToldFigures.Fold(submission.SelectMany(a => ToldFigures.Of(draft, a).Values));
        var now = ToldFigures.Fold(submission.SelectMany(draft.Figures));
        return quoted.All(q => q.Implied
            || (told.TryGetValue(q.Slot, out var t) && t.Value == q.Value)
            || (now.TryGetValue(q.Slot, out var n) && n.Value == q.Value));
    }

    private static bool IsAboutADouble(LedgerDraft draft) =>
        SentTwice.Any(w => draft.Request.Text.Contains(w, StringComparison.Ordinal));

    private static bool HasTwin(LedgerDraft draft, List<ActivityRecord> concerned, List<ActivityRecord> live) =>
        live.Exists(a => concerned.Exists(o => o.Submission != a.Submission && draft.IsLive(o) && o.Unit == a.Unit
            && KnownTelling.Same(ToldFigures.Fold(draft.Figures(o)), ToldFigures.Fold(draft.Figures(a)))));
}
