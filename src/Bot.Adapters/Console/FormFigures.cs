using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Console;

/// <summary>Figures of a campaign, to fill its forms from: for all that were asked for, or unit by unit.</summary>
internal sealed record FormFigures
{
    public required OfficeCampaign Campaign { get; init; }
    public required string OfficeName { get; init; }
    public required FormAsk Ask { get; init; }

    /// <summary>The forms asked for.</summary>
    public required IReadOnlyList<Form> Forms { get; init; }

    /// <summary>The units the campaign is expected of.</summary>
    public required IReadOnlyList<Unit> Expected { get; init; }

    /// <summary>The units asked for.</summary>
    public required IReadOnlyList<Unit> Chosen { get; init; }

    public required IReadOnlyList<BookedFigure> Figures { get; init; }
    public required IReadOnlyCollection<UnitId> Reported { get; init; }

    /// <summary>Who hands in what is filled for all of them.</summary>
    public string Name => Ask.Unit is null && Ask.Only is null ? OfficeName : string.Join("、", Heads.Select(x => x.Name));

    // A unit with those below it hands in under its own name.
    private IEnumerable<Unit> Heads => Ask.Unit is { } one ? Chosen.Where(u => u.Id == one) : Chosen;

    /// <summary>The forms filled for all units asked for together.</summary>
    public FilledForms Filled() => new()
    {
        Campaign = Campaign, Units = Expected, Unit = Ask.Unit is { } one ? Chosen.Single(u => u.Id == one) : null,
        Rollups = [.. Forms.Select(form => Fill(form, Name, Chosen, Figures))],
    };

    /// <summary>A form filled for each of the units alone, in official order.</summary>
    public IEnumerable<Rollup> EachUnit(Form form)
    {
        var own = Figures.ToLookup(f => f.Unit);
        return Chosen.OrderBy(u => u.Order).Select(unit => Fill(form, unit.Name, [unit], [.. own[unit.Id]]));
    }

    private Rollup Fill(Form form, string name, IReadOnlyList<Unit> units, IReadOnlyList<BookedFigure> figures) => RollupBuilder.Build(new RollupRequest
    {
        Campaign = Campaign.Active.Campaign, Form = form, UnitName = name, Units = units, Period = Ask.Period, Reported = Reported, Figures = figures,
    });
}
