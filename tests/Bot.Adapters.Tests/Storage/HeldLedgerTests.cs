using System.Text.Json;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>What PostgreSQL is asked all at once is what statement after statement would have found.</summary>
public sealed class HeldLedgerTests : StoreUnderTest
{
    private readonly PostgresUnderTest postgres = new();
    private readonly ChatClaim claim = new(new ChatKey(Platform.WebChat, "g1"), Guid.CreateVersion7(Now));

    private SeededOffice office = null!;

    [Fact]
    public async Task All_rows_come_as_they_are()
    {
        var handled = await ReportedAsync();
        var (atOnce, oneByOne) = await Store.WriteGuardedAsync(
            async db => (await Store.HoldAsync(db, handled, default), await LedgerReads.HoldAsync(Store, db, handled, default)), default);
        Assert.Equal((3, 2, 2, 2, 1), (atOnce!.Bookings.Count, atOnce.Activities.Count, atOnce.Dues.Count, atOnce.Peers.Sum(p => p.Count()), atOnce.SameText.Count));
        Assert.Equal(Text(oneByOne!), Text(atOnce));
    }

    [Fact]
    public async Task A_lost_claim_holds_nothing()
    {
        var handled = await ReportedAsync();
        Assert.Null(await Store.WriteGuardedAsync(db => Store.HoldAsync(db, handled with { Claim = claim with { Token = Guid.Empty } }, default), default));
    }

    [Fact]
    public async Task What_another_commits_meanwhile_is_read()
    {
        var handled = await ReportedAsync();
        Task<HeldLedger?> second = Task.FromResult<HeldLedger?>(null);
        await Store.WriteGuardedAsync(
            async db =>
            {
                await Store.LockAsync(db, office.Office.Value, SeededOffice.Campaign, office.Units["白塔社区"].Value, default);
                second = Store.WriteGuardedAsync(other => Store.HoldAsync(other, handled, default), default);

                // It waits for the lock, and has begun its statements long before this is committed.
                await WaitsAsync();
                db.Bookings.Add(Booking(office.Units["白塔社区"], Ids.Next(), 7));
            },
            default);
        Assert.Contains((await second)!.Bookings, b => b.Thousandths == 7000);
    }

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();

    private async Task WaitsAsync()
    {
        while (await Store.ReadAsync(
                   async db => await db.Database.SqlQueryRaw<int>(
                       "SELECT COUNT(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync(), default) == 0)
        {
            await Task.Yield();
        }
    }

    // Two units with records and dues, one of which is concerned; a third that said the same.
    private async Task<HandledSubmission> ReportedAsync()
    {
        office = new SeededOffice(Store, Ids);
        await office.MakeAsync("本街道", "白塔社区", "桃仙社区", "河畔社区");
        foreach (var unit in new[] { "白塔社区", "桃仙社区" })
        {
            var said = await office.SayAsync(unit, "开展演练");
            var activity = await office.ActAsync(unit, said.Submission);
            await office.BookAsync(unit, SeededOffice.Drills, 2, said, activity, new(0, 4));
            await office.BookAsync(unit, SeededOffice.People, 30.5m, said, activity, new(0, 4), bound: Bot.Domain.Reading.Bound.Over);
        }

        var again = await office.SayAsync("白塔社区", "又开展演练");
        await office.BookAsync("白塔社区", SeededOffice.Drills, -1, again, await office.ActAsync("白塔社区", again.Submission, ""), new(0, 4), BookingCause.Correction);
        await Store.WriteAsync(
            async db =>
            {
                db.Chats.Add(new ChatRow { Platform = claim.Chat.Platform, ChatId = claim.Chat.Id, ClaimToken = claim.Token, ClaimedUntil = long.MaxValue });
                db.Dues.AddRange(Due("w1", null, DueState.Open), Due("w2", Now, DueState.Met));
                await db.Submissions.Where(s => s.UnitId == office.Units["桃仙社区"].Value).ExecuteUpdateAsync(s => s.SetProperty(x => x.TextHash, "same"));
            },
            default);
        return new HandledSubmission
        {
            Claim = claim, Completes = [], Office = office.Office, Revision = new RevisionId(new CampaignId(SeededOffice.Campaign), 1), Now = Now,
            Units = [office.Units["白塔社区"]], Slots = [new SlotId(SeededOffice.Drills), new SlotId(SeededOffice.People), new SlotId("nobody.said")],
            Submission = new SubmissionFacts { Id = new(Ids.Next()), Head = Said.Text(Ids, "m9", "开展演练", Now, claim.Chat), SaidOn = new DateOnly(2024, 6, 13), TextHash = "same" },
        };
    }

    private DueRow Due(string obligation, DateTimeOffset? met, DueState state) => new()
    {
        Id = Ids.Next(), OfficeId = office.Office.Value, CampaignId = SeededOffice.Campaign, Revision = 1, ObligationId = obligation, UnitId = office.Units["白塔社区"].Value,
        Occurrence = new DateOnly(2024, 6, 6), Deadline = new DateOnly(2024, 6, 6), ClosesAt = Now, State = state, MetAt = met, ChangedAt = Now,
    };

    private BookingRow Booking(UnitId unit, Guid activity, int value) => new()
    {
        Id = Ids.Next(), OfficeId = office.Office.Value, CampaignId = SeededOffice.Campaign, Revision = 1, UnitId = unit.Value, SlotId = SeededOffice.Drills, Day = new DateOnly(2024, 6, 12),
        Thousandths = value * 1000L, Cause = BookingCause.Report, ActivityId = activity, Rule = "test", At = Now,
    };

    private static string Text(HeldLedger held) => JsonSerializer.Serialize(new
    {
        Bookings = held.Bookings.OrderBy(b => b.Id), Activities = held.Activities.OrderBy(a => a.Activity.Id).Select(a => new { a.Activity, a.Unit }), Dues = held.Dues.OrderBy(d => d.Id),
        Peers = held.Peers.OrderBy(p => p.Key).Select(p => new { p.Key, Values = p.Order() }), Same = held.SameText.Order(),
    });
}
