using Bot.Adapters.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Tests.Storage;

/// <summary>A fresh, migrated SQLite file, gone with the test.</summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("safetymonth-").FullName;
    private readonly SqliteStore store;

    private SqliteFile() => store = new SqliteStore(Path.Combine(folder, "test.db"));

    public Store Store => store;

    public static async Task<SqliteFile> CreateAsync()
    {
        var file = new SqliteFile();
        await using var db = await file.store.OpenAsync(CancellationToken.None);
        await db.Database.MigrateAsync();
        return file;
    }

    public ValueTask DisposeAsync()
    {
        store.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
