using Bot.Adapters.Access;
using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.Tests.Storage;
using Bot.Adapters.WebChat;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Console;

/// <summary>Two offices in one database, each with an owner; every register answers for its own office only.</summary>
public abstract class ConsoleStoreTests : StoreUnderTest
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly StandingClock clock = new(Now);
    private SeededOffice office = null!;
    private SeededOffice other = null!;
    private Viewer admin = null!;
    private Viewer stranger = null!;
    private UnitRegister units = null!;
    private GroupRegister groups = null!;
    private PeopleRegister people = null!;
    private AuditTrail audit = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        office = new SeededOffice(Store, Ids);
        other = new SeededOffice(Store, Ids);
        await office.MakeAsync("本街道", "白塔社区", "桃仙社区", "河畔社区");
        await other.MakeAsync("别的街道", "外街社区");
        admin = await OwnerAsync(office.Office, "本管理员");
        stranger = await OwnerAsync(other.Office, "外管理员");
        audit = new AuditTrail(Store);
        units = new UnitRegister(Store, Ids, clock);
        groups = new GroupRegister(Store, Ids, clock);
        people = new PeopleRegister(Store, new AccessLinks(Store, Ids, clock, null), audit, Ids, clock);
    }

    [Fact]
    public async Task A_unit_is_added_at_the_end_and_moved_within_the_official_order()
    {
        await Done(units.AddAsync(admin, new UnitEntry { Name = "李相村", Type = "村", Aliases = ["李相"] }, Never));
        var added = (await units.AllAsync(office.Office, Never))[^1];
        Assert.Equal(("李相村", "村", 4), (added.Name, added.Type, added.Order));

        await Done(units.ChangeAsync(admin, added.Id, new UnitEntry { Name = "李相村", Parent = office.Units["白塔社区"], Order = 2 }, Never));
        Assert.Equal(["1白塔社区", "2李相村", "3桃仙社区", "4河畔社区"], (await units.AllAsync(office.Office, Never)).Select(u => $"{u.Order}{u.Name}"));
        Assert.Equal([1], (await units.AllAsync(other.Office, Never)).Select(u => u.Order));
    }

    [Theory]
    [InlineData("", "", "", "name", "请填写单位名称")]
    [InlineData("桃仙社区", "", "", "name", "已有单位叫“桃仙社区”")]
    [InlineData("李相村", "", "桃仙社区", "aliases", "已是桃仙社区的名称或别名")]
    [InlineData("李相村", "这是一个长得不得了的类型这是一个长得不得了的类型这是一个长得不得了的类型这是一个长得", "", "type", "类型太长")]
    public async Task A_wrong_unit_is_refused_at_its_field(string name, string type, string aliases, string field, string sentence)
    {
        var refused = Assert.IsType<RegisterOutcome.Refused>(
            await units.AddAsync(admin, new UnitEntry { Name = name, Type = type, Aliases = Names.Several(aliases) }, Never));
        Assert.Equal(field, refused.Field);
        Assert.Contains(sentence, refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(3, (await units.AllAsync(office.Office, Never)).Count);
    }

    [Fact]
    public async Task Two_offices_may_have_units_of_one_name() =>
        await Done(units.AddAsync(stranger, new UnitEntry { Name = "白塔社区" }, Never));

    [Fact]
    public async Task A_unit_never_stands_below_itself()
    {
        var (top, below) = (office.Units["白塔社区"], office.Units["桃仙社区"]);
        await Done(units.ChangeAsync(admin, below, new UnitEntry { Name = "桃仙社区", Parent = top }, Never));
        var refused = Assert.IsType<RegisterOutcome.Refused>(await units.ChangeAsync(admin, top, new UnitEntry { Name = "白塔社区", Parent = below }, Never));
        Assert.Equal("parent", refused.Field);
        Assert.IsType<RegisterOutcome.Refused>(await units.ChangeAsync(admin, top, new UnitEntry { Name = "白塔社区", Parent = top }, Never));
        Assert.IsType<RegisterOutcome.Refused>(await units.ChangeAsync(admin, top, new UnitEntry { Name = "白塔社区", Parent = other.Units["外街社区"] }, Never));
    }

    [Fact]
    public async Task A_pasted_list_is_taken_whole_or_not_at_all()
    {
        Assert.NotEmpty((await units.ImportAsync(admin, "李相村，村\n桃仙\n桃仙", Never)).Faults);
        Assert.Equal(3, (await units.AllAsync(office.Office, Never)).Count);
        var taken = await units.ImportAsync(admin, "李相村，村\n白塔社区\n前榆村", Never);
        Assert.Equal((2, 1), (taken.Units.Count, taken.Present));
        Assert.Equal(["4李相村", "5前榆村"], (await units.AllAsync(office.Office, Never)).Skip(3).Select(u => $"{u.Order}{u.Name}"));
    }

    [Fact]
    public async Task A_bind_code_is_eight_clear_letters_and_binds_a_chat_for_a_week()
    {
        var id = new GroupId(await Done(groups.AddAsync(admin, "外部群", onThePage: false, Never)));
        await Done(groups.MakeCodeAsync(admin, id, Never));
        var code = Assert.Single((await groups.FindAsync(office.Office, id, Never))!.Codes);
        Assert.Equal(8, code.Code.Length);
        Assert.DoesNotContain(code.Code, c => "0O1IL2Z5S8B".Contains(c, StringComparison.Ordinal));

        var chat = new ChatKey(Platform.Telegram, "-100");
        Assert.Null(await new RegistrationStore(Store, Ids).BindAsync(code.Code, chat, Now.AddDays(8), Never));
        Assert.NotNull(await new RegistrationStore(Store, Ids).BindAsync(code.Code, chat, Now.AddDays(6), Never));
        Assert.Equal(Platform.Telegram, (await groups.FindAsync(office.Office, id, Never))!.Platform);
        Assert.IsType<RegisterOutcome.Refused>(await groups.MakeCodeAsync(admin, id, Never));
    }

    [Fact]
    public async Task A_cancelled_code_binds_nothing_and_strangers_cancel_none()
    {
        var id = new GroupId(await Done(groups.AddAsync(admin, "外部群", onThePage: false, Never)));
        await Done(groups.MakeCodeAsync(admin, id, Never));
        var code = (await groups.FindAsync(office.Office, id, Never))!.Codes[0].Code;
        Assert.False(await groups.CancelCodeAsync(stranger, code, Never));
        Assert.True(await groups.CancelCodeAsync(admin, code, Never));
        Assert.Null(await new RegistrationStore(Store, Ids).BindAsync(code, new ChatKey(Platform.Telegram, "-100"), Now, Never));
    }

    [Fact]
    public async Task A_campaign_runs_in_a_group_until_its_last_day()
    {
        await RevisionAsync(1);
        var id = new GroupId(await Done(groups.AddAsync(admin, "网页群", onThePage: true, Never)));
        Assert.IsType<RegisterOutcome.Refused>(await groups.RunCampaignAsync(admin, id, new CampaignId("unknown"), null, Never));
        await Done(groups.RunCampaignAsync(admin, id, new CampaignId(SeededOffice.Campaign), new DateOnly(2024, 6, 30), Never));
        var bound = Assert.Single((await groups.FindAsync(office.Office, id, Never))!.Campaigns);
        Assert.Equal((1, true, false), (bound.Revision, bound.RunsOn(new DateOnly(2024, 6, 30)), bound.RunsOn(new DateOnly(2024, 7, 1))));

        await RevisionAsync(2);
        Assert.True((await groups.FindAsync(office.Office, id, Never))!.Campaigns[0].NewerThere);
        await Done(groups.RunCampaignAsync(admin, id, new CampaignId(SeededOffice.Campaign), null, Never));
        await Done(groups.EndCampaignAsync(admin, id, new CampaignId(SeededOffice.Campaign), new DateOnly(2024, 6, 13), Never));
        bound = Assert.Single((await groups.FindAsync(office.Office, id, Never))!.Campaigns);
        Assert.Equal((2, false), (bound.Revision, bound.RunsOn(new DateOnly(2024, 6, 13))));
    }

    [Fact]
    public async Task A_group_is_for_a_branch_of_the_offices_own_units()
    {
        var id = new GroupId(await Done(groups.AddAsync(admin, "网页群", onThePage: true, Never)));
        await Done(groups.AimAsync(admin, id, office.Units["桃仙社区"], Never));
        Assert.Equal(office.Units["桃仙社区"], (await groups.FindAsync(office.Office, id, Never))!.Top);
        Assert.IsType<RegisterOutcome.Refused>(await groups.AimAsync(admin, id, other.Units["外街社区"], Never));
        Assert.IsType<RegisterOutcome.Unknown>(await groups.AimAsync(stranger, id, null, Never));
        await Done(groups.AimAsync(admin, id, null, Never));
        Assert.Null((await groups.FindAsync(office.Office, id, Never))!.Top);
        Assert.Equal(2, (await audit.ReadAsync(office.Office, 1, Never)).Lines.Count(l => l.Action == AuditAction.GroupAimed));
    }

    [Fact]
    public async Task Members_come_and_go_in_a_group_of_the_page()
    {
        var id = new GroupId(await Done(groups.AddAsync(admin, "网页群", onThePage: true, Never)));
        var person = new PersonId(await Done(people.AddAsync(admin, "张三", Role.Guest, null, Never)));
        Assert.Contains((await groups.FindAsync(office.Office, id, Never))!.Members, m => m.Id == person);
        await Done(groups.RemoveMemberAsync(admin, id, person, Never));
        Assert.Equal([admin.Person], (await groups.FindAsync(office.Office, id, Never))!.Members.Select(m => m.Id));
        await Done(groups.AddMemberAsync(admin, id, person, Never));
        await Done(groups.AddMemberAsync(admin, id, person, Never));
        Assert.Equal(2, (await groups.FindAsync(office.Office, id, Never))!.Members.Count);
        Assert.IsType<RegisterOutcome.Refused>(await groups.AddMemberAsync(admin, id, stranger.Person, Never));
    }

    [Fact]
    public async Task Somebody_becomes_liaison_deputy_and_is_released()
    {
        var unit = office.Units["白塔社区"];
        Assert.IsType<RegisterOutcome.Refused>(await people.AddAsync(admin, "张三", Role.Liaison, null, Never));
        var id = new PersonId(await Done(people.AddAsync(admin, "张三", Role.Liaison, Duty(unit, deputy: true), Never)));
        Assert.IsType<RegisterOutcome.Refused>(await people.AddLiaisonAsync(admin, id, Duty(unit), Never));
        await Done(people.AddLiaisonAsync(admin, id, Duty(office.Units["桃仙社区"]), Never));
        var duties = (await people.FindAsync(office.Office, id, Never))!.Duties;
        Assert.Equal([("白塔社区", true), ("桃仙社区", false)], duties.Select(d => (d.UnitName, d.Deputy)));

        await Done(people.EndLiaisonAsync(admin, id, duties[0].Id, new DateOnly(2024, 6, 13), Never));
        Assert.False((await people.FindAsync(office.Office, id, Never))!.Duties[0].HoldsOn(new DateOnly(2024, 6, 13)));
    }

    [Fact]
    public async Task Only_the_owner_makes_admins_and_nobody_changes_their_own_role()
    {
        var deputy = new PersonId(await Done(people.AddAsync(admin, "副手", Role.Admin, null, Never)));
        var underling = admin with { Person = deputy, Role = Role.Admin };
        Assert.IsType<RegisterOutcome.Refused>(await people.AddAsync(underling, "张三", Role.Admin, null, Never));
        Assert.IsType<RegisterOutcome.Refused>(await people.AddAsync(admin, "张三", Role.Owner, null, Never));
        Assert.IsType<RegisterOutcome.Refused>(await people.ChangeAsync(underling, admin.Person, "本管理员", Role.Guest, Never));
        Assert.IsType<RegisterOutcome.Refused>(await people.ChangeAsync(admin, admin.Person, "本管理员", Role.Guest, Never));
        await Done(people.ChangeAsync(admin, deputy, "副手", Role.Guest, Never));
    }

    [Fact]
    public async Task A_personal_link_opens_until_it_is_revoked()
    {
        var links = new AccessLinks(Store, Ids, clock, null);
        var id = new PersonId(await Done(people.AddAsync(admin, "张三", Role.Guest, null, Never)));
        var secret = await people.MakeLinkAsync(admin, id, Never);
        Assert.IsType<LinkOutcome.Opened>(await links.RedeemAsync(secret!, LinkPurpose.Chat, "phone", Never));
        Assert.True((await people.FindAsync(office.Office, id, Never))!.HasLink);
        await Done(people.RevokeLinksAsync(admin, id, Never));
        Assert.IsType<LinkOutcome.Refused>(await links.RedeemAsync(secret!, LinkPurpose.Chat, "phone", Never));
        Assert.False((await people.FindAsync(office.Office, id, Never))!.HasLink);
    }

    [Fact]
    public async Task The_list_of_submissions_is_filtered()
    {
        var drill = await office.SayAsync("白塔社区", "演练2场，电话13900000000");
        await office.DoubtAsync("白塔社区", drill.Submission, null, null);
        var vague = await office.SayAsync("桃仙社区", "演练几场", Now.AddDays(2));
        await office.DoubtAsync("桃仙社区", vague.Submission, null, null, blocks: true);
        await office.SayAsync("河畔社区", "收到", kind: ReadingKind.Other, state: SubmissionState.Quiet);
        await office.SayAsync(null, "演练5场", state: SubmissionState.Unclaimed);

        Assert.Equal(["演练几场", "演练5场", "演练2场，电话139****0000"], await ListAsync(new()));
        Assert.Equal(["演练2场，电话139****0000"], await ListAsync(new() { Mark = SubmissionMark.Doubtful }));
        await office.SayAsync(null, "榆村片演练1场", Now.AddDays(-1));
        Assert.Equal(["演练几场", "榆村片演练1场"], await ListAsync(new() { Mark = SubmissionMark.Open }));
        Assert.Equal(["演练5场"], await ListAsync(new() { Mark = SubmissionMark.Unclaimed }));
        Assert.Equal(["收到"], await ListAsync(new() { Mark = SubmissionMark.Quiet }));
        Assert.Equal(["演练几场"], await ListAsync(new() { Unit = office.Units["桃仙社区"] }));
        Assert.Equal(["演练几场"], await ListAsync(new() { From = new DateOnly(2024, 6, 14) }));
        Assert.Equal(["演练5场", "演练2场，电话139****0000", "榆村片演练1场"], await ListAsync(new() { To = new DateOnly(2024, 6, 14) }));
        Assert.Equal(["演练5场"], await ListAsync(new() { Words = "5场" }));
        Assert.Empty(await ListAsync(new() { Campaign = new CampaignId("changzhou-2022") }));
        Assert.Empty(await ListAsync(new() { Kind = ReadingKind.Correction }));
        Assert.Empty(await ListAsync(new() { Page = 2 }));
    }

    [Fact]
    public async Task A_doubt_is_settled_once_by_name_and_a_question_never()
    {
        var sheets = new SubmissionSheets(Store, clock);
        var said = await office.SayAsync("白塔社区", "演练2场");
        var doubt = await office.DoubtAsync("白塔社区", said.Submission, null, null);
        var question = await office.DoubtAsync("白塔社区", said.Submission, null, null, blocks: true);
        var id = new SubmissionId(said.Submission);

        Assert.IsType<RegisterOutcome.Unknown>(await sheets.SettleAsync(stranger, id, doubt, Never));
        Assert.IsType<RegisterOutcome.Unknown>(await sheets.SettleAsync(admin, id, question, Never));
        await Done(sheets.SettleAsync(admin, id, doubt, Never));
        await Done(sheets.SettleAsync(admin, id, doubt, Never));
        var remarks = (await sheets.FindAsync(office.Office, id, Never))!.Remarks;
        Assert.Equal([(doubt, "本管理员"), (question, null)], remarks.Select(r => (r.Remark.Id, r.SettledBy)));
        Assert.Single((await audit.ReadAsync(office.Office, 1, Never)).Lines);
    }

    [Fact]
    public async Task Every_deed_is_logged_with_ids_and_counts_only()
    {
        await Done(units.AddAsync(admin, new UnitEntry { Name = "李相村" }, Never));
        var person = new PersonId(await Done(people.AddAsync(admin, "张三", Role.Guest, null, Never)));
        await people.MakeLinkAsync(admin, person, Never);
        var group = new GroupId(await Done(groups.AddAsync(admin, "机密群", onThePage: false, Never)));
        await Done(groups.MakeCodeAsync(admin, group, Never));

        var rows = await Store.ReadAsync(db => db.Audit.OrderBy(a => a.Seq).ToListAsync(), Never);
        Assert.Equal(["UnitAdded", "PersonAdded", "PersonalLinkMade", "GroupAdded", "BindCodeMade"], rows.Select(r => r.Action));
        Assert.All(rows, row => Assert.DoesNotContain(row.Details, c => c > '~'));
        Assert.Equal(["李相村", "张三", "张三", "机密群", "机密群"], (await audit.ReadAsync(office.Office, 1, Never)).Lines.Reverse().Select(l => l.Details[0].Value));
        Assert.Empty((await audit.ReadAsync(other.Office, 1, Never)).Lines);
    }

    [Fact]
    public async Task An_admin_of_another_office_sees_and_changes_nothing()
    {
        var said = await office.SayAsync("白塔社区", "演练2场");
        await office.SayAsync(null, "演练5场", state: SubmissionState.Unclaimed);
        var group = new GroupId(await Done(groups.AddAsync(admin, "网页群", onThePage: true, Never)));
        var person = new PersonId(await Done(people.AddAsync(admin, "张三", Role.Guest, null, Never)));
        var unit = office.Units["白塔社区"];

        Assert.Empty((await new SubmissionList(Store).ReadAsync(other.Office, new(), Never)).Lines);
        Assert.Null(await new SubmissionSheets(Store, clock).FindAsync(other.Office, new SubmissionId(said.Submission), Never));
        Assert.Empty(await new UnclaimedList(Store, new InboxStore(Store), Ids, clock).ReadAsync(other.Office, Never));
        Assert.Null(await groups.FindAsync(other.Office, group, Never));
        Assert.Empty(await groups.AllAsync(other.Office, Never));
        Assert.Null(await people.FindAsync(other.Office, person, Never));
        Assert.Equal(["外管理员"], (await people.AllAsync(other.Office, Never)).Select(p => p.Name));
        Assert.Equal(["外街社区"], (await units.AllAsync(other.Office, Never)).Select(u => u.Name));

        Assert.IsType<RegisterOutcome.Unknown>(await groups.RenameAsync(stranger, group, "改了", Never));
        Assert.IsType<RegisterOutcome.Unknown>(await groups.CloseAsync(stranger, group, Never));
        Assert.IsType<RegisterOutcome.Unknown>(await units.ChangeAsync(stranger, unit, new UnitEntry { Name = "改了" }, Never));
        Assert.IsType<RegisterOutcome.Unknown>(await people.ChangeAsync(stranger, person, "改了", Role.Guest, Never));
        Assert.IsType<RegisterOutcome.Unknown>(await people.AddLiaisonAsync(stranger, person, Duty(other.Units["外街社区"]), Never));
        Assert.IsType<RegisterOutcome.Unknown>(await people.MakeJoinCodeAsync(stranger, unit, Never));
        Assert.IsType<RegisterOutcome.Unknown>(await people.RevokeLinksAsync(stranger, person, Never));
        Assert.Null(await people.MakeLinkAsync(stranger, person, Never));
        Assert.Empty((await audit.ReadAsync(other.Office, 1, Never)).Lines);
    }

    private static LiaisonEntry Duty(UnitId unit, bool deputy = false) => new(unit, new DateOnly(2024, 6, 1), deputy, !deputy);

    private static async Task<Guid> Done(Task<RegisterOutcome> writing) => Assert.IsType<RegisterOutcome.Done>(await writing).Id;

    private async Task<IEnumerable<string?>> ListAsync(SubmissionFilter filter) =>
        (await new SubmissionList(Store).ReadAsync(office.Office, filter, Never)).Lines.Select(l => l.Excerpt);

    private Task RevisionAsync(int number) => Store.WriteAsync(
        db =>
        {
            db.Revisions.Add(new RevisionRow { OfficeId = office.Office.Value, CampaignId = SeededOffice.Campaign, Number = number, Title = "活动", ActivatedAt = Now });
            return Task.CompletedTask;
        },
        Never);

    private async Task<Viewer> OwnerAsync(OfficeId of, string name)
    {
        var person = Ids.Next();
        await Store.WriteAsync(
            db =>
            {
                db.People.Add(new PersonRow { Id = person, OfficeId = of.Value, Name = name, Role = Role.Owner });
                db.Accounts.Add(new AccountRow { OfficeId = of.Value, Platform = Platform.WebChat, ExternalId = $"u-{person:n}", PersonId = person });
                return Task.CompletedTask;
            },
            Never);
        return new Viewer { Office = of, Person = new PersonId(person), Account = new AccountKey(Platform.WebChat, $"u-{person:n}"), Name = name, Role = Role.Owner };
    }
}

public sealed class ConsoleOnSqliteTests : ConsoleStoreTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class ConsoleOnPostgresTests : ConsoleStoreTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}
