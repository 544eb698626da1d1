using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>
/// An edited submission: its former reading is superseded. Figures the edit did not touch stay with their bookings and
/// corrections; a changed figure is differenced on the same activity, so that it leads to both texts; what moved to
/// another day is taken back and booked anew, its corrections with it; what is gone is taken back.
/// </summary>
/// <remarks>An edited or withdrawn correction is undone first. What a retraction took back stays so.</remarks>
internal static class Edits
{
    /// <summary>Takes back everything the submission counts for.</summary>
    public static void Withdraw(LedgerDraft draft)
    {
        UndoneEffects.Undo(draft, draft.Request.Submission);
        foreach (var activity in Former(draft)) TakeBack(draft, activity);
    }

    /// <summary>Brings what the submission counts for in line with its new reading.</summary>
    public static void Apply(LedgerDraft draft)
    {
        UndoneEffects.Undo(draft, draft.Request.Submission);
        var reading = draft.Request.Reading;
        var former = Former(draft);
        if (reading.Kind != ReadingKind.Report)
        {
            foreach (var activity in former) TakeBack(draft, activity);
            Submissions.Tell(draft);
            return;
        }

        foreach (var activity in former.Where(a => draft.Request.Parts.All(p => p.Unit.Id != a.Unit))) TakeBack(draft, activity);
        foreach (var part in draft.Request.Parts) Apply(draft, part, [.. former.Where(a => a.Unit == part.Unit.Id)]);
    }

    private static void Apply(LedgerDraft draft, UnitPart part, List<ActivityRecord> former)
    {
        var statement = former.Find(a => a.Origin == ActivityOrigin.Cumulative);
        if (draft.Request.Reading.Basis == Basis.Cumulative && statement is not null)
        {
            foreach (var other in former.Where(a => a.Id != statement.Id)) TakeBack(draft, other);
            EditedStatements.Apply(draft, part, statement);
        }
        else if (draft.Request.Reading.Basis == Basis.Cumulative || Submissions.IsNil(draft, part))
        {
            foreach (var activity in former.Where(a => !IsTraceOfNil(draft, part, a))) TakeBack(draft, activity);
            if (!former.Exists(a => IsTraceOfNil(draft, part, a))) Submissions.Tell(draft, part);
        }
        else
        {
            if (statement is not null) TakeBack(draft, statement);
            EditedReports.Apply(draft, part, [.. former.Where(a => a.Origin != ActivityOrigin.Cumulative)]);
        }

        Submissions.TellAsks(draft, part);
    }

    private static bool IsTraceOfNil(LedgerDraft draft, UnitPart part, ActivityRecord activity) =>
        Submissions.IsNil(draft, part) && activity.Origin != ActivityOrigin.Cumulative && draft.Figures(activity).Count == 0;

    private static void TakeBack(LedgerDraft draft, ActivityRecord activity) =>
        Retractions.TakeBack(draft, activity, Rules.Edit, tell: draft.Figures(activity).Any(f => f.Value != 0));

    private static List<ActivityRecord> Former(LedgerDraft draft) =>
        [.. draft.Activities.Where(a => a.Submission == draft.Request.Submission && draft.IsLive(a))];
}
