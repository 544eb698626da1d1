using Bot.Adapters.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>A duty is one host's at a time.</summary>
public abstract class LeasesTests : StoreUnderTest
{
    private const string Duty = "polling";

    private Leases Leases => new(Store, Ids);

    [Fact]
    public async Task A_second_host_waits_until_the_first_gives_the_duty_back()
    {
        var (begun, may) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Leases.HoldAsync(Duty, async _ => { begun.SetResult(); await may.Task; }, TestContext.Current.CancellationToken);
        await begun.Task;

        Assert.False(await Leases.TakeAsync(Duty, Ids.Next(), default));
        Assert.True(await Leases.TakeAsync("another", Ids.Next(), default));
        may.SetResult();
        await first;
        Assert.True(await Leases.TakeAsync(Duty, Ids.Next(), default));
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_one_gets_it()
    {
        var got = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Leases.TakeAsync(Duty, Ids.Next(), default)));
        Assert.Single(got, g => g);
    }

    [Fact]
    public async Task Who_has_it_keeps_it_by_coming_back()
    {
        var holder = Ids.Next();
        Assert.True(await Leases.TakeAsync(Duty, holder, default));
        var before = await UntilAsync();
        Assert.True(await Leases.TakeAsync(Duty, holder, default));
        Assert.True(await UntilAsync() >= before);
    }

    [Fact]
    public async Task The_duty_of_a_host_that_died_goes_to_the_next_that_asks()
    {
        Assert.True(await Leases.TakeAsync(Duty, Ids.Next(), default));
        await Store.WriteAsync(db => db.Leases.ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, 1L)), default);
        Assert.True(await Leases.TakeAsync(Duty, Ids.Next(), default));
    }

    [Fact]
    public async Task Who_has_lost_it_stops_and_leaves_the_others_lease_alone()
    {
        var begun = new TaskCompletionSource();
        var lost = Leases.HoldAsync(Duty, held => UntilToldAsync(begun, held), TestContext.Current.CancellationToken);
        await begun.Task;
        var other = Ids.Next();
        await Store.WriteAsync(db => db.Leases.ExecuteUpdateAsync(s => s.SetProperty(l => l.Holder, other).SetProperty(l => l.Until, long.MaxValue)), default);

        await lost;
        Assert.Equal(other, await Store.ReadAsync(db => db.Leases.Select(l => l.Holder).SingleAsync(), default));
    }

    [Fact]
    public async Task A_duty_that_fails_is_given_back_and_its_failure_told()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Leases.HoldAsync(Duty, _ => throw new InvalidDataException(), default));
        Assert.True(await Leases.TakeAsync(Duty, Ids.Next(), default));
    }

    [Fact]
    public async Task A_host_that_stops_stops_its_duty_at_once()
    {
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var duty = Leases.HoldAsync(Duty, held => UntilToldAsync(begun, held), stop.Token);
        await begun.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => duty);
        Assert.True(await Leases.TakeAsync(Duty, Ids.Next(), default));
    }

    // A duty that is done only when it is told to stop.
    private static Task UntilToldAsync(TaskCompletionSource begun, CancellationToken held)
    {
        begun.SetResult();
        return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, held);
    }

    private Task<long> UntilAsync() => Store.ReadAsync(db => db.Leases.Where(l => l.Name == Duty).Select(l => l.Until).SingleAsync(), default);
}

public sealed class LeasesOnSqliteTests : LeasesTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class LeasesOnPostgresTests : LeasesTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}
