using System.Globalization;
using Npgsql;

namespace Bot.Benchmarks;

/// <summary>A database of its own on a given server, gone afterwards.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource others;
    private readonly string own;

    private BenchDatabase(NpgsqlDataSource server, string name, string connection) => (others, own, Connection) = (server, name, connection);

    /// <summary>How to reach it.</summary>
    public string Connection { get; }

    public static async Task<BenchDatabase> MakeAsync(string connection)
    {
        var server = NpgsqlDataSource.Create(connection);
        var name = $"bench_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):n}";
        await using (var create = server.CreateCommand($"CREATE DATABASE {name}")) await create.ExecuteNonQueryAsync();
        return new BenchDatabase(server, name, new NpgsqlConnectionStringBuilder(connection) { Database = name }.ToString());
    }

    /// <summary>Processor time of the connections that are open now; zero where the server is not on this machine.</summary>
    public TimeSpan ProcessorTime()
    {
        var ticks = 0L;
        foreach (var process in Directory.Exists("/proc") ? Directory.GetDirectories("/proc") : [])
        {
            try
            {
                // What a server process shows of itself: its user, its database. Its times, in hundredths of a second, stand behind its name.
                if (!File.ReadAllText(Path.Combine(process, "cmdline")).Contains($" {own} ", StringComparison.Ordinal)) continue;
                var times = File.ReadAllText(Path.Combine(process, "stat")).Split(") ")[^1].Split(' ');
                ticks += long.Parse(times[11], CultureInfo.InvariantCulture) + long.Parse(times[12], CultureInfo.InvariantCulture);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // No process, or one that ended meanwhile.
            }
        }

        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var drop = others.CreateCommand($"DROP DATABASE {own} WITH (FORCE)")) await drop.ExecuteNonQueryAsync();
        await others.DisposeAsync();
    }
}
