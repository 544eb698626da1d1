using System.Text;
using Bot.Adapters.Campaigns;
using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.Tests.Storage;
using Bot.Adapters.WebChat;
using Bot.Domain;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Tests.Console;

/// <summary>An office whose campaign runs in a group, with its owner, and the stores the console reads it by.</summary>
internal sealed class SeededSeason
{
    private readonly Store store;
    private readonly IIdSource ids;

    public SeededSeason(Store store, IIdSource ids, TimeProvider clock)
    {
        (this.store, this.ids) = (store, ids);
        Office = new SeededOffice(store, ids);
        var active = new CampaignStore(store, CampaignActivation.Load, ReportReader.Compile);
        Campaigns = new OfficeCampaigns(store, active);
        Seasons = new SeasonStore(store, active);
        Dues = new DueStore(store, Seasons, new DueCreation(store, ids));
        Audit = new AuditTrail(store);
        Matrices = new DueMatrices(store, Dues, Campaigns, clock);
        Register = new DueRegister(store, Dues, Seasons, Audit, clock);
    }

    public SeededOffice Office { get; }
    public Viewer Owner { get; private set; } = null!;
    public OfficeCampaigns Campaigns { get; }
    public SeasonStore Seasons { get; }
    public DueStore Dues { get; }
    public AuditTrail Audit { get; }
    public DueMatrices Matrices { get; }
    public DueRegister Register { get; }
    public Guid Group { get; private set; }
    public string Chat => $"g-{Group:n}";

    /// <summary>Makes the office and lets a shipped campaign run in its group.</summary>
    public async Task RunAsync(string name, DateTimeOffset boundAt, string campaign, params string[] units)
    {
        await Office.MakeAsync(name, units);
        Group = ids.Next();
        var owner = ids.Next();
        await store.WriteAsync(
            async db =>
            {
                var revision = await new CampaignActivation().ActivateAsync(
                    db, Office.Office.Value, Encoding.UTF8.GetString(ShippedCampaigns.Content(campaign)!), null, boundAt, default);
                db.Groups.Add(new GroupRow { Id = Group, OfficeId = Office.Office.Value, Platform = Platform.WebChat, ChatId = Chat, Name = $"{name}联络群", BoundAt = boundAt });
                db.GroupCampaigns.Add(new GroupCampaignRow { OfficeId = Office.Office.Value, GroupId = Group, CampaignId = campaign, Revision = revision.Number, BoundAt = boundAt });
                db.People.Add(new PersonRow { Id = owner, OfficeId = Office.Office.Value, Name = $"{name}管理员", Role = Role.Owner });
                db.Accounts.Add(new AccountRow { OfficeId = Office.Office.Value, Platform = Platform.WebChat, ExternalId = $"u-{owner:n}", PersonId = owner });
            },
            default);
        Owner = new Viewer
        {
            Office = Office.Office, Person = new PersonId(owner), Account = new AccountKey(Platform.WebChat, $"u-{owner:n}"), Name = $"{name}管理员", Role = Role.Owner,
        };
    }

    /// <summary>Somebody's report met a due, as the pipeline leaves it.</summary>
    public async Task MeetAsync(string unit, string obligation, DateOnly day, DueState state, (Guid Submission, DateTimeOffset At)? by)
    {
        var id = Office.Units[unit].Value;
        await store.WriteAsync(
            async db =>
            {
                var due = await db.Dues.SingleAsync(d => d.UnitId == id && d.ObligationId == obligation && d.Occurrence == day);
                (due.State, due.MetBySubmissionId, due.MetAt) = (state, by?.Submission, by?.At);
            },
            default);
    }

    public async Task<DueMatrix> MatrixAsync(string obligation) =>
        await Matrices.ReadAsync(Office.Office, new CampaignId(SeededOffice.Campaign), obligation, new DateOnly(2024, 6, 13), default)
        ?? throw new InvalidOperationException("No such matrix.");

    public static OccurrenceKey Of(string obligation, int month, int day) => new(new CampaignId(SeededOffice.Campaign), obligation, new DateOnly(2024, month, day));
}
