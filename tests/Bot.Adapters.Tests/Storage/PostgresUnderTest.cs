using Bot.Adapters.Storage;
using Bot.Tests;

namespace Bot.Adapters.Tests.Storage;

/// <summary>A PostgreSQL database that goes with the test, copied from one that has the schema.</summary>
internal sealed class PostgresUnderTest : IAsyncDisposable
{
    private const int MostConnections = 12;

    private static readonly Lazy<Task<string>> Template = new(async () =>
    {
        var server = await PostgresServer.SharedAsync();
        var name = await server.DatabaseAsync();
        await using var store = new PostgresStore(server.Connection(name));
        await new Schema(store).MigrateAsync(default);
        return name;
    });

    private readonly List<PostgresStore> opened = [];
    private string? database;

    /// <summary>Another program's view of the same database.</summary>
    public async Task<PostgresStore> OpenAsync()
    {
        var server = await PostgresServer.SharedAsync();
        database ??= await server.DatabaseAsync(await Template.Value);
        var store = new PostgresStore(server.Connection(database, MostConnections));
        opened.Add(store);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened) await store.DisposeAsync();
        if (database is not null) await (await PostgresServer.SharedAsync()).DropAsync(database);
    }
}
