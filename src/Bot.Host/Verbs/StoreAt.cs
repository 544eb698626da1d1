using Bot.Adapters.Storage;

namespace Bot.Host.Verbs;

/// <summary>A database that a verb opens by itself.</summary>
internal sealed class StoreAt : IAsyncDisposable
{
    private StoreAt(Store store) => Store = store;

    public Store Store { get; }

    /// <summary>The one the settings name.</summary>
    public static StoreAt Of(BotOptions options) =>
        new(options.Database.Provider == DatabaseKind.PostgreSql ? new PostgresStore(options.Database.Connection()) : new SqliteStore(options.DatabaseFile));

    /// <summary>The one at a place: a connection string of PostgreSQL (it has an equals sign), or the file of a SQLite database.</summary>
    /// <exception cref="ArgumentException">It looks like a connection string and is none.</exception>
    public static StoreAt Of(string place) => new(IsServer(place) ? new PostgresStore(place) : new SqliteStore(Path.GetFullPath(place)));

    /// <summary>Whether a place is a server rather than a file.</summary>
    public static bool IsServer(string place) => place.Contains('=', StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        if (Store is PostgresStore postgres) await postgres.DisposeAsync();
        else ((IDisposable)Store).Dispose();
    }
}
