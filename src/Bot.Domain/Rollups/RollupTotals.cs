using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Rollups;

/// <summary>
/// Totals of slots added up where the figures lie. Most figures only have to be added up. Those of which more is to be known
/// (corrected, taken back, the difference to a total, waiting to be checked) come one by one besides, and take their part's place.
/// </summary>
public static class RollupTotals
{
    /// <summary>The cell of a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="all">Everything that counts in the period, added up.</param>
    /// <param name="closer">
    /// What of it has to be known one by one, in the order of booking: of an activity of a unit all or nothing. Of stock figures all
    /// or nothing of a unit.
    /// </param>
    /// <param name="bookings">How many bookings a unit has that took any of them back.</param>
    public static RollupCell Of(Slot slot, AddedUp all, IReadOnlyList<BookedFigure> closer, IReadOnlyDictionary<UnitId, int> bookings)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(closer);
        ArgumentNullException.ThrowIfNull(bookings);
        var rest = closer.Aggregate(all, (sum, figure) => sum.Without(figure));
        return slot.Aggregate == Aggregate.Latest ? Stock(slot, rest, closer) : Occurrences(slot, all, rest, closer, bookings);
    }

    private static RollupCell Occurrences(Slot slot, AddedUp all, AddedUp rest, IReadOnlyList<BookedFigure> closer, IReadOnlyDictionary<UnitId, int> bookings)
    {
        var silent = 0;
        var standing = new List<Standing>();
        foreach (var unit in closer.GroupBy(f => f.Unit))
        {
            var said = unit.GroupBy(f => f.Activity).Select(activity => Standing.Of([.. activity])).Where(s => s.Said).ToList();
            if (said.Count == 0 && bookings.TryGetValue(unit.Key, out var count) && count == unit.Count()) silent++;
            standing.AddRange(said);
        }

        if (all.Units == silent) return RollupCell.Empty(slot.Id);
        var isBox = slot.Aggregate == Aggregate.Any;
        return new RollupCell
        {
            Slot = slot.Id,
            Value = isBox ? all.SayingYes : all.Sum,
            Bound = isBox ? Bound.Exact : standing.Where(s => s.Net != 0).Aggregate(rest.Bound, (bound, s) => Bounds.Sum(bound, s.Bound)),
            ImpliedPart = rest.Implied + standing.Sum(s => s.Implied),
            CumulativePart = standing.Sum(s => s.Cumulative),
            PendingPart = standing.Sum(s => s.Pending),
            UnitCount = all.Units - silent,
        };
    }

    private static RollupCell Stock(Slot slot, AddedUp rest, IReadOnlyList<BookedFigure> closer)
    {
        var units = closer.GroupBy(f => f.Unit).Select(unit => RollupBuilder.UnitCell(slot, [.. unit])).ToList();
        var cells = units.Where(cell => cell.Value is not null).ToList();
        if (rest.Units > units.Count)
            cells.Add(new RollupCell { Slot = slot.Id, Value = rest.Sum, Bound = rest.Bound, ImpliedPart = rest.Implied, UnitCount = rest.Units - units.Count });
        return RollupBuilder.Total(slot, cells);
    }
}

/// <summary>Bookings of one slot added up.</summary>
/// <param name="Sum">All of them.</param>
/// <param name="Implied">How much of it comes from activities named without a number.</param>
/// <param name="Units">Of how many units.</param>
/// <param name="SayingYes">How many of them have at least one.</param>
/// <param name="About">How many of the bookings above zero are about so many.</param>
/// <param name="Over">How many of them are under the true figure.</param>
/// <param name="Under">How many of them are over it.</param>
public readonly record struct AddedUp(decimal Sum, decimal Implied, int Units, int SayingYes, long About, long Over, long Under)
{
    /// <summary>How the sum stands to the true one.</summary>
    public Bound Bound
    {
        get
        {
            var bound = About > 0 ? Bound.About : Bound.Exact;
            if (Over > 0) bound = Bounds.Sum(bound, Bound.Over);
            return Under > 0 ? Bounds.Sum(bound, Bound.Under) : bound;
        }
    }

    /// <summary>The same with one figure taken out again; its unit stays counted.</summary>
    public AddedUp Without(BookedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var counts = figure.Delta > 0;
        return this with
        {
            Sum = Sum - figure.Delta, Implied = figure.Implied ? Implied - figure.Delta : Implied,
            About = counts && figure.Bound == Bound.About ? About - 1 : About, Over = counts && figure.Bound == Bound.Over ? Over - 1 : Over,
            Under = counts && figure.Bound == Bound.Under ? Under - 1 : Under,
        };
    }
}

/// <summary>A form's cells, without the units and bookings behind them.</summary>
/// <param name="Form">The form.</param>
/// <param name="Cells">A cell for every slot of the form, in the form's order.</param>
public sealed record FormTotals(Form Form, IReadOnlyList<RollupCell> Cells)
{
    /// <summary>The cell of a slot; an empty one for a slot that is not of this form.</summary>
    public RollupCell this[SlotId slot] => Cells.FirstOrDefault(cell => cell.Slot == slot) ?? RollupCell.Empty(slot);

    /// <summary>Those of a filled form.</summary>
    public static FormTotals Of(Rollup rollup)
    {
        ArgumentNullException.ThrowIfNull(rollup);
        return new FormTotals(rollup.Form, rollup.Cells);
    }
}
