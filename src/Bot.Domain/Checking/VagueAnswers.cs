using Bot.Domain.Ledger;
using Bot.Domain.Reading;

namespace Bot.Domain.Checking;

/// <summary>A number for a figure the report left open, or a proposed one that a person confirms.</summary>
internal static class VagueAnswers
{
    /// <summary>Books it on the activity that was told with it; answered twice, the second number counts.</summary>
    public static void Book(LedgerDraft draft, Remark remark, decimal number, Bound bound)
    {
        if (remark.Slot is not { } slot) return;
        var part = draft.Request.Parts.FirstOrDefault(p => p.Unit.Id == remark.Unit);
        var home = draft.Live(remark.Unit).LastOrDefault(a => a.Id == remark.Activity);
        if (part is null) return;
        home ??= NewReports.Trace(draft, part, draft.Request.Reading.Days);
        var component = new Component { Slot = slot, Value = number, Bound = bound, Span = draft.Whole, Rule = Rules.Answer };
        if (home.Origin == ActivityOrigin.Cumulative)
        {
            CumulativeDifferences.Tell(draft, part, home, Statement.Of(component));
            return;
        }

        if (draft.Bookings.Any(b => b.Activity == home.Id && b.Slot == slot && b.Rule == Rules.Answer))
        {
            new CorrectionTarget([home], draft.Value(home, slot)).Book(draft, Statement.Of(component), BookingCause.Correction);
        }
        else
        {
            NewReports.Book(draft, home, [component]);
        }

        draft.Tell(new LedgerOutcome.Recorded(part.Unit, home.Id, home.Days, [component], home.Origin == ActivityOrigin.Transcribed));
    }
}
