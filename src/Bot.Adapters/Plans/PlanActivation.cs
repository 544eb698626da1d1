using System.Text;
using Bot.Adapters.Campaigns;
using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Plans;

/// <summary>Makes a running campaign of a draft: its file is stored as an immutable revision, and dues are made from it where it runs.</summary>
internal sealed class PlanActivation(Store store, PlanDesk desk, OfficeCampaigns campaigns, CampaignActivation activation, IDues dues, TimeProvider clock)
{
    /// <summary>
    /// The campaign of the office a draft is another version of: it has the same document number, or the same title and year;
    /// null: it is a campaign of its own.
    /// </summary>
    public async Task<OfficeCampaign?> FormerAsync(PlanSheet sheet, DateOnly today, CancellationToken cancel)
    {
        if (Campaign(sheet, new CampaignId("draft"), null) is not PlanCampaignOutcome.Made { Campaign: var draft }) return null;
        var all = await campaigns.AllAsync(sheet.Office, today, cancel);
        return all.FirstOrDefault(c => Succession.IsSamePlan(c.Active.Campaign, draft));
    }

    /// <summary>The campaign a draft would become beside, or instead of, one that runs; or what is missing.</summary>
    public static PlanCampaignOutcome Campaign(PlanSheet sheet, CampaignId id, Campaign? former) => PlanCampaign.Of(sheet.Reading, id) switch
    {
        PlanCampaignOutcome.Made made when former is not null => new PlanCampaignOutcome.Made(Succession.Carry(former, made.Campaign)),
        var outcome => outcome,
    };

