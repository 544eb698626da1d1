using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>What dues and pushes are planned from, read in one go.</summary>
internal sealed class SeasonStore(Store store, ICampaigns campaigns) : ISeasons
{
    public Task<IReadOnlyList<OfficeId>> OfficesAsync(CancellationToken cancel) => store.ReadAsync<IReadOnlyList<OfficeId>>(
        async db =>
        {
            var offices = await db.Groups.Where(g => g.BoundAt != null && g.UnboundAt == null).Select(g => g.OfficeId).Distinct().ToListAsync(cancel);
            return [.. offices.Order().Select(o => new OfficeId(o))];
        },
        cancel);

    public async Task<Season> LoadAsync(OfficeId office, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await store.ReadAsync(db => SeasonRows.LoadAsync(db, office.Value, cancel), cancel);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(rows.Office.Zone)).DateTime);
        var running = new List<RunningCampaign>();
        foreach (var bound in rows.Bound.Where(b => b.Binding.EndsOn is not { } ends || ends >= today).GroupBy(b => b.Binding.CampaignId))
        {
            // Where groups run different revisions, the newest tells what is owed.
            var revision = new RevisionId(new CampaignId(bound.Key), bound.Max(b => b.Binding.Revision));
            var active = await campaigns.GetAsync(office, revision, cancel);
            running.Add(Running(active, [.. bound], rows));
        }

        return new Season
        {
            Office = OrganisationStore.Office(rows.Office), Units = [.. rows.Units.Select(OrganisationStore.Unit)], Campaigns = running,
        };
    }

    private static RunningCampaign Running(ActiveCampaign active, IReadOnlyList<BoundCampaign> bound, SeasonRows rows)
    {
        var id = active.Revision.Campaign.Value;
        return new RunningCampaign
        {
            Revision = active.Revision, Campaign = active.Campaign, Since = bound.Min(b => b.Binding.BoundAt),
            Groups =
            [
                .. bound.OrderBy(b => b.Binding.BoundAt).Select(b => new CampaignGroup(
                    new ChatKey(b.Group.Platform, b.Group.ChatId!), b.Group.TopUnitId is { } top ? new UnitId(top) : null)),
            ],
            Set = (
                from set in rows.Settings
                where set.CampaignId == id
                join obligation in active.Campaign.Obligations on set.ObligationId equals obligation.Id
                select (obligation.Id, Settings: SettingsJson.Read(set.Settings, obligation, set.SetAt))).ToDictionary(s => s.Id, s => s.Settings),
            Moves =
            [
                .. rows.Moves.Where(m => m.CampaignId == id).Select(m => new DeadlineMove(m.ObligationId, m.Occurrence, m.MovedTo, m.MovedAt, m.Because)),
            ],
        };
    }
}

/// <summary>The rows a season is made of.</summary>
internal sealed record SeasonRows(
    OfficeRow Office, IReadOnlyList<UnitRow> Units, IReadOnlyList<BoundCampaign> Bound, IReadOnlyList<ObligationSettingRow> Settings, IReadOnlyList<DeadlineMoveRow> Moves)
{
    public static async Task<SeasonRows> LoadAsync(BotDb db, Guid office, CancellationToken cancel)
    {
        var bound = await (
            from g in db.Groups
            where g.OfficeId == office && g.ChatId != null && g.BoundAt != null && g.UnboundAt == null
            join c in db.GroupCampaigns on g.Id equals c.GroupId
            select new { g, c }).ToListAsync(cancel);
        return new SeasonRows(
            await db.Offices.SingleAsync(o => o.Id == office, cancel),
            await db.Units.Where(u => u.OfficeId == office).OrderBy(u => u.Order).ThenBy(u => u.Id).ToListAsync(cancel),
            [.. bound.Select(b => new BoundCampaign(b.g, b.c))],
            await db.ObligationSettings.Where(s => s.OfficeId == office).ToListAsync(cancel),
            await db.DeadlineMoves.Where(m => m.OfficeId == office).ToListAsync(cancel));
    }
}

/// <summary>A group and a campaign bound to it.</summary>
internal sealed record BoundCampaign(GroupRow Group, GroupCampaignRow Binding);
