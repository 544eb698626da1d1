using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Bot.Tests;

/// <summary>
/// A real PostgreSQL of our own in a folder that goes with it, reached through a socket there. It needs Debian's package
/// postgresql; where that lacks, the tests that need it fail and say so.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Common = new(async () =>
    {
        var server = await StartAsync(isDurable: false);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Stop();
        return server;
    });

    private readonly string folder;
    private readonly string bin;
    private readonly bool isDurable;
    private int made;

    private PostgresServer(string folder, string bin, bool isDurable)
    {
        this.folder = folder;
        this.bin = bin;
        this.isDurable = isDurable;
    }

    /// <summary>The one that tests share, without durability: started at the first use, gone with the test program.</summary>
    public static Task<PostgresServer> SharedAsync() => Common.Value;

    /// <summary>One of its own, for tests that stop it.</summary>
    /// <param name="isDurable">Whether what is committed outlives the server.</param>
    public static async Task<PostgresServer> StartAsync(bool isDurable)
    {
        var server = new PostgresServer(Directory.CreateTempSubdirectory("safetymonth-pg").FullName, await BinariesAsync(), isDurable);
        if (IsRoot) await RunAsync("chown", "postgres", server.folder);
        await server.AsOwnerAsync("initdb", "-N", "-D", server.Data, "-E", "UTF8", "--locale=C.UTF-8", "-U", "test", "-A", "trust");
        await server.StartAsync();
        return server;
    }

    private static bool IsRoot => Environment.UserName == "root";
    private string Data => Path.Combine(folder, "data");

    /// <summary>A new empty database; what it is copied from, or nothing.</summary>
    public async Task<string> DatabaseAsync(string? template = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"db{Interlocked.Increment(ref made)}");
        await ExecuteAsync(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");
        return name;
    }

    public Task DropAsync(string database) => ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    /// <summary>How to reach a database of it.</summary>
    public string Connection(string database, int mostConnections = 40) =>
        new NpgsqlConnectionStringBuilder { Host = folder, Username = "test", Database = database, MaxPoolSize = mostConnections, IncludeErrorDetail = true, ConnectionIdleLifetime = 3, ConnectionPruningInterval = 1 }.ToString();

    public Task StartAsync()
    {
        var options = $"-c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=300 -c fsync={(isDurable ? "on" : "off")}";
        return AsOwnerAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(folder, "log"), "-o", options, "start");
    }

    /// <summary>Ends it at once, as a crash would: clients are cut off in the middle.</summary>
    public Task CrashAsync() => AsOwnerAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");

    /// <summary>Cuts every connection to a database but ours.</summary>
    public Task CutAsync(string database) => ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}' AND pid <> pg_backend_pid()");

    public async ValueTask DisposeAsync()
    {
        await CrashAsync();
        Directory.Delete(folder, recursive: true);
    }

    private void Stop()
    {
        CrashAsync().GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // PostgreSQL refuses to run as root.
    private Task AsOwnerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(bin, program);
        return IsRoot ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task<string> BinariesAsync()
    {
        try
        {
            return (await RunAsync("pg_config", "--bindir")).Trim();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            const string Debian = "/usr/lib/postgresql";
            return Directory.Exists(Debian) && Directory.GetDirectories(Debian).Order(StringComparer.Ordinal).LastOrDefault() is { } newest
                ? Path.Combine(newest, "bin")
                : throw new InvalidOperationException("PostgreSQL is not installed here: apt-get install postgresql, or run tests/run.sh, which does.", missing);
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;

        // The server inherits pg_ctl's outputs and keeps them open: they are read only where the program itself ends them.
        if (arguments.Contains("start"))
        {
            process.StandardOutput.Close();
            process.StandardError.Close();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? "" : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }

        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await error}");
    }
}
