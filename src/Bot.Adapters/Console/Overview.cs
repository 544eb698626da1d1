using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>How each campaign of an office stands.</summary>
internal sealed class Overview(Store store, OfficeCampaigns campaigns, ILedger ledger)
{
    public async Task<IReadOnlyList<CampaignStanding>> ReadAsync(OfficeId office, DateOnly today, CancellationToken cancel)
    {
        var standings = new List<CampaignStanding>();
        var units = await store.ReadAsync(db => db.Units.Where(u => u.OfficeId == office.Value).OrderBy(u => u.Order).ToListAsync(cancel), cancel);
        foreach (var campaign in await campaigns.AllAsync(office, today, cancel))
        {
            var id = campaign.Active.Campaign.Id;
            var reported = await ledger.ReportedAsync(office, id, null, cancel);
            var expected = ExpectedUnits.Of([.. units.Select(OrganisationStore.Unit)], campaign.Active.Campaign, null, today, reported);
            standings.Add(await store.ReadAsync(db => StandingAsync(db, office.Value, campaign, cancel), cancel) with
            {
                Coverage = new Coverage(
                    expected.Count(u => reported.Contains(u.Id)), expected.Count, [.. expected.Where(u => !reported.Contains(u.Id))]),
            });
        }

        return standings;
    }

    private static async Task<CampaignStanding> StandingAsync(BotDb db, Guid office, OfficeCampaign campaign, CancellationToken cancel)
    {
        var id = campaign.Active.Campaign.Id.Value;
        var said = db.Submissions.Where(s => s.OfficeId == office && s.CampaignId == id);
        var open = db.Remarks.Where(r => r.OfficeId == office && r.CampaignId == id && r.SettledAt == null);
        return new CampaignStanding
        {
            Campaign = campaign,
            Coverage = new Coverage(0, 0, []),
            Figures = await db.Bookings.CountAsync(b => b.OfficeId == office && b.CampaignId == id, cancel),
            Submissions = await said.CountAsync(s => s.State == SubmissionState.Handled, cancel),
            Questions = await open.CountAsync(r => r.Blocks, cancel)
                + await said.CountAsync(
                    s => s.State == SubmissionState.Handled && s.Kind == ReadingKind.Report && s.UnitId == null && !db.Bookings.Any(b => b.SubmissionId == s.Id), cancel),
            Doubts = await open.CountAsync(r => !r.Blocks, cancel),
            Unclaimed = await said.CountAsync(s => s.State == SubmissionState.Unclaimed, cancel),
            LastSaidAt = await said.MaxAsync(s => (DateTimeOffset?)s.SaidAt, cancel),
        };
    }
}

/// <summary>How a campaign stands.</summary>
internal sealed record CampaignStanding
{
    public required OfficeCampaign Campaign { get; init; }

    /// <summary>Units that reported anything so far, of those expected to.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Bookings so far.</summary>
    public required int Figures { get; init; }

    /// <summary>Submissions that were read and recorded.</summary>
    public required int Submissions { get; init; }

    /// <summary>Figures that wait for an answer and are not booked, and reports whose unit the sender was asked for.</summary>
    public required int Questions { get; init; }

    /// <summary>Booked figures that wait to be looked at (待核).</summary>
    public required int Doubts { get; init; }

    /// <summary>Submissions of people nobody has registered yet.</summary>
    public required int Unclaimed { get; init; }

    /// <summary>When the newest submission was said (UTC); null: none.</summary>
    public DateTimeOffset? LastSaidAt { get; init; }
}
