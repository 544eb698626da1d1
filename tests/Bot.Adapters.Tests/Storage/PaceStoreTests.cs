using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>Buckets that all hosts share.</summary>
public abstract class PaceStoreTests : StoreUnderTest
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private PaceStore Pace => new(Store);

    [Fact]
    public async Task No_minute_has_more_than_the_platform_allows()
    {
        var sent = new List<DateTimeOffset>();
        for (var now = Now; now < Now.AddMinutes(10);)
        {
            var wait = await Pace.DrawAsync([Of("group", 1)], now, default);
            if (wait == TimeSpan.Zero) sent.Add(now);
            else now += wait;
        }

        Assert.All(sent, first => Assert.InRange(sent.Count(s => s >= first && s < first + Minute), 1, 20));
        Assert.InRange(sent.Count, 105, 115); // ten at once, then ten a minute
    }

    [Fact]
    public async Task An_album_of_ten_counts_ten_and_waits_for_a_full_bucket()
    {
        Assert.Equal(TimeSpan.Zero, await Pace.DrawAsync([Of("group", 1)], Now, default));
        Assert.Equal(TimeSpan.FromSeconds(6), await Pace.DrawAsync([Of("group", 10)], Now, default));
        Assert.Equal(TimeSpan.Zero, await Pace.DrawAsync([Of("group", 10)], Now.AddSeconds(6), default));
        Assert.Equal(TimeSpan.FromSeconds(6), await Pace.DrawAsync([Of("group", 1)], Now.AddSeconds(6), default));
    }

    [Fact]
    public async Task More_than_the_bucket_holds_is_taken_on_debt()
    {
        Assert.Equal(TimeSpan.Zero, await Pace.DrawAsync([Of("group", 13)], Now, default));
        Assert.Equal(TimeSpan.FromSeconds(24), await Pace.DrawAsync([Of("group", 1)], Now, default));
    }

    [Fact]
    public async Task Where_one_bucket_is_empty_nothing_is_taken_from_the_other()
    {
        await Pace.DrawAsync([Of("group", 10)], Now, default);
        Assert.True(await Pace.DrawAsync([Of("platform", 1), Of("group", 1)], Now, default) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, await Pace.DrawAsync([Of("platform", 10)], Now, default));
    }

    [Fact]
    public async Task Hosts_that_draw_at_once_share_what_there_is()
    {
        var drawn = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => Pace.DrawAsync([Of("platform", 1), Of("group", 1)], Now, default)));
        Assert.Equal(10, drawn.Count(wait => wait == TimeSpan.Zero));
    }

    [Fact]
    public async Task Clocks_that_differ_a_little_gain_nothing()
    {
        for (var i = 0; i < 10; i++) await Pace.DrawAsync([Of("group", 1)], Now.AddSeconds(2), default);
        for (var i = 0; i < 20; i++) Assert.True(await Pace.DrawAsync([Of("group", 1)], i % 2 == 0 ? Now : Now.AddSeconds(2), default) > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_clock_set_back_does_not_stop_the_chat_until_it_has_caught_up()
    {
        await Pace.DrawAsync([Of("group", 1)], Now.AddDays(30), default);
        for (var i = 0; i < 9; i++) Assert.Equal(TimeSpan.Zero, await Pace.DrawAsync([Of("group", 1)], Now, default));
        Assert.Equal(TimeSpan.FromSeconds(6), await Pace.DrawAsync([Of("group", 1)], Now, default));
        Assert.Equal(TimeSpan.Zero, await Pace.DrawAsync([Of("group", 1)], Now.AddSeconds(6), default));
    }

    private static PaceDraw Of(string bucket, int messages) => PaceDraw.AtMost(bucket, 20, Minute, messages);
}

public sealed class PaceOnSqliteTests : PaceStoreTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class PaceOnPostgresTests : PaceStoreTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}
