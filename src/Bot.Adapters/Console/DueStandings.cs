using Bot.Adapters.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>How each obligation of the campaigns that run stands now.</summary>
internal sealed class DueStandings(Store store, IDues dues, OfficeCampaigns campaigns, TimeProvider clock)
{
    public async Task<IReadOnlyList<CampaignDues>> ReadAsync(OfficeId office, DateOnly today, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await dues.EnsureAsync(office, now, cancel);
        var counts = await store.ReadAsync(db => CountAsync(db, office.Value, cancel), cancel);
        return
        [
            .. (await campaigns.AllAsync(office, today, cancel)).Where(c => c.Runs).Select(c =>
            {
                var campaign = c.Active.Campaign;
                return new CampaignDues(c, [.. campaign.Obligations.Select(o => Standing(o, [.. counts.Where(d => d.Campaign == campaign.Id.Value && d.Obligation == o.Id)], now))]);
            }),
        ];
    }

    private static ObligationStanding Standing(Obligation obligation, IReadOnlyList<DueCount> counts, DateTimeOffset now)
    {
        // Those excused to the last are not asked of anybody any more.
        var owed = counts.Where(c => c.State != DueState.Excused).ToList();
        var next = owed.Where(c => c.ClosesAt >= now).Select(c => (DateTimeOffset?)c.ClosesAt).Min() ?? owed.Select(c => (DateTimeOffset?)c.ClosesAt).Max();
        var present = counts.Where(c => c.ClosesAt == next).ToList();
        return new ObligationStanding
        {
            Obligation = obligation,
            Deadline = present.Count == 0 ? null : present[0].Deadline,
            IsAhead = next >= now,
            Stands = Stands(present),
            Overdue = counts.Where(c => c.State == DueState.Open && c.ClosesAt < now).Sum(c => c.Count),
        };
    }

    private static DueRates Stands(IReadOnlyList<DueCount> counts) => new(
        Sum(counts, DueState.Met), Sum(counts, DueState.Late), Sum(counts, DueState.Open), Sum(counts, DueState.Excused));

    private static int Sum(IReadOnlyList<DueCount> counts, DueState state) => counts.Where(c => c.State == state).Sum(c => c.Count);

    private static Task<List<DueCount>> CountAsync(BotDb db, Guid office, CancellationToken cancel) => db.Dues.Where(d => d.OfficeId == office)
        .GroupBy(d => new { d.CampaignId, d.ObligationId, d.Deadline, d.ClosesAt, d.State })
        .Select(g => new DueCount(g.Key.CampaignId, g.Key.ObligationId, g.Key.Deadline, g.Key.ClosesAt, g.Key.State, g.Count())).ToListAsync(cancel);

    private sealed record DueCount(string Campaign, string Obligation, DateOnly Deadline, DateTimeOffset ClosesAt, DueState State, int Count);
}

/// <summary>A campaign that runs, with how its obligations stand.</summary>
internal sealed record CampaignDues(OfficeCampaign Campaign, IReadOnlyList<ObligationStanding> Obligations);

/// <summary>How an obligation stands.</summary>
internal sealed record ObligationStanding
{
    public required Obligation Obligation { get; init; }

    /// <summary>The next deadline, or the last where none is ahead; null: nothing is due yet.</summary>
    public required DateOnly? Deadline { get; init; }

    public required bool IsAhead { get; init; }

    /// <summary>How the dues of that deadline stand.</summary>
    public required DueRates Stands { get; init; }

    /// <summary>Open dues of deadlines that are past.</summary>
    public required int Overdue { get; init; }
}
