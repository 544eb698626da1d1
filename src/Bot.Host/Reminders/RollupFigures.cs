using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Bot.Domain.Rollups;

namespace Bot.Host.Reminders;

/// <summary>An occurrence's figures, as the ledger and the dues hold them now.</summary>
internal sealed class RollupFigures(ILedger ledger, IDues dues)
{
    public async Task<RollupPost> OfAsync(Season season, SeasonOccurrence of, IReadOnlyList<Unit> units, CancellationToken cancel)
    {
        var office = season.Office.Id;
        var campaign = of.Running.Campaign;
        var days = of.Days;
        IReadOnlyCollection<UnitId>? only = units.Count == season.Units.Count ? null : [.. units.Select(u => u.Id)];
        var period = HandInDays.FromBeginning(days) ? [] : MainFigures.OfPeriod(await FillAsync(office, of, only, days, cancel));
        return new RollupPost
        {
            Campaign = campaign, Obligation = of.Obligation, Days = days, Deadline = of.Occurrence.Deadline, OfPeriod = period,
            SoFar = MainFigures.SoFar(await FillAsync(office, of, only, new DaySpan(HandInDays.Beginning, days.To), cancel), period),
            Coverage = await CoverageAsync(office, of, units, cancel),
        };
    }

    private async Task<IReadOnlyList<FormTotals>> FillAsync(
        OfficeId office, SeasonOccurrence of, IReadOnlyCollection<UnitId>? units, DaySpan days, CancellationToken cancel)
    {
        var forms = HandInDays.Forms(of.Running.Campaign, of.Obligation);
        var cells = await ledger.TotalsAsync(office, of.Running.Campaign.Id, [.. forms.SelectMany(f => f.Slots)], units, days, cancel);
        var at = 0;
        return [.. forms.Select(form => new FormTotals(form, [.. form.Slots.Select(_ => cells[at++])]))];
    }

    // Who was excused is not asked of, so is neither missing nor counted.
    private async Task<Coverage> CoverageAsync(OfficeId office, SeasonOccurrence of, IReadOnlyList<Unit> units, CancellationToken cancel)
    {
        var within = units.ToDictionary(u => u.Id);
        var asked = (await dues.OfCampaignAsync(office, of.Key.Campaign, DaySpan.On(of.Occurrence.Deadline), cancel))
            .Where(d => d.Of == of.Key && d.State != DueState.Excused && within.ContainsKey(d.Unit)).ToList();
        var missing = asked.Where(d => d.State == DueState.Open).Select(d => within[d.Unit]).OrderBy(u => u.Order).ToList();
        return new Coverage(asked.Count - missing.Count, asked.Count, missing);
    }
}

/// <summary>An occurrence of a running campaign.</summary>
internal sealed record SeasonOccurrence(RunningCampaign Running, Obligation Obligation, Occurrence Occurrence)
{
    /// <summary>Its name.</summary>
    public OccurrenceKey Key => new(Running.Revision.Campaign, Obligation.Id, Occurrence.Day);

    /// <summary>The days whose activities belong to it.</summary>
    public DaySpan Days => HandInDays.Of(Running, Obligation, Occurrence);

    /// <summary>When and how it is pushed.</summary>
    public PushPolicy Pushes => Running.SettingsOf(Obligation).Pushes;

    /// <summary>The occurrence of a name; null: the season has it no more.</summary>
    public static SeasonOccurrence? Find(Season season, OccurrenceKey key)
    {
        var running = season.Campaigns.FirstOrDefault(c => c.Revision.Campaign == key.Campaign);
        var obligation = running?.Campaign.Obligations.FirstOrDefault(o => o.Id == key.Obligation);
        if (running is null || obligation is null) return null;
        return running.OccurrencesOf(obligation, season.Zone).FirstOrDefault(o => o.Day == key.Day) is { } occurrence
            ? new SeasonOccurrence(running, obligation, occurrence) : null;
    }
}
