using Bot.Adapters.Storage;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>A database of its own for one test, with the schema in place. Every store suite runs on each kind there is.</summary>
public abstract class StoreUnderTest : IAsyncLifetime
{
    protected static readonly DateTimeOffset Now = new(2024, 6, 13, 7, 0, 0, TimeSpan.Zero);

    private protected Store Store { get; private set; } = null!;

    private protected UuidV7 Ids { get; } = new(TimeProvider.System);

    private protected abstract Task<Store> MakeAsync();

    private protected abstract ValueTask RemoveAsync();

    public virtual async ValueTask InitializeAsync()
    {
        Store = await MakeAsync();
        await new Schema(Store).MigrateAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await RemoveAsync();
        GC.SuppressFinalize(this);
    }
}
