using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Rollups;

/// <summary>
/// Fills a form from bookings. Totals are sums of bookings and nothing else: a slot of stock figures
/// (<see cref="Aggregate.Latest"/>) has bookings that already hold the difference to the unit's earlier figure, so its sum up to
/// a day is what stood on that day.
/// </summary>
public static class RollupBuilder
{
    /// <summary>The filled form.</summary>
    public static Rollup Build(RollupRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var slots = request.Form.Slots.ToDictionary(slot => slot.Id);
        var units = request.Units.OrderBy(unit => unit.Order).ToList();
        var known = units.ToDictionary(unit => unit.Id);
        var figures = request.Figures.Where(f => slots.ContainsKey(f.Slot) && known.ContainsKey(f.Unit)).ToList();
        var taken = figures.Where(f => Counts(f, slots[f.Slot].Aggregate, request.Period)).ToList();
        var byUnit = UnitsOf(request, units, taken);
        return new Rollup
        {
            Campaign = request.Campaign.Id,
            CampaignTitle = request.Campaign.Title,
            Form = request.Form,
            UnitName = request.UnitName,
            Period = request.Period,
            Coverage = new Coverage(byUnit.Count(u => u.Reported), units.Count, [.. byUnit.Where(u => !u.Reported).Select(u => u.Unit)]),
            Cells = Totals(request.Form, byUnit),
            Units = byUnit,
            Weeks = Weeks(request, units, figures),
            Sources = [.. taken.Select(f => new RollupSource(known[f.Unit], f))],
        };
    }

    /// <summary>Whether a booking counts in a period: occurrences by their day, stock figures and boxes up to the period's end.</summary>
    private static bool Counts(BookedFigure figure, Aggregate aggregate, DaySpan? period) =>
        period is not { } days || (aggregate == Aggregate.Sum ? days.Contains(figure.Day) : figure.Day <= days.To);

    private static List<RollupUnit> UnitsOf(RollupRequest request, IReadOnlyList<Unit> units, IReadOnlyList<BookedFigure> taken)
    {
        var slots = request.Form.Slots.ToList();
        var bySlot = taken.ToLookup(f => (f.Unit, f.Slot));
        return [.. units.Select(unit =>
        {
            var cells = slots.Select(slot => UnitCell(slot, [.. bySlot[(unit.Id, slot.Id)]])).ToList();
            var spoke = cells.Any(cell => cell.Value is not null && bySlot[(unit.Id, cell.Slot)].Any(f => request.Period is not { } days || days.Contains(f.Day)));
            return new RollupUnit(unit, spoke || request.Reported.Contains(unit.Id), cells);
        })];
    }

    /// <summary>What one unit's bookings in one slot, those that count, come to.</summary>
    internal static RollupCell UnitCell(Slot slot, IReadOnlyList<BookedFigure> bookings)
    {
        var standing = bookings.GroupBy(b => b.Activity).Select(activity => Standing.Of([.. activity])).Where(s => s.Said).ToList();
        if (standing.Count == 0)
            return RollupCell.Empty(slot.Id);
        var sum = standing.Sum(s => s.Net);
        return new RollupCell
        {
            Slot = slot.Id,
            Value = slot.Aggregate == Aggregate.Any ? sum >= 1 ? 1 : 0 : sum,
            Bound = slot.Aggregate switch
            {
                Aggregate.Any => Bound.Exact,
                Aggregate.Latest => standing[^1].Bound,
                _ => standing.Where(s => s.Net != 0).Aggregate(Bound.Exact, (bound, s) => Bounds.Sum(bound, s.Bound)),
            },
            ImpliedPart = standing.Sum(s => s.Implied),
            CumulativePart = standing.Sum(s => s.Cumulative),
            PendingPart = standing.Sum(s => s.Pending),
            UnitCount = 1,
        };
    }

    private static IReadOnlyList<RollupCell> Totals(Form form, IReadOnlyList<RollupUnit> units) =>
        [.. form.Slots.Select((slot, at) => Total(slot, [.. units.Select(unit => unit.Cells[at]).Where(cell => cell.Value is not null)]))];

    /// <summary>Cells of one slot put together, none of which is empty.</summary>
    internal static RollupCell Total(Slot slot, IReadOnlyList<RollupCell> cells) => cells.Count == 0 ? RollupCell.Empty(slot.Id) : new RollupCell
    {
        Slot = slot.Id,
        Value = cells.Sum(cell => cell.Value),
        Bound = cells.Aggregate(Bound.Exact, (bound, cell) => Bounds.Sum(bound, cell.Bound)),
        ImpliedPart = cells.Sum(cell => cell.ImpliedPart),
        CumulativePart = cells.Sum(cell => cell.CumulativePart),
        PendingPart = cells.Sum(cell => cell.PendingPart),
        UnitCount = cells.Sum(cell => cell.UnitCount),
    };

    private static List<RollupWeek> Weeks(RollupRequest request, IReadOnlyList<Unit> units, IReadOnlyList<BookedFigure> figures)
    {
        var aggregates = request.Form.Slots.ToDictionary(slot => slot.Id, slot => slot.Aggregate);
        return [.. figures.Where(f => request.Period is not { } days || days.Contains(f.Day))
            .Select(f => Monday(f.Day)).Distinct().Order()
            .Select(monday => Within(new DaySpan(monday, monday.AddDays(6)), request.Period))
            .Select(days => new RollupWeek(days, Totals(request.Form,
                UnitsOf(request, units, [.. figures.Where(f => Counts(f, aggregates[f.Slot], days))]))))];
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DaySpan Within(DaySpan week, DaySpan? period) => period is not { } days
        ? week
        : new DaySpan(week.From < days.From ? days.From : week.From, week.To > days.To ? days.To : week.To);
}
