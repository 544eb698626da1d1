using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>What was decided about one part of a submission: what a receipt tells.</summary>
public abstract record LedgerOutcome
{
    private LedgerOutcome() { }

    /// <summary>The unit it is about; null: none in particular.</summary>
    public UnitId? About => this switch
    {
        Recorded o => o.Unit.Id,
        Repeated o => o.Unit.Id,
        Difference o => o.Unit.Id,
        BelowKnown o => o.Unit.Id,
        Corrected o => o.Unit.Id,
        NothingToCorrect o => o.Unit.Id,
        TakenBack o => o.Unit.Id,
        Conflict o => o.Unit.Id,
        Nil o => o.Unit.Id,
        Asked o => o.Unit.Id,
        _ => null,
    };

    /// <summary>An activity was recorded with these figures.</summary>
    public sealed record Recorded(Unit Unit, ActivityId Activity, IReadOnlyList<DaySpan> Days, IReadOnlyList<Component> Figures, bool Transcribed) : LedgerOutcome;

    /// <summary>The same activity, days and figures were known: nothing was booked.</summary>
    public sealed record Repeated(Unit Unit, ActivityId Earlier) : LedgerOutcome
    {
        /// <summary>The earlier one's days; empty: none told.</summary>
        public IReadOnlyList<DaySpan> Days { get; init; } = [];

        /// <summary>The day the earlier one was said.</summary>
        public DateOnly SaidOn { get; init; }

        /// <summary>The figures that were told again.</summary>
        public IReadOnlyList<Component> Figures { get; init; } = [];
    }

    /// <summary>A cumulative figure: the difference was booked as 补差; 0: it agrees.</summary>
    public sealed record Difference(Unit Unit, SlotId Slot, decimal Known, decimal Stated, decimal Booked) : LedgerOutcome
    {
        /// <summary>The bound of the stated figure.</summary>
        public Bound Bound { get; init; }
    }

    /// <summary>A cumulative figure is below what is known: asked, not booked.</summary>
    public sealed record BelowKnown(Unit Unit, SlotId Slot, decimal Known, decimal Stated) : LedgerOutcome
    {
        /// <summary>The bound of the stated figure.</summary>
        public Bound Bound { get; init; }
    }

    /// <summary>An earlier figure was changed.</summary>
    public sealed record Corrected(Unit Unit, ActivityId Activity, SlotId Slot, decimal From, decimal To, DateOnly Day) : LedgerOutcome
    {
        /// <summary>The bound of the new figure.</summary>
        public Bound Bound { get; init; }
    }

    /// <summary>A correction names a figure nobody reported: asked, not booked.</summary>
    public sealed record NothingToCorrect(Unit Unit, SlotId Slot, decimal Stated) : LedgerOutcome;

    /// <summary>An earlier report was taken back.</summary>
    public sealed record TakenBack(Unit Unit, ActivityId Activity, IReadOnlyList<RecordedFigure> Figures) : LedgerOutcome
    {
        /// <summary>Its days; empty: none told.</summary>
        public IReadOnlyList<DaySpan> Days { get; init; } = [];
    }

    /// <summary>There was nothing to take back.</summary>
    public sealed record NothingToTakeBack : LedgerOutcome;

    /// <summary>Another reporter of the unit told the same activity with other figures: shown to the admin, not booked.</summary>
    public sealed record Conflict(Unit Unit, ActivityId Earlier, IReadOnlyList<Component> Figures) : LedgerOutcome
    {
        /// <summary>The days of both.</summary>
        public IReadOnlyList<DaySpan> Days { get; init; } = [];

        /// <summary>What is known in the slots at issue.</summary>
        public IReadOnlyList<RecordedFigure> Known { get; init; } = [];
    }

    /// <summary>A zero report.</summary>
    public sealed record Nil(Unit Unit) : LedgerOutcome;

    /// <summary>A vague figure is asked back.</summary>
    public sealed record Asked(Unit Unit, Ask Ask) : LedgerOutcome;
}
