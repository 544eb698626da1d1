using Bot.Tests;

namespace Bot.Host.Tests;

/// <summary>An empty PostgreSQL database of a test's own, gone with it.</summary>
internal sealed class OwnDatabase : IAsyncDisposable
{
    private readonly PostgresServer server;
    private readonly string name;

    private OwnDatabase(PostgresServer server, string name) => (this.server, this.name) = (server, name);

    /// <summary>How to reach it.</summary>
    public string Connection => server.Connection(name, mostConnections: 12);

    public static async Task<OwnDatabase> MakeAsync()
    {
        var shared = await PostgresServer.SharedAsync();
        return new OwnDatabase(shared, await shared.DatabaseAsync());
    }

    public async ValueTask DisposeAsync() => await server.DropAsync(name);
}
