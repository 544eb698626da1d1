using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Domain.Rollups;

namespace Bot.Domain.Ledger;

/// <summary>What was booked: the read side of the ledger (台账).</summary>
public interface ILedger
{
    /// <summary>Bookings of a campaign in the order of booking.</summary>
    /// <param name="office">The office.</param>
    /// <param name="campaign">The campaign, whatever the revision.</param>
    /// <param name="units">Whose bookings; null: those of all units of the office.</param>
    /// <param name="cancel">Stops reading.</param>
    Task<IReadOnlyList<BookedFigure>> FiguresAsync(OfficeId office, CampaignId campaign, IReadOnlyCollection<UnitId>? units, CancellationToken cancel);

    /// <summary>
    /// What the units' figures come to, slot by slot, as <see cref="RollupBuilder"/> would have it, without a figure being fetched
    /// that only has to be added up.
    /// </summary>
    /// <param name="office">The office.</param>
    /// <param name="campaign">The campaign, whatever the revision.</param>
    /// <param name="slots">The slots asked about.</param>
    /// <param name="units">Whose bookings; null: those of all units of the office.</param>
    /// <param name="period">The days, in the office's zone; null: everything so far.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>A cell for every slot, in their order.</returns>
    Task<IReadOnlyList<RollupCell>> TotalsAsync(
        OfficeId office, CampaignId campaign, IReadOnlyList<Slot> slots, IReadOnlyCollection<UnitId>? units, DaySpan? period, CancellationToken cancel);

    /// <summary>Units that reported anything in the campaign (figures, a zero report, a text) and did not take all of it back.</summary>
    /// <param name="office">The office.</param>
    /// <param name="campaign">The campaign, whatever the revision.</param>
    /// <param name="period">The days on which it was said, in the office's zone; null: ever.</param>
    /// <param name="cancel">Stops reading.</param>
    Task<IReadOnlyCollection<UnitId>> ReportedAsync(OfficeId office, CampaignId campaign, DaySpan? period, CancellationToken cancel);

    /// <summary>When figures of some days were last booked, after an instant (UTC); null: none was.</summary>
    Task<DateTimeOffset?> ChangedAsync(OfficeId office, CampaignId campaign, DaySpan days, DateTimeOffset since, CancellationToken cancel);

    /// <summary>Live and taken-back activities of a unit, newest first, at most <paramref name="atMost"/>.</summary>
    Task<IReadOnlyList<ActivityRecord>> RecordsAsync(OfficeId office, CampaignId campaign, UnitId unit, int atMost, CancellationToken cancel);
}
