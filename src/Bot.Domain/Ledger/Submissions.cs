using Bot.Domain.Checking;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>Decides a submission by what its reading is meant as.</summary>
internal static class Submissions
{
    /// <summary>A zero report of the unit without any figure.</summary>
    public static bool IsNil(LedgerDraft draft, UnitPart part) =>
        part.Nil || (draft.Request.Reading.Nil && draft.Request.Reading.Activities.All(a => a.Components.Count == 0));

    /// <summary>Decides the whole submission as a new one.</summary>
    public static void Tell(LedgerDraft draft)
    {
        var request = draft.Request;
        switch (request.Reading.Kind)
        {
            case ReadingKind.Report:
                foreach (var part in request.Parts) TellReport(draft, part);
                break;
            case ReadingKind.Correction:
                foreach (var part in request.Parts)
                {
                    Corrections.Tell(draft, part);
                    TellAsks(draft, part);
                }

                break;
            case ReadingKind.Retraction:
                Retractions.Tell(draft);
                break;
            case ReadingKind.Other or ReadingKind.Registration or ReadingKind.Query:
                break;
        }
    }

    /// <summary>Decides a report about one unit, what is to be asked apart.</summary>
    public static void Tell(LedgerDraft draft, UnitPart part)
    {
        if (IsNil(draft, part)) TellNil(draft, part);
        else if (draft.Request.Reading.Basis == Basis.Cumulative) CumulativeDifferences.Tell(draft, part);
        else NewReports.Tell(draft, part);
    }

    /// <summary>Asks about every figure the message leaves open, unless the same message was told before.</summary>
    public static void TellAsks(LedgerDraft draft, UnitPart part)
    {
        if (part.Asks.Count == 0 || WasToldBefore(draft, part)) return;
        var days = draft.Request.Reading.Days;
        foreach (var ask in part.Asks)
        {
            var own = draft.Activities.Where(a => a.Unit == part.Unit.Id && a.Submission == draft.Request.Submission && draft.IsLive(a)).ToList();
            var home = own.Find(a => draft.HasFamily(a, ask.Slot.Family)) ?? own.FirstOrDefault() ?? NewReports.Trace(draft, part, days);
            draft.Tell(new LedgerOutcome.Asked(part.Unit, ask));
            draft.RemarkOpen(part.Unit, CheckCode.Vague, home.Id, ask.Slot, ask.Span);
        }
    }

    private static void TellReport(LedgerDraft draft, UnitPart part)
    {
        Tell(draft, part);
        TellAsks(draft, part);
    }

    private static void TellNil(LedgerDraft draft, UnitPart part)
    {
        NewReports.Trace(draft, part, draft.Request.Reading.Days);
        draft.Tell(new LedgerOutcome.Nil(part.Unit));
    }

    private static bool WasToldBefore(LedgerDraft draft, UnitPart part) =>
        !draft.Request.Distinct && draft.Live(part.Unit.Id).Any(a =>
            a.Submission != draft.Request.Submission
            && Math.Abs(a.SaidOn.DayNumber - draft.Request.SaidOn.DayNumber) <= RepeatedReports.DaysOfSameText
            && string.Equals(a.TextHash, draft.Request.TextHash, StringComparison.Ordinal));
}
