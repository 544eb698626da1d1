using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Dues as rows: made in advance, excused, moved.</summary>
internal sealed class DueStore(Store store, ISeasons seasons, DueCreation creation) : IDues
{
    public async Task EnsureAsync(OfficeId office, DateTimeOffset now, CancellationToken cancel) =>
        await creation.EnsureAsync(await seasons.LoadAsync(office, now, cancel), now, cancel);

    public Task<IReadOnlyList<Due>> OfCampaignAsync(OfficeId office, CampaignId campaign, DaySpan? deadlines, CancellationToken cancel) =>
        store.ReadAsync<IReadOnlyList<Due>>(
            async db =>
            {
                var from = deadlines?.From ?? DateOnly.MinValue;
                var to = deadlines?.To ?? DateOnly.MaxValue;
                var rows = await (
                    from d in db.Dues
                    where d.OfficeId == office.Value && d.CampaignId == campaign.Value && d.Deadline >= @from && d.Deadline <= to
                    join u in db.Units on d.UnitId equals u.Id
                    orderby d.Deadline, d.ObligationId, u.Order, u.Id
                    select d).ToListAsync(cancel);
                return [.. rows.Select(DueMapping.Due)];
            },
            cancel);

    public Task<Due?> FindAsync(OfficeId office, DueId due, CancellationToken cancel) => store.ReadAsync(
        async db => await db.Dues.SingleOrDefaultAsync(d => d.Id == due.Value && d.OfficeId == office.Value, cancel) is { } row ? DueMapping.Due(row) : null, cancel);

    public Task<int> ExcuseAsync(
        OfficeId office, IReadOnlyCollection<DueId> dues, string because, PersonId? by, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = dues.Select(d => d.Value).ToList();
        var admin = by?.Value;
        return store.WriteAsync(
            db => db.Dues.Where(d => d.OfficeId == office.Value && ids.Contains(d.Id) && d.State == DueState.Open).ExecuteUpdateAsync(
                s => s.SetProperty(d => d.State, DueState.Excused).SetProperty(d => d.ExcusedBecause, because)
                    .SetProperty(d => d.ExcusedBy, admin).SetProperty(d => d.ExcusedAt, now).SetProperty(d => d.ChangedAt, now),
                cancel),
            cancel);
    }

    public Task<int> ReopenAsync(OfficeId office, IReadOnlyCollection<DueId> dues, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = dues.Select(d => d.Value).ToList();
        return store.WriteAsync(
            db => db.Dues
                .Where(d => d.OfficeId == office.Value && ids.Contains(d.Id) && d.State == DueState.Excused
                    && (d.ExcusedBy != null || (d.ExcusedBecause != DueCreation.UnitClosed && d.ExcusedBecause != DueCreation.NoLongerAsked)))
                .ExecuteUpdateAsync(
                    s => s.SetProperty(d => d.State, DueState.Open).SetProperty(d => d.ExcusedBecause, (string?)null)
                        .SetProperty(d => d.ExcusedBy, (Guid?)null).SetProperty(d => d.ExcusedAt, (DateTimeOffset?)null)
                        .SetProperty(d => d.ChangedAt, now),
                    cancel),
            cancel);
    }

    public async Task<bool> MoveAsync(
        OfficeId office, OccurrenceKey occurrence, DateOnly to, string because, PersonId by, DateTimeOffset now, CancellationToken cancel)
    {
        var season = await seasons.LoadAsync(office, now, cancel);
        if (DeadlineOf(season, occurrence) == to) return false;
        var moved = await store.WriteAsync(
            async db =>
            {
                var row = await db.DeadlineMoves.FindAsync([office.Value, occurrence.Campaign.Value, occurrence.Obligation, occurrence.Day], cancel);
                if (row?.MovedTo == to) return false;
                if (row is null)
                {
                    row = new DeadlineMoveRow
                    {
                        OfficeId = office.Value, CampaignId = occurrence.Campaign.Value, ObligationId = occurrence.Obligation, Occurrence = occurrence.Day,
                    };
                    db.DeadlineMoves.Add(row);
                }

                (row.MovedTo, row.Because, row.MovedBy, row.MovedAt) = (to, because, by.Value, now);
                return true;
            },
            cancel);
        if (moved) await EnsureAsync(office, now, cancel);
        return moved;
    }

    // The day that counts now: the plan's, the office's earlier one, or the one it was moved to before.
    private static DateOnly? DeadlineOf(Season season, OccurrenceKey occurrence)
    {
        var running = season.Campaigns.FirstOrDefault(c => c.Revision.Campaign == occurrence.Campaign);
        var obligation = running?.Campaign.Obligations.FirstOrDefault(o => o.Id == occurrence.Obligation);
        return obligation is null ? null : running!.OccurrencesOf(obligation, season.Zone).FirstOrDefault(o => o.Day == occurrence.Day)?.Deadline;
    }
}
