using Bot.Adapters.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>The campaigns an office has activated, and where they run.</summary>
internal sealed class OfficeCampaigns(Store store, ICampaigns campaigns)
{
    /// <summary>All of them: those that run in a group first, then by name.</summary>
    public async Task<IReadOnlyList<OfficeCampaign>> AllAsync(OfficeId office, DateOnly today, CancellationToken cancel)
    {
        var (revisions, bindings) = await store.ReadAsync(db => RowsAsync(db, office, cancel), cancel);
        var all = new List<OfficeCampaign>();
        foreach (var campaign in revisions.GroupBy(r => r.Campaign))
        {
            all.Add(await FillAsync(office, campaign.Key, [.. campaign], [.. bindings.Where(b => b.Campaign == campaign.Key)], today, cancel));
        }

        return [.. all.OrderByDescending(c => c.Runs).ThenByDescending(c => c.Active.Campaign.Year).ThenBy(c => c.Active.Campaign.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>One of them; null: the office has no such campaign.</summary>
    public async Task<OfficeCampaign?> FindAsync(OfficeId office, CampaignId campaign, DateOnly today, CancellationToken cancel)
    {
        var (revisions, bindings) = await store.ReadAsync(db => RowsAsync(db, office, cancel), cancel);
        var own = revisions.Where(r => r.Campaign == campaign).ToList();
        return own.Count == 0 ? null : await FillAsync(office, campaign, own, [.. bindings.Where(b => b.Campaign == campaign)], today, cancel);
    }

    private async Task<OfficeCampaign> FillAsync(
        OfficeId office, CampaignId campaign, IReadOnlyList<CampaignRevision> revisions, IReadOnlyList<CampaignBinding> bindings, DateOnly today, CancellationToken cancel)
    {
        // Shown is what runs now; what runs nowhere is shown as it was activated last.
        var running = bindings.Where(b => b.EndsOn is not { } end || end >= today).Select(b => b.Revision).DefaultIfEmpty(revisions.Max(r => r.Number)).Max();
        return new OfficeCampaign
        {
            Active = await campaigns.GetAsync(office, new RevisionId(campaign, running), cancel),
            Revisions = [.. revisions.OrderByDescending(r => r.Number)],
            Bindings = bindings,
            Runs = bindings.Any(b => b.EndsOn is not { } end || end >= today),
        };
    }

    private static async Task<(IReadOnlyList<CampaignRevision>, IReadOnlyList<CampaignBinding>)> RowsAsync(BotDb db, OfficeId office, CancellationToken cancel)
    {
        var revisions = await db.Revisions.Where(r => r.OfficeId == office.Value)
            .Select(r => new { r.CampaignId, r.Number, r.Title, r.ActivatedAt, r.PlanId }).ToListAsync(cancel);
        var bindings = await (
            from b in db.GroupCampaigns
            where b.OfficeId == office.Value
            join g in db.Groups on b.GroupId equals g.Id
            where g.UnboundAt == null
            orderby g.Name
            select new { b.CampaignId, b.Revision, b.BoundAt, b.EndsOn, g.Id, g.Name }).ToListAsync(cancel);
        return (
            [.. revisions.Select(r => new CampaignRevision(new CampaignId(r.CampaignId), r.Number, r.Title, r.ActivatedAt, r.PlanId is { } plan ? new DraftId(plan) : null))],
            [.. bindings.Select(b => new CampaignBinding(new CampaignId(b.CampaignId), b.Revision, new GroupId(b.Id), b.Name, b.BoundAt, b.EndsOn))]);
    }
}

/// <summary>A campaign of an office.</summary>
internal sealed record OfficeCampaign
{
    /// <summary>The revision that runs, or the newest.</summary>
    public required ActiveCampaign Active { get; init; }

    /// <summary>All revisions, newest first.</summary>
    public required IReadOnlyList<CampaignRevision> Revisions { get; init; }

    /// <summary>The groups it is bound to, ended bindings too.</summary>
    public required IReadOnlyList<CampaignBinding> Bindings { get; init; }

    /// <summary>Whether it runs in any group today.</summary>
    public required bool Runs { get; init; }
}

/// <summary>An activated revision.</summary>
/// <param name="Plan">The plan it was made of; null: it came as a campaign file.</param>
internal sealed record CampaignRevision(CampaignId Campaign, int Number, string Title, DateTimeOffset ActivatedAt, DraftId? Plan);

/// <summary>A campaign in a group.</summary>
internal sealed record CampaignBinding(CampaignId Campaign, int Revision, GroupId Group, string GroupName, DateTimeOffset BoundAt, DateOnly? EndsOn);
