using Bot.Adapters.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>Fills forms for whoever asks: a page, a file.</summary>
internal sealed class FormRollups(Store store, OfficeCampaigns campaigns, ILedger ledger)
{
    /// <summary>The filled forms of a campaign; null: the office has no such campaign, or it has no such form or unit.</summary>
    public async Task<FilledForms?> FillAsync(OfficeId office, CampaignId id, FormAsk ask, CancellationToken cancel) =>
        await OpenAsync(office, id, ask, cancel) is { } book ? book.Filled() : null;

    /// <summary>The figures to fill a campaign's forms from; null: the office has no such campaign, or it has no such form or unit.</summary>
    public async Task<FormFigures?> OpenAsync(OfficeId office, CampaignId id, FormAsk ask, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(office, id, ask.Today, cancel) is not { } found) return null;
        var campaign = found.Active.Campaign;
        var forms = campaign.Forms.Where(f => ask.Form is not { } form || f.Id == form).ToList();
        var (name, units) = await store.ReadAsync(db => UnitsAsync(db, office, cancel), cancel);
        if (forms.Count == 0 || (ask.Unit is { } wanted && units.All(u => u.Id != wanted))) return null;

        var figures = ask.Sources ? await ledger.FiguresAsync(office, id, null, cancel) : await store.ReadAsync(db => BareFigures.OfAsync(db, office, id, cancel), cancel);
        var reported = await ledger.ReportedAsync(office, id, ask.Period, cancel);
        var expected = ExpectedUnits.Of(units, campaign, ask.Period, ask.Today, reported.Concat(figures.Select(f => f.Unit)).ToHashSet());
        return new FormFigures
        {
            Campaign = found, OfficeName = name, Ask = ask, Forms = forms, Expected = expected, Figures = figures, Reported = reported,
            Chosen = ask.Unit is { } one ? UnitTree.Below(units, one) : ask.Only is { } only ? [.. units.Where(u => only.Contains(u.Id))] : expected,
        };
    }

    private static async Task<(string Name, IReadOnlyList<Unit> Units)> UnitsAsync(BotDb db, OfficeId office, CancellationToken cancel)
    {
        var name = await db.Offices.Where(o => o.Id == office.Value).Select(o => o.Name).SingleAsync(cancel);
        var units = await db.Units.Where(u => u.OfficeId == office.Value).OrderBy(u => u.Order).ToListAsync(cancel);
        return (name, [.. units.Select(OrganisationStore.Unit)]);
    }
}

/// <summary>Which form is asked for, of whom, over which days.</summary>
internal sealed record FormAsk
{
    /// <summary>The form; null: all of the campaign.</summary>
    public FormId? Form { get; init; }

    /// <summary>The days; null: everything so far.</summary>
    public DaySpan? Period { get; init; }

    /// <summary>One unit with those below it; null: see <see cref="Only"/>.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>Just these units (a liaison's own); null: all.</summary>
    public IReadOnlyCollection<UnitId>? Only { get; init; }

    /// <summary>Today in the office's zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether the words behind the figures are read with them; not for files that read them line by line, or show none.</summary>
    public bool Sources { get; init; } = true;
}

/// <summary>Filled forms.</summary>
internal sealed record FilledForms
{
    public required OfficeCampaign Campaign { get; init; }

    /// <summary>The units the campaign is expected of, to choose from.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>The unit asked for; null: all.</summary>
    public required Unit? Unit { get; init; }

    public required IReadOnlyList<Rollup> Rollups { get; init; }
}