    /// <summary>Activates a draft.</summary>
    /// <param name="office">The office.</param>
    /// <param name="person">The admin.</param>
    /// <param name="id">The draft.</param>
    /// <param name="former">The campaign it is a new revision of; null: a campaign of its own.</param>
    /// <param name="groups">The groups it is to run in; of a new revision also those it runs in already.</param>
    /// <param name="cancel">Breaks off.</param>
    public async Task<PlanActivationOutcome> ActivateAsync(
        OfficeId office, PersonId person, DraftId id, CampaignId? former, IReadOnlyList<GroupId> groups, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await desk.FindAsync(office, id, cancel) is not { IsOpen: true } sheet) return new PlanActivationOutcome.Unknown();
        var before = former is { } known ? await campaigns.FindAsync(office, known, DateOnly.FromDateTime(now.UtcDateTime), cancel) : null;
        if (former is not null && before is null) return new PlanActivationOutcome.Unknown();
        var made = Campaign(sheet, former ?? NewId(sheet), before?.Active.Campaign);
        if (made is PlanCampaignOutcome.Missing missing) return new PlanActivationOutcome.Refused($"还不能启用：{string.Join("；", missing.What.Select(m => m.Reason))}。请先补上。");
        var source = CampaignYamlWriter.Write(((PlanCampaignOutcome.Made)made).Campaign);
        if (CampaignYaml.Read(Encoding.UTF8.GetBytes(source), "plan") is CampaignFile.Broken) return new PlanActivationOutcome.Refused("还不能启用：报送要求或表格里有写不成活动的内容，请逐项核对后再启用。");
        var outcome = await store.WriteAsync(db => WriteAsync(db, office, person, id, source, groups, now, cancel), cancel);
        await dues.EnsureAsync(office, now, cancel);
        return outcome;
    }

    /// <summary>How many bookings stand on each blank of a campaign.</summary>
    public Task<IReadOnlyDictionary<SlotId, int>> BookedAsync(OfficeId office, CampaignId campaign, CancellationToken cancel) => store.ReadAsync<IReadOnlyDictionary<SlotId, int>>(
        async db => await db.Bookings.Where(b => b.OfficeId == office.Value && b.CampaignId == campaign.Value)
            .GroupBy(b => b.SlotId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => new SlotId(g.Key), g => g.Count, cancel),
        cancel);

    /// <summary>The groups a campaign runs in on a day, by name.</summary>
    public Task<IReadOnlyList<string>> RunningGroupsAsync(OfficeId office, CampaignId campaign, DateOnly today, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<string>>(
        async db => await db.Groups.Where(g => g.OfficeId == office.Value && g.UnboundAt == null
            && db.GroupCampaigns.Any(b => b.GroupId == g.Id && b.CampaignId == campaign.Value && (b.EndsOn == null || b.EndsOn >= today))).OrderBy(g => g.Name).Select(g => g.Name).ToListAsync(cancel),
        cancel);

    /// <summary>The bound groups in which no campaign runs on a day, by name.</summary>
    public Task<IReadOnlyList<(GroupId Id, string Name)>> IdleGroupsAsync(OfficeId office, DateOnly today, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<(GroupId, string)>>(
        async db =>
        {
            var idle = await db.Groups.Where(g => g.OfficeId == office.Value && g.BoundAt != null && g.UnboundAt == null
                && !db.GroupCampaigns.Any(b => b.GroupId == g.Id && (b.EndsOn == null || b.EndsOn >= today))).OrderBy(g => g.Name).ToListAsync(cancel);
            return [.. idle.Select(g => (new GroupId(g.Id), g.Name))];
        },
        cancel);

    private async Task<PlanActivationOutcome> WriteAsync(
        BotDb db, OfficeId office, PersonId person, DraftId id, string source, IReadOnlyList<GroupId> groups, DateTimeOffset now, CancellationToken cancel)
    {
        if (await PlanDesk.RowAsync(db, office, id, cancel) is not { State: DraftState.Draft } row) return new PlanActivationOutcome.Unknown();
        var revision = await activation.ActivateAsync(db, office.Value, source, person.Value, now, cancel);
        var stored = db.Revisions.Local.FirstOrDefault(r => r.OfficeId == office.Value && r.CampaignId == revision.Campaign.Value && r.Number == revision.Number);
        stored?.PlanId ??= row.Id;
        (row.State, row.CampaignId, row.Revision, row.EndedAt, row.EndedBy) = (DraftState.Activated, revision.Campaign.Value, revision.Number, now, person.Value);
        var bound = await BindAsync(db, office, person, revision, groups, now, cancel);
        AuditTrail.Note(db, office, person, now, AuditAction.PlanActivated, ("plan", row.Id), ("campaign", revision.Campaign.Value), ("revision", revision.Number));
        return new PlanActivationOutcome.Activated(revision, bound);
    }

    // Groups it runs in already go over to the new revision: the admin was shown what differs.
    private static async Task<int> BindAsync(
        BotDb db, OfficeId office, PersonId person, RevisionId revision, IReadOnlyList<GroupId> groups, DateTimeOffset now, CancellationToken cancel)
    {
        var running = await db.GroupCampaigns.Where(b => b.OfficeId == office.Value && b.CampaignId == revision.Campaign.Value).ToListAsync(cancel);
        foreach (var binding in running) binding.Revision = revision.Number;
        var chosen = groups.Select(g => g.Value).Except(running.Select(b => b.GroupId)).ToList();
        foreach (var group in await db.Groups.Where(g => g.OfficeId == office.Value && chosen.Contains(g.Id) && g.UnboundAt == null).ToListAsync(cancel))
        {
            db.GroupCampaigns.Add(new GroupCampaignRow { OfficeId = office.Value, GroupId = group.Id, CampaignId = revision.Campaign.Value, Revision = revision.Number, BoundAt = now });
            AuditTrail.Note(db, office, person, now, AuditAction.CampaignBound, ("group", group.Id));
            running.Add(new GroupCampaignRow());
        }

        return running.Count;
    }

    // Readable, and never given before: the id of the draft is new.
    private static CampaignId NewId(PlanSheet sheet) =>
        new(FormattableString.Invariant($"plan-{sheet.Reading.Period?.From.Year ?? sheet.Reading.Year ?? 0}-{sheet.Entry.Id.Value.ToString("n")[^8..]}"));
}
