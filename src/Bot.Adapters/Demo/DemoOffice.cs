using System.Text;
using Bot.Adapters.Campaigns;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Demo;

/// <summary>
/// The small office a first start shows: thirteen communities and villages on baita-2024. One liaison reports for two
/// villages, one community has two liaisons, one person is not registered yet. All people are named by their posts.
/// </summary>
internal sealed class DemoOffice(Store store, IIdSource ids, CampaignActivation activation)
{
    /// <summary>When the demo begins.</summary>
    public static readonly DateTimeOffset Start = new(2024, 6, 13, 15, 0, 0, TimeSpan.FromHours(8));

    private const string SettingKey = "demo-office";
    private const string Campaign = "baita-2024";

    private static readonly string[] Communities = ["白塔社区", "桃仙社区", "河畔社区", "丰乐社区", "塔北社区", "金谷社区", "柳岸社区", "沈营社区"];
    private static readonly string[] Villages = ["李相村", "前榆村", "后榆村", "三家屯村", "石庙子村"];

    /// <summary>Makes the office where it is missing.</summary>
    public async Task<OfficeId> EnsureAsync(CancellationToken cancel)
    {
        var known = await store.ReadAsync(async db => (await db.Settings.FindAsync([SettingKey], cancel))?.Value, cancel);
        if (known is not null) return new OfficeId(Guid.Parse(known));
        return await store.WriteAsync(
            async db =>
            {
                // Another host may have been first.
                if (await db.Settings.FindAsync([SettingKey], cancel) is { } first) return new OfficeId(Guid.Parse(first.Value));
                var office = new OfficeId(ids.Next());
                await MakeAsync(db, office.Value, cancel);
                db.Settings.Add(new SettingRow { Key = SettingKey, Value = office.Value.ToString() });
                return office;
            },
            cancel);
    }

    private async Task MakeAsync(BotDb db, Guid office, CancellationToken cancel)
    {
        db.Offices.Add(new OfficeRow { Id = office, Name = "白塔街道应急办（演示）", Zone = "Asia/Shanghai", CreatedAt = Start });
        foreach (var id in ShippedCampaigns.Ids) await activation.ActivateAsync(db, office, Encoding.UTF8.GetString(ShippedCampaigns.Content(id)!), null, Start, cancel);

        var group = ids.Next();
        db.Groups.Add(new GroupRow { Id = group, OfficeId = office, Platform = Platform.WebChat, ChatId = $"g-{group:n}", Name = "社区安全员联络群", BoundAt = Start });
        db.GroupCampaigns.Add(new GroupCampaignRow { OfficeId = office, GroupId = group, CampaignId = Campaign, Revision = 1, BoundAt = Start });

        var units = Units(db, office);
        Person(db, office, group, "应急办管理员", "admin", Role.Owner);
        foreach (var (name, number) in Communities.Concat(["李相村", "三家屯村", "石庙子村"]).Select((name, i) => (name, i + 1)))
        {
            Person(db, office, group, $"{name}安全员", $"liaison{number:00}", Role.Liaison, units[name]);
        }

        Person(db, office, group, "榆村片安全员", "liaison12", Role.Liaison, units["前榆村"], units["后榆村"]);
        Person(db, office, group, "白塔社区B岗", "liaison13", Role.Liaison, units["白塔社区"]);
        Person(db, office, group, "新来的同志", "newcomer", Role.Guest);
    }

    private Dictionary<string, Guid> Units(BotDb db, Guid office)
    {
        var units = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (name, order) in Communities.Concat(Villages).Select((name, i) => (name, i + 1)))
        {
            units[name] = ids.Next();
            var type = Communities.Contains(name) ? "社区" : "村";
            db.Units.Add(new UnitRow { Id = units[name], OfficeId = office, Name = name, Type = type, Order = order, Aliases = [name[..^type.Length]] });
        }

        return units;
    }

    private void Person(BotDb db, Guid office, Guid group, string name, string account, Role role, params Guid[] units)
    {
        var person = ids.Next();
        db.People.Add(new PersonRow { Id = person, OfficeId = office, Name = name, Role = role });
        db.Accounts.Add(new AccountRow { OfficeId = office, Platform = Platform.WebChat, ExternalId = $"{account}-{office:n}"[..24], PersonId = person });
        db.GroupMembers.Add(new GroupMemberRow { OfficeId = office, GroupId = group, PersonId = person });
        foreach (var unit in units)
        {
            db.Liaisons.Add(new LiaisonRow
            {
                Id = ids.Next(), OfficeId = office, PersonId = person, UnitId = unit, From = new DateOnly(2024, 5, 1), MayReport = true,
                MayConfirm = account != "liaison13", Deputy = account == "liaison13",
            });
        }
    }
}
