using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Reading;
using Bot.Domain.Reminders;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>What every database must answer about figures that were posted.</summary>
public abstract class PostedPushTests : StoreUnderTest
{
    private const string GroupChat = "g-1";
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly OccurrenceKey Summary = new(new CampaignId(SeededOffice.Campaign), "summary", new DateOnly(2024, 6, 25));

    private SeededOffice office = null!;
    private SeededOffice other = null!;
    private PushStore pushes = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        pushes = new PushStore(Store);
        office = new SeededOffice(Store, Ids);
        other = new SeededOffice(Store, Ids);
        await office.MakeAsync("本街道", "白塔社区", "桃仙社区");
        await other.MakeAsync("别的街道", "外街社区");
    }

    [Fact]
    public async Task What_was_told_is_kept_by_its_entry_and_listed_with_what_was_posted()
    {
        var entry = Entry("rollup");
        await RecordAsync(entry);
        await pushes.ToldAsync(other.Office, new Dictionary<string, string> { [entry.Key.ToString()] = "x" }, Never);
        Assert.Null(Assert.Single(await pushes.PostedAsync(office.Office, PushKind.Rollup, Never)).Fingerprint);

        await pushes.ToldAsync(office.Office, new Dictionary<string, string> { [entry.Key.ToString()] = "abc" }, Never);
        var posted = Assert.Single(await pushes.PostedAsync(office.Office, PushKind.Rollup, Never));
        Assert.Equal(new PostedPush(Summary, Summary.Day, "rollup", entry.Key.Chat, null, "abc"), posted);
        Assert.Empty(await pushes.PostedAsync(office.Office, PushKind.Prefill, Never));
        Assert.Empty(await pushes.PostedAsync(other.Office, PushKind.Rollup, Never));
    }

    [Fact]
    public async Task What_was_skipped_was_not_posted()
    {
        await RecordAsync(Entry("rollup") with { Skipped = SkipReason.Unchanged });
        Assert.Empty(await pushes.PostedAsync(office.Office, PushKind.Rollup, Never));
    }

    [Theory]
    [InlineData(DueState.Met, DueState.Late, true)]
    [InlineData(DueState.Met, DueState.Excused, true)]
    [InlineData(DueState.Met, DueState.Open, false)]
    [InlineData(DueState.Excused, DueState.Excused, false)] // nobody was asked
    public async Task A_hand_in_is_complete_when_nobody_is_missing_and_somebody_has_reported(DueState first, DueState second, bool complete)
    {
        await DueAsync("白塔社区", first, Now);
        await DueAsync("桃仙社区", second, Now.AddMinutes(-30));
        Assert.Equal(complete, (await CompletedAsync(Now.AddHours(-1))).Contains(Summary));
        Assert.Empty(await CompletedAsync(Now.AddMinutes(1)));
        Assert.Empty(await pushes.CompletedSinceAsync(office.Office, [ObligationKind.Statistics], Now.AddHours(-1), Never));
        Assert.Empty(await pushes.CompletedSinceAsync(other.Office, [ObligationKind.Summary], Now.AddHours(-1), Never));
    }

    [Fact]
    public async Task The_last_one_excused_completes_what_the_others_reported_long_before()
    {
        await DueAsync("白塔社区", DueState.Met, Now.AddDays(-9));
        await DueAsync("桃仙社区", DueState.Excused, Now);
        Assert.Contains(Summary, await CompletedAsync(Now.AddHours(-1)));
    }

    [Fact]
    public async Task Figures_of_some_days_changed_when_they_were_last_booked()
    {
        var ledger = new LedgerStore(Store);
        var said = await office.SayAsync("白塔社区", "演练1场");
        await office.BookAsync("白塔社区", SeededOffice.Drills, 1, said, await office.ActAsync("白塔社区", said.Submission), new TextSpan(2, 3));
        Task<DateTimeOffset?> ChangedAsync(int from, int to, DateTimeOffset since, SeededOffice of) => ledger.ChangedAsync(
            of.Office, Summary.Campaign, new DaySpan(new DateOnly(2024, 6, from), new DateOnly(2024, 6, to)), since, Never);

        Assert.Equal(SeededOffice.Noon, await ChangedAsync(7, 12, SeededOffice.Noon.AddSeconds(-1), office));
        Assert.Null(await ChangedAsync(7, 12, SeededOffice.Noon, office));
        Assert.Null(await ChangedAsync(7, 11, SeededOffice.Noon.AddSeconds(-1), office));
        Assert.Null(await ChangedAsync(7, 12, SeededOffice.Noon.AddSeconds(-1), other));
    }

    private Task<IReadOnlyList<OccurrenceKey>> CompletedAsync(DateTimeOffset since) => pushes.CompletedSinceAsync(office.Office, [ObligationKind.Summary], since, Never);

    private static PushEntry Entry(string step) => new()
    {
        Key = new PushKey(Summary, Summary.Day, step, new ChatKey(Platform.WebChat, GroupChat)), Kind = PushKind.Rollup, PlannedAt = Now, MessageKey = "",
    };

    private async Task RecordAsync(PushEntry entry)
    {
        var (entries, messages) = PushAddressing.Merge([entry]);
        await pushes.RecordAsync(office.Office, entries, messages, Now, Never);
    }

    private Task DueAsync(string unit, DueState state, DateTimeOffset at) => Store.WriteAsync(
        db =>
        {
            db.Dues.Add(new DueRow
            {
                Id = Ids.Next(), OfficeId = office.Office.Value, CampaignId = SeededOffice.Campaign, Revision = 1, ObligationId = Summary.Obligation, Kind = ObligationKind.Summary,
                UnitId = office.Units[unit].Value, Occurrence = Summary.Day, WindowFrom = new DateOnly(2024, 6, 1), Deadline = Summary.Day, ClosesAt = Now.AddDays(12),
                State = state, MetAt = at, ChangedAt = state is DueState.Met or DueState.Late ? at : null, ExcusedAt = state == DueState.Excused ? at : null,
            });
            return Task.CompletedTask;
        },
        Never);
}

public sealed class PostedPushesOnSqliteTests : PostedPushTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class PostedPushesOnPostgresTests : PostedPushTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}
