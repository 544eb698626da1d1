using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Domain.Rollups;

namespace Bot.Host.Console;

/// <summary>A filled form with what it was asked for.</summary>
internal sealed record FormModel(FilledForms Filled, PeriodChoice Period, FigureStyle Style)
{
    public Campaign Campaign => Filled.Campaign.Active.Campaign;
    public Rollup Rollup => Filled.Rollups[0];
    public Form Form => Rollup.Form;

    /// <summary>What an address needs to ask the same again.</summary>
    public string Query => string.Join('&', new[] { Period.Query, Filled.Unit is { } unit ? $"unit={unit.Id.Value}" : "" }.Where(part => part.Length > 0));

    /// <summary>An address that asks the same again.</summary>
    public string At(string path) => Query.Length == 0 ? path : $"{path}?{Query}";

    /// <summary>The choice of units, those below others behind them.</summary>
    public IEnumerable<(string Key, string Label)> Units => UnitTree.InOrder(Filled.Units)
        .Select(u => (u.Unit.Id.Value.ToString(), new string('\u3000', Math.Min(u.Depth, 4)) + u.Unit.Name));
}

/// <summary>A figure with what it is made of.</summary>
internal sealed record CellModel(FormModel Form, FormRow Row, Slot Slot, IReadOnlyList<CellBooking> Bookings, int Total)
{
    public RollupCell Cell => Form.Rollup[Slot.Id];
}
