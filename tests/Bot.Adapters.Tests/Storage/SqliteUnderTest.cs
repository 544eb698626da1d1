using Bot.Adapters.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Adapters.Tests.Storage;

/// <summary>A SQLite file in a folder that goes with the test.</summary>
internal sealed class SqliteUnderTest : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("safetymonth-store");
    private readonly List<SqliteStore> opened = [];

    /// <summary>Another program's view of the same file.</summary>
    public Store Open()
    {
        var store = new SqliteStore(Path.Combine(folder.FullName, "test.db"));
        opened.Add(store);
        return store;
    }

    public ValueTask DisposeAsync()
    {
        opened.ForEach(s => s.Dispose());
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
