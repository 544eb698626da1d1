using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.GroupWords;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Returns;
using Bot.Domain.Rollups;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>What every database must do with returns.</summary>
public abstract class ReturnStoreTests : StoreUnderTest
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Deadline = new(2024, 6, 25);

    private SeededOffice office = null!;
    private SeededOffice other = null!;
    private ReturnStore returns = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        returns = new ReturnStore(Store);
        office = new SeededOffice(Store, Ids);
        other = new SeededOffice(Store, Ids);
        await office.MakeAsync("本街道", "白塔社区", "桃仙社区");
        await other.MakeAsync("别的街道", "外街社区");
    }

    [Fact]
    public async Task A_version_comes_back_as_it_was_drawn_with_its_bookings()
    {
        var draft = Draft("abc", bookings: 3);
        var drawn = Assert.Single(await DrawAsync(draft));
        Assert.Equal(1, drawn.Version);
        var found = await returns.FindAsync(office.Office, draft.Id, Never);
        Assert.Equivalent(drawn, found);
        Assert.Equal(draft.Bookings.Order(Comparer<BookingId>.Create((a, b) => a.Value.CompareTo(b.Value))), found!.Bookings.OrderBy(b => b.Value));
    }

    [Fact]
    public async Task The_same_figures_again_are_the_same_version_and_others_the_next()
    {
        var first = Assert.Single(await DrawAsync(Draft("abc")));
        Assert.Equal(first.Id, Assert.Single(await DrawAsync(Draft("abc", at: Now.AddDays(3)))).Id);
        var second = Assert.Single(await DrawAsync(Draft("xyz", at: Now.AddDays(3))));
        Assert.Equal((2, ReturnState.Draft), (second.Version, second.State));

        var newest = Assert.Single(await returns.NewestAsync(office.Office, [office.Units["白塔社区"]], null, Never));
        Assert.Equal(second.Id, newest.Version.Id);
        Assert.Equal(first.Id, Assert.Single(await returns.NewestAsync(office.Office, [office.Units["白塔社区"]], Now.AddDays(1), Never)).Version.Id);
        Assert.Equal(second.Id, Assert.Single(await returns.OfferedAsync(office.Office, first.Id, Never)).Newest.Id);
    }

    [Fact]
    public async Task What_is_offered_together_is_drawn_anew_together()
    {
        await DrawAsync(Draft("a"), Draft("b", "statistics", "form1"));
        var again = await DrawAsync(Draft("a", at: Now.AddDays(1)), Draft("changed", "statistics", "form1", at: Now.AddDays(1)));
        Assert.Equal(2, (await returns.OfferedAsync(office.Office, again[0].Id, Never)).Count);
        Assert.All(again, r => Assert.Equal(Now.AddDays(1), r.CreatedAt));
    }

    [Fact]
    public async Task Versions_of_one_form_are_counted_over_all_its_deadlines()
    {
        await DrawAsync(Draft("a", "statistics", "form1"));
        var july = Draft("a", "statistics", "form1", Now.AddDays(30));
        Assert.Equal(2, Assert.Single(await DrawAsync(july with { Of = july.Of with { Day = Deadline.AddMonths(1) } })).Version);
    }

    [Fact]
    public async Task Another_office_finds_nothing()
    {
        var drawn = Assert.Single(await DrawAsync(Draft("abc")));
        Assert.Null(await returns.FindAsync(other.Office, drawn.Id, Never));
        Assert.Empty(await returns.OfferedAsync(other.Office, drawn.Id, Never));
        Assert.Empty(await returns.NewestAsync(other.Office, [office.Units["白塔社区"]], null, Never));
    }

    [Theory]
    [InlineData(DueState.Open, -1, DueState.Met)]
    [InlineData(DueState.Open, 1, DueState.Late)]
    [InlineData(DueState.Excused, -1, DueState.Excused)]
    [InlineData(DueState.Met, 1, DueState.Met)] // something else met it in time
    public async Task A_confirmed_version_meets_its_due_by_when_it_was_said(DueState before, int hoursAfterDeadline, DueState after)
    {
        var drawn = Assert.Single(await DrawAsync(Draft("abc")));
        await DueAsync(before);
        var said = Closes.AddHours(hoursAfterDeadline);
        var (by, now) = (new PersonId(Ids.Next()), said.AddSeconds(5));

        Assert.True(await ConfirmAsync(office, drawn.Id, by, said, now));
        var confirmed = await returns.FindAsync(office.Office, drawn.Id, Never);
        Assert.Equal((ReturnState.UnitConfirmed, by, said), (confirmed!.State, confirmed.ConfirmedBy, confirmed.ConfirmedAt));
        var due = await DueRowAsync();
        Assert.Equal((after, before == DueState.Open ? said : null, before == DueState.Open ? now : null), (due.State, due.MetAt, due.ChangedAt));
        Assert.Null(due.MetBySubmissionId);
    }

    [Fact]
    public async Task Who_decides_sees_what_was_offered_and_a_second_confirmation_writes_nothing()
    {
        var drawn = Assert.Single(await DrawAsync(Draft("abc")));
        await DueAsync(DueState.Open);
        var first = new PersonId(Ids.Next());
        await ConfirmAsync(office, drawn.Id, first, Now, Now);
        LedgerState? seen = null;
        await ConfirmAsync(office, drawn.Id, new PersonId(Ids.Next()), Now.AddHours(1), Now.AddHours(1), state => seen = state);

        var offered = Assert.Single(seen!.Offered);
        Assert.Equal((drawn.Id, DueState.Met), (offered.Confirmed!.Id, offered.Due));
        var kept = await returns.FindAsync(office.Office, drawn.Id, Never);
        Assert.Equal((first, Now), (kept!.ConfirmedBy, kept.ConfirmedAt));
        Assert.Equal(Now, (await DueRowAsync()).MetAt);
    }

    [Fact]
    public async Task Another_office_confirms_nothing()
    {
        var drawn = Assert.Single(await DrawAsync(Draft("abc")));
        LedgerState? seen = null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => ConfirmAsync(other, drawn.Id, new PersonId(Ids.Next()), Now, Now, state => seen = state));
        Assert.Empty(seen!.Offered);
        Assert.Equal(ReturnState.Draft, (await returns.FindAsync(office.Office, drawn.Id, Never))!.State);
    }

    [Fact]
    public async Task Only_who_may_confirm_on_the_day_confirms()
    {
        var day = new DateOnly(2024, 6, 20);
        var person = new PersonId(Ids.Next());
        await LiaisonAsync(person, "白塔社区", mayConfirm: false);
        Assert.Empty(await returns.ConfirmsForAsync(office.Office, person, day, Never));
        await LiaisonAsync(person, "桃仙社区", mayConfirm: true, to: day);
        Assert.Equal([office.Units["桃仙社区"]], await returns.ConfirmsForAsync(office.Office, person, day, Never));
        Assert.Empty(await returns.ConfirmsForAsync(office.Office, person, day.AddDays(1), Never));
        Assert.Empty(await returns.ConfirmsForAsync(other.Office, person, day, Never));
    }

    [Fact]
    public async Task Forms_go_to_those_who_may_confirm_and_where_nobody_may_to_those_who_report()
    {
        var (chief, deputy, reporter) = (new PersonId(Ids.Next()), new PersonId(Ids.Next()), new PersonId(Ids.Next()));
        await LiaisonAsync(chief, "白塔社区", mayConfirm: true, mayReport: false);
        await LiaisonAsync(deputy, "白塔社区", mayConfirm: false);
        await LiaisonAsync(reporter, "桃仙社区", mayConfirm: false);
        await AccountAsync(chief, deputy, reporter);

        var chats = await new AudienceStore(Store).ConfirmersAsync(office.Office, [.. office.Units.Values], [Platform.WebChat], new DateOnly(2024, 6, 20), Never);
        Assert.Equal(
            [(office.Units["白塔社区"], true, $"p-{chief.Value:n}"), (office.Units["桃仙社区"], false, $"p-{reporter.Value:n}")],
            chats.Select(c => (c.Unit, c.MayConfirm, c.Chat.Id)));
        Assert.DoesNotContain(
            await new AudienceStore(Store).LiaisonsAsync(office.Office, [.. office.Units.Values], [Platform.WebChat], new DateOnly(2024, 6, 20), Never),
            c => c.Chat.Id == $"p-{chief.Value:n}"); // reminders go to those who report
    }

    [Fact]
    public async Task A_quoted_bot_message_tells_what_it_offered()
    {
        var id = new ReturnId(Ids.Next());
        var chat = new ChatKey(Platform.WebChat, "p-1");
        await Store.WriteAsync(
            db => OutboxWrites.AddAsync(
                db, office.Office,
                new OutgoingMessage { Key = "k", Chat = chat, Kind = OutgoingKind.Prefill, Text = "", Buttons = [new MessageButton("确认", new Press.Confirm(id).Data)] }, Now, Never),
            Never);
        await Store.WriteAsync(db => db.Outbox.ExecuteUpdateAsync(s => s.SetProperty(o => o.PlatformId, "m1")), Never);
        Assert.Equal(id, await returns.OfferedInAsync(chat, "m1", Never));
        Assert.Null(await returns.OfferedInAsync(chat, "m2", Never));
        Assert.Null(await returns.OfferedInAsync(new ChatKey(Platform.WebChat, "p-2"), "m1", Never));
    }

    private static DateTimeOffset Closes => new(2024, 6, 25, 16, 0, 0, TimeSpan.Zero);

    private Return Draft(string fingerprint, string obligation = "summary", string? form = null, DateTimeOffset? at = null, int bookings = 1) => new()
    {
        Id = new ReturnId(Ids.Next()), Of = new OccurrenceKey(new CampaignId(SeededOffice.Campaign), obligation, Deadline), Revision = new RevisionId(new CampaignId(SeededOffice.Campaign), 1),
        Unit = office.Units["白塔社区"], Form = form is null ? null : new FormId(form), Days = new DaySpan(HandInDays.Beginning, Deadline), Draft = form is null ? "总结" : null,
        Fingerprint = fingerprint, Bookings = [.. Enumerable.Range(0, bookings).Select(_ => new BookingId(Ids.Next()))], CreatedAt = at ?? Now,
    };

    private Task<IReadOnlyList<Return>> DrawAsync(params IReadOnlyList<Return> drafts) => returns.DrawAsync(office.Office, drafts, Never);

    private async Task<bool> ConfirmAsync(SeededOffice of, ReturnId id, PersonId by, DateTimeOffset said, DateTimeOffset now, Action<LedgerState>? see = null)
    {
        var inbox = new InboxStore(Store);
        var message = Said.Text(Ids, $"c{Ids.Next():n}", "确认", said);
        await inbox.AcceptAsync(message, Never);
        var claim = await new ChatClaims(Store, Ids).ClaimNextAsync(now, Never);
        var handled = new HandledSubmission
        {
            Claim = claim!.Value, Completes = [message.Id], Office = of.Office, Revision = new RevisionId(new CampaignId(SeededOffice.Campaign), 1),
            Units = [office.Units["白塔社区"]], Confirms = id, Person = by, Now = now,
        };
        try
        {
            return await new HandledCommit(Store).CommitAsync(
                handled,
                state =>
                {
                    see?.Invoke(state);
                    return Settlement.Say() with { Returns = [new ReturnChange.Confirmed(id, by, said)] };
                },
                Never);
        }
        finally
        {
            await new ChatClaims(Store, Ids).ReleaseAsync(claim.Value, null, Never);
        }
    }

    private Task DueAsync(DueState state) => Store.WriteAsync(
        db =>
        {
            db.Dues.Add(new DueRow
            {
                Id = Ids.Next(), OfficeId = office.Office.Value, CampaignId = SeededOffice.Campaign, Revision = 1, ObligationId = "summary", Kind = ObligationKind.Summary,
                UnitId = office.Units["白塔社区"].Value, Occurrence = Deadline, WindowFrom = new DateOnly(2024, 6, 1), Deadline = Deadline, ClosesAt = Closes, State = state,
            });
            return Task.CompletedTask;
        },
        Never);

    private Task<DueRow> DueRowAsync() => Store.ReadAsync(db => db.Dues.SingleAsync(), Never);

    private Task LiaisonAsync(PersonId person, string unit, bool mayConfirm, bool mayReport = true, DateOnly? to = null) => Store.WriteAsync(
        db =>
        {
            db.Liaisons.Add(new LiaisonRow
            {
                Id = Ids.Next(), OfficeId = office.Office.Value, PersonId = person.Value, UnitId = office.Units[unit].Value, From = new DateOnly(2024, 6, 1), To = to,
                MayReport = mayReport, MayConfirm = mayConfirm,
            });
            return Task.CompletedTask;
        },
        Never);

    private Task AccountAsync(params IReadOnlyList<PersonId> people) => Store.WriteAsync(
        db =>
        {
            db.Accounts.AddRange(people.Select(p => new AccountRow { OfficeId = office.Office.Value, Platform = Platform.WebChat, ExternalId = $"{p.Value:n}", PersonId = p.Value }));
            return Task.CompletedTask;
        },
        Never);
}

public sealed class ReturnsOnSqliteTests : ReturnStoreTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class ReturnsOnPostgresTests : ReturnStoreTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}
