using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain;
using Bot.Domain.Campaigns;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>The office's liaison groups: made, bound, given campaigns and members.</summary>
internal sealed class GroupRegister(Store store, IIdSource ids, TimeProvider clock)
{
    /// <summary>All groups, the bound ones first.</summary>
    public Task<IReadOnlyList<GroupSheet>> AllAsync(OfficeId office, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<GroupSheet>>(
        async db =>
        {
            var rows = await db.Groups.Where(g => g.OfficeId == office.Value).OrderBy(g => g.Name).ToListAsync(cancel);
            var sheets = new List<GroupSheet>(rows.Count);
            foreach (var row in rows) sheets.Add(await SheetAsync(db, row, cancel));
            return [.. sheets.OrderBy(g => g.UnboundAt is not null).ThenBy(g => g.BoundAt is null)];
        },
        cancel);

    /// <summary>One group; null: the office has none of this id.</summary>
    public Task<GroupSheet?> FindAsync(OfficeId office, GroupId id, CancellationToken cancel) => store.ReadAsync(
        async db => await RowAsync(db, office, id, cancel) is { } row ? await SheetAsync(db, row, cancel) : null, cancel);

    /// <summary>Makes a group: one of the page's own, which is there at once, or one that waits for its code to be said in a chat.</summary>
    public Task<RegisterOutcome> AddAsync(Viewer admin, string name, bool onThePage, CancellationToken cancel) => store.WriteAsync<RegisterOutcome>(
        db =>
        {
            var now = clock.GetUtcNow();
            var row = new GroupRow { Id = ids.Next(), OfficeId = admin.Office.Value, Platform = Platform.WebChat, Name = name };
            if (Names.Fault(name, "群名称") is { } fault) return Task.FromResult<RegisterOutcome>(new RegisterOutcome.Refused("name", fault));
            if (onThePage)
            {
                (row.ChatId, row.BoundAt) = ($"g-{row.Id:n}", now);
                db.GroupMembers.Add(new GroupMemberRow { OfficeId = row.OfficeId, GroupId = row.Id, PersonId = admin.Person.Value });
            }

            db.Groups.Add(row);
            AuditTrail.Note(db, admin, now, AuditAction.GroupAdded, ("group", row.Id));
            return Task.FromResult<RegisterOutcome>(new RegisterOutcome.Done(row.Id));
        },
        cancel);

    /// <summary>Gives a group another name.</summary>
    public Task<RegisterOutcome> RenameAsync(Viewer admin, GroupId id, string name, CancellationToken cancel) => ChangeAsync(
        admin, id, AuditAction.GroupRenamed, (_, row, _) =>
        {
            if (Names.Fault(name, "群名称") is { } fault) return Task.FromResult<RegisterOutcome?>(new RegisterOutcome.Refused("name", fault));
            row.Name = name;
            return Task.FromResult<RegisterOutcome?>(null);
        },
        cancel);

    /// <summary>Says which branch of units a group is for: reminders there name only these. Null: the whole office.</summary>
    public Task<RegisterOutcome> AimAsync(Viewer admin, GroupId id, UnitId? top, CancellationToken cancel) => ChangeAsync(
        admin, id, AuditAction.GroupAimed, async (db, row, _) =>
        {
            if (top is { } unit && !await db.Units.AnyAsync(u => u.Id == unit.Value && u.OfficeId == admin.Office.Value, cancel))
                return new RegisterOutcome.Refused("top", "没有这个单位，请重新选择。");
            row.TopUnitId = top?.Value;
            return null;
        },
        cancel);

    /// <summary>The bot leaves a group for good: nothing said there counts any more.</summary>
    public Task<RegisterOutcome> CloseAsync(Viewer admin, GroupId id, CancellationToken cancel) => ChangeAsync(
        admin, id, AuditAction.GroupClosed, (_, row, now) =>
        {
            row.UnboundAt ??= now;
            return Task.FromResult<RegisterOutcome?>(null);
        },
        cancel);

    /// <summary>Makes the code that binds a chat to a group that waits for one.</summary>
    public Task<RegisterOutcome> MakeCodeAsync(Viewer admin, GroupId id, CancellationToken cancel) => ChangeAsync(
        admin, id, AuditAction.BindCodeMade, async (db, row, now) =>
        {
            if (row.ChatId is not null) return new RegisterOutcome.Refused("code", "这个群已经绑定，不需要绑定码。");
            await Codes.MakeAsync(db, admin, CodePurpose.BindGroup, row.Id, null, now, cancel);
            return null;
        },
        cancel);

    /// <summary>Ends a bind code.</summary>
    public Task<bool> CancelCodeAsync(Viewer admin, string code, CancellationToken cancel) =>
        store.WriteAsync(db => Codes.CancelAsync(db, admin, code, clock.GetUtcNow(), cancel), cancel);

    /// <summary>Runs a campaign in a group, in its newest revision, until a day; said again it changes both.</summary>
    public Task<RegisterOutcome> RunCampaignAsync(Viewer admin, GroupId id, CampaignId campaign, DateOnly? endsOn, CancellationToken cancel) => ChangeAsync(
        admin, id, AuditAction.CampaignBound, async (db, row, now) =>
        {
            var revision = await db.Revisions.Where(r => r.OfficeId == admin.Office.Value && r.CampaignId == campaign.Value).MaxAsync(r => (int?)r.Number, cancel);
            if (revision is null) return new RegisterOutcome.Refused("campaign", "请选择一项活动。");
            var bound = await db.GroupCampaigns.SingleOrDefaultAsync(b => b.GroupId == row.Id && b.CampaignId == campaign.Value, cancel);
            if (bound is null)
            {
                bound = new GroupCampaignRow { OfficeId = admin.Office.Value, GroupId = row.Id, CampaignId = campaign.Value, BoundAt = now };
                db.GroupCampaigns.Add(bound);
            }

            (bound.Revision, bound.EndsOn) = (revision.Value, endsOn);
            return null;
        },
        cancel);

    /// <summary>Ends a campaign in a group: the last day it counts is the one before today.</summary>
    public Task<RegisterOutcome> EndCampaignAsync(Viewer admin, GroupId id, CampaignId campaign, DateOnly today, CancellationToken cancel) => ChangeAsync(
        admin, id, AuditAction.CampaignUnbound, async (db, row, _) =>
        {
            var bound = await db.GroupCampaigns.SingleOrDefaultAsync(b => b.GroupId == row.Id && b.CampaignId == campaign.Value, cancel);
            if (bound is null) return new RegisterOutcome.Unknown();
            bound.EndsOn = today.AddDays(-1);
            return null;
        },
        cancel);

    /// <summary>Lets a person of the office into a group of the page.</summary>
    public Task<RegisterOutcome> AddMemberAsync(Viewer admin, GroupId id, PersonId person, CancellationToken cancel) => ChangeAsync(
        admin, id, AuditAction.MemberAdded, async (db, row, _) =>
        {
            var known = await db.People.AnyAsync(p => p.Id == person.Value && p.OfficeId == admin.Office.Value, cancel);
            if (!known || row.Platform != Platform.WebChat) return new RegisterOutcome.Refused("person", "请选择要加入的人。");
            if (!await db.GroupMembers.AnyAsync(m => m.GroupId == row.Id && m.PersonId == person.Value, cancel))
            {
                db.GroupMembers.Add(new GroupMemberRow { OfficeId = admin.Office.Value, GroupId = row.Id, PersonId = person.Value });
            }

            await PageAccounts.EnsureAsync(db, admin.Office.Value, person.Value, cancel);
            return null;
        },
        cancel);

    /// <summary>Takes a person out of a group of the page.</summary>
    public Task<RegisterOutcome> RemoveMemberAsync(Viewer admin, GroupId id, PersonId person, CancellationToken cancel) => ChangeAsync(
        admin, id, AuditAction.MemberRemoved, async (db, row, _) =>
        {
            await db.GroupMembers.Where(m => m.OfficeId == admin.Office.Value && m.GroupId == row.Id && m.PersonId == person.Value).ExecuteDeleteAsync(cancel);
            return null;
        },
        cancel);

    private Task<RegisterOutcome> ChangeAsync(
        Viewer admin, GroupId id, AuditAction action, Func<BotDb, GroupRow, DateTimeOffset, Task<RegisterOutcome?>> change, CancellationToken cancel) =>
        store.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await RowAsync(db, admin.Office, id, cancel) is not { UnboundAt: null } row) return new RegisterOutcome.Unknown();
                if (await change(db, row, now) is { } refused) return refused;
                AuditTrail.Note(db, admin, now, action, ("group", row.Id));
                return new RegisterOutcome.Done(row.Id);
            },
            cancel);

    private static Task<GroupRow?> RowAsync(BotDb db, OfficeId office, GroupId id, CancellationToken cancel) =>
        db.Groups.SingleOrDefaultAsync(g => g.Id == id.Value && g.OfficeId == office.Value, cancel);

    private async Task<GroupSheet> SheetAsync(BotDb db, GroupRow row, CancellationToken cancel)
    {
        var campaigns = await (
            from b in db.GroupCampaigns
            where b.GroupId == row.Id
            join r in db.Revisions on new { b.OfficeId, b.CampaignId, Number = b.Revision } equals new { r.OfficeId, r.CampaignId, r.Number }
            orderby b.BoundAt
            select new { b.CampaignId, b.Revision, r.Title, b.EndsOn, Newest = db.Revisions.Where(x => x.OfficeId == b.OfficeId && x.CampaignId == b.CampaignId).Max(x => x.Number) })
            .ToListAsync(cancel);
        var members = await (
            from m in db.GroupMembers
            where m.GroupId == row.Id
            join p in db.People on m.PersonId equals p.Id
            orderby p.Name
            select new { p.Id, p.Name, p.Role }).ToListAsync(cancel);
        return new GroupSheet
        {
            Id = new GroupId(row.Id), Name = row.Name, Platform = row.ChatId is null ? null : row.Platform, BoundAt = row.BoundAt, UnboundAt = row.UnboundAt,
            Top = row.TopUnitId is { } top ? new UnitId(top) : null,
            Campaigns = [.. campaigns.Select(c => new GroupCampaign(new CampaignId(c.CampaignId), c.Revision, c.Title, c.EndsOn, c.Newest > c.Revision))],
            Members = [.. members.Select(m => new GroupMember(new PersonId(m.Id), m.Name, m.Role))],
            Codes = [.. (await Codes.LiveAsync(db, row.OfficeId, CodePurpose.BindGroup, clock.GetUtcNow(), cancel)).Where(c => c.Subject == row.Id)],
            LastSaidAt = row.ChatId is null ? null : await db.Messages
                .Where(m => m.Platform == row.Platform && m.ChatId == row.ChatId && m.Event != MessageEvent.Pressed).MaxAsync(m => (DateTimeOffset?)m.SaidAt, cancel),
        };
    }
}

/// <summary>A group with what runs in it.</summary>
internal sealed record GroupSheet
{
    public required GroupId Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Where the chat is; null: it waits for its code.</summary>
    public required Platform? Platform { get; init; }

    public required DateTimeOffset? BoundAt { get; init; }
    public required DateTimeOffset? UnboundAt { get; init; }

    /// <summary>The unit whose branch it is for; null: the whole office.</summary>
    public required UnitId? Top { get; init; }

    public required IReadOnlyList<GroupCampaign> Campaigns { get; init; }
    public required IReadOnlyList<GroupMember> Members { get; init; }
    public required IReadOnlyList<LiveCode> Codes { get; init; }
    public required DateTimeOffset? LastSaidAt { get; init; }
}

/// <summary>A campaign in a group.</summary>
internal sealed record GroupCampaign(CampaignId Id, int Revision, string Title, DateOnly? EndsOn, bool NewerThere)
{
    /// <summary>Whether it runs on a day.</summary>
    public bool RunsOn(DateOnly day) => EndsOn is not { } end || end >= day;
}

/// <summary>Somebody in a group of the page.</summary>
internal sealed record GroupMember(PersonId Id, string Name, Role Role);
