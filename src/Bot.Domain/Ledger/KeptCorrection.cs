using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;

namespace Bot.Domain.Ledger;

/// <summary>A correction of a report whose day an edit changed: it goes along where the edit left the figure as it was told.</summary>
internal sealed record KeptCorrection(SlotId Slot, decimal Told, RecordedFigure Now)
{
    /// <summary>The corrections that stand in these activities.</summary>
    public static IReadOnlyList<KeptCorrection> Of(LedgerDraft draft, IEnumerable<ActivityRecord> activities) =>
    [
        .. activities.SelectMany(a => ToldFigures.Of(draft, a).Values
            .Where(t => draft.Figure(a, t.Slot) is { } now && now.Value != t.Value)
            .Select(t => new KeptCorrection(t.Slot, t.Value, draft.Figure(a, t.Slot)!))),
    ];

    /// <summary>Books it on the activity that was booked anew with the told figure.</summary>
    public void Book(LedgerDraft draft, UnitId unit)
    {
        if (draft.Added.FirstOrDefault(a => a.Unit == unit && draft.Holds(a, Slot) && draft.Value(a, Slot) == Told) is not { } home) return;
        var said = new Statement(Slot, Now.Value, Now.Bound, Now.Implied, draft.Whole, Rules.KeptCorrection);
        CorrectionTarget.BookOne(draft, home, said, Now.Value - Told, BookingCause.Correction);
    }
}
