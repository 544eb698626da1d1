using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.Tests.Storage;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Reading;
using Bot.Domain.Reminders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Console;

/// <summary>What the bot costs and spares, by weeks of the office's zone. It is Thursday 13 June, 15:00 in Shanghai.</summary>
public abstract class BurdensTests : StoreUnderTest
{
    // The present week begins on Monday 10 June in Shanghai: on Sunday, 16:00 UTC.
    private static readonly DateTimeOffset Monday = new(2024, 6, 9, 16, 0, 0, TimeSpan.Zero);

    private SeededOffice office = null!;
    private SeededOffice other = null!;
    private int keys;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (office, other) = (new SeededOffice(Store, Ids), new SeededOffice(Store, Ids));
        await office.MakeAsync("本街道", "白塔社区", "桃仙社区");
        await other.MakeAsync("别的街道", "外街社区");
    }

    [Fact]
    public async Task Messages_are_counted_by_kind_and_by_the_offices_weeks()
    {
        await SaidAsync(office, OutgoingKind.Receipt, Monday);
        await SaidAsync(office, OutgoingKind.Receipt, Now);
        await SaidAsync(office, OutgoingKind.Reminder, Now);
        await SaidAsync(office, OutgoingKind.Question, Monday.AddSeconds(-1));
        await SaidAsync(office, OutgoingKind.Reply, Monday.AddDays(-21));
        await SaidAsync(office, OutgoingKind.Reply, Monday.AddDays(-21).AddSeconds(-1)); // Longer ago than is told.
        await SaidAsync(office, OutgoingKind.Reply, Now, OutboxState.Waiting);
        await SaidAsync(other, OutgoingKind.Receipt, Now);

        var weeks = await WeeksAsync();
        Assert.Equal(["06-10", "06-03", "05-27", "05-20"], weeks.Select(w => $"{w.First:MM-dd}"));
        Assert.Equal([3, 1, 0, 1], weeks.Select(w => w.Messages));
        Assert.Equal((2, 1, 1.5m), (weeks[0].Said[OutgoingKind.Receipt], weeks[0].Said[OutgoingKind.Reminder], weeks[0].PerUnit));
    }

    [Fact]
    public async Task Only_figures_the_units_wrote_themselves_were_spared()
    {
        var said = await office.SayAsync("白塔社区", "演练2场");
        var activity = await office.ActAsync("白塔社区", said.Submission);
        foreach (var cause in Enum.GetValues<BookingCause>()) await office.BookAsync("白塔社区", SeededOffice.Drills, 1, said, activity, new TextSpan(0, 2), cause);
        Assert.Equal([3, 0, 0, 0], (await WeeksAsync()).Select(w => w.Spared)); // Report, correction, cumulative difference.
    }

    [Fact]
    public async Task Questions_are_counted_with_their_answers_and_doubts_are_none()
    {
        var said = await office.SayAsync("白塔社区", "演练几场");
        await office.DoubtAsync("白塔社区", said.Submission, null, null);
        await office.DoubtAsync("白塔社区", said.Submission, null, null, blocks: true);
        var answered = await office.DoubtAsync("白塔社区", said.Submission, null, null, blocks: true);
        await Store.WriteAsync(async db => (await db.Remarks.SingleAsync(r => r.Id == answered)).SettledAt = Now, default);
        var week = (await WeeksAsync())[0];
        Assert.Equal((2, 1), (week.Asked, week.Answered));
    }

    [Fact]
    public async Task Reminders_that_were_not_needed_are_counted_and_others_skipped_are_not()
    {
        await SkippedAsync(PushKind.Reminder, SkipReason.NobodyMissing);
        await SkippedAsync(PushKind.Reminder, SkipReason.TooOld);
        await SkippedAsync(PushKind.Escalation, SkipReason.NobodyMissing);
        Assert.Equal([1, 0, 0, 0], (await WeeksAsync()).Select(w => w.Idle));
    }

    [Fact]
    public async Task An_office_without_units_divides_by_nobody()
    {
        var empty = new SeededOffice(Store, Ids);
        await empty.MakeAsync("新街道");
        Assert.Null((await new Burdens(Store, new StandingClock(Now)).ReadAsync(empty.Office, default))[0].PerUnit);
    }

    private Task<IReadOnlyList<WeekBurden>> WeeksAsync() => new Burdens(Store, new StandingClock(Now)).ReadAsync(office.Office, default);

    private Task SaidAsync(SeededOffice of, OutgoingKind kind, DateTimeOffset at, OutboxState state = OutboxState.Sent) => Store.WriteAsync(
        db =>
        {
            db.Outbox.Add(new OutboxRow { Key = $"k{keys++}", OfficeId = of.Office.Value, Kind = kind, Payload = "{}", State = state, CreatedAt = at, SentAt = state == OutboxState.Sent ? at : null });
            return Task.CompletedTask;
        },
        default);

    private Task SkippedAsync(PushKind kind, SkipReason reason) => Store.WriteAsync(
        db =>
        {
            db.Pushes.Add(new PushRow { OfficeId = office.Office.Value, Key = $"k{keys++}", Kind = kind, PlannedAt = Now, DecidedAt = Now, State = PushState.Skipped, Reason = reason });
            return Task.CompletedTask;
        },
        default);
}

public sealed class BurdensOnSqliteTests : BurdensTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class BurdensOnPostgresTests : BurdensTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}
