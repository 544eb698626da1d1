using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Imports;

/// <summary>Finds the group an import is for, or makes it: many groups never had a bot in them.</summary>
internal sealed class ImportTargets(Store store, IIdSource ids, TimeProvider clock)
{
    /// <summary>The group; or one sentence that says what is to be given.</summary>
    /// <param name="office">Id or name of the office; null: there is only one.</param>
    /// <param name="group">The group's name.</param>
    /// <param name="campaign">The campaign's id; null: the ones it is bound to.</param>
    /// <param name="cancel">Stops the looking.</param>
    public Task<(ImportTarget? Found, string? Wanted)> FindAsync(string? office, string group, string? campaign, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var offices = await db.Offices.ToListAsync(cancel);
            var meant = offices.Where(o => office is null || o.Name == office || o.Id.ToString() == office).ToList();
            if (meant.Count != 1) return (null, $"请用 --office 说明是哪个单位：{string.Join("、", offices.Select(o => o.Name))}。");
            var row = meant[0];
            var groups = await db.Groups.Where(g => g.OfficeId == row.Id && g.Name == group).ToListAsync(cancel);
            if (groups.Count > 1) return (null, $"有{groups.Count}个群都叫“{group}”，请先在后台改名。");
            if (campaign is not null && !await db.Revisions.AnyAsync(r => r.OfficeId == row.Id && r.CampaignId == campaign && r.ArchivedAt == null, cancel))
            {
                var known = await db.Revisions.Where(r => r.OfficeId == row.Id && r.ArchivedAt == null).Select(r => r.CampaignId).Distinct().ToListAsync(cancel);
                return (null, $"没有启用活动“{campaign}”；已启用：{string.Join("、", known)}。");
            }

            var target = new ImportTarget
            {
                Office = row.Id, Zone = TimeZoneInfo.FindSystemTimeZoneById(row.Zone), Group = groups.Count == 1 ? groups[0].Id : ids.Next(), GroupName = group,
                Live = groups is [{ ChatId: { } chat } live] ? new ChatKey(live.Platform, chat) : null, IsNew = groups.Count == 0,
            };
            var bound = await db.GroupCampaigns.Where(c => c.GroupId == target.Group).Select(c => c.CampaignId).ToListAsync(cancel);
            if (target.IsNew && campaign is null)
            {
                var names = await db.Groups.Where(g => g.OfficeId == row.Id).Select(g => g.Name).ToListAsync(cancel);
                return (null, $"没有叫“{group}”的群；已有：{string.Join("、", names)}。机器人不在的群，请用 --campaign 说明记到哪个活动，确认时会新建这个群。");
            }

            if (bound.Count == 0 && campaign is null) return (null, $"“{group}”还没有绑定活动，请用 --campaign 说明记到哪个活动。");
            return ((ImportTarget?)(target with { Binds = campaign is not null && !bound.Contains(campaign) ? campaign : null }), (string?)null);
        },
        cancel);

    /// <summary>Makes the group and binds the campaign, where they are missing.</summary>
    public Task PrepareAsync(ImportTarget target, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var now = clock.GetUtcNow();
            if (!await db.Groups.AnyAsync(g => g.Id == target.Group, cancel)) db.Groups.Add(new GroupRow { Id = target.Group, OfficeId = target.Office, Platform = Platform.WebChat, Name = target.GroupName });
            if (target.Binds is not { } campaign || await db.GroupCampaigns.AnyAsync(c => c.GroupId == target.Group && c.CampaignId == campaign, cancel)) return;
            var revision = await db.Revisions.Where(r => r.OfficeId == target.Office && r.CampaignId == campaign && r.ArchivedAt == null).MaxAsync(r => r.Number, cancel);
            db.GroupCampaigns.Add(new GroupCampaignRow { OfficeId = target.Office, GroupId = target.Group, CampaignId = campaign, Revision = revision, BoundAt = now });
        },
        cancel);
}
