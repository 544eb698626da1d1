using System.Collections.Concurrent;
using Bot.Tests;

namespace Bot.Host.Tests;

/// <summary>
/// The whole suite on PostgreSQL instead of SQLite: <c>SAFETYMONTH_TESTS_ON=postgres</c>. A data folder stands for a database, so that
/// a program started again on the same folder finds what it left.
/// </summary>
internal static class OnPostgres
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Databases = new(StringComparer.Ordinal);

    /// <summary>Whether every program under test runs on PostgreSQL.</summary>
    public static bool IsAsked => Environment.GetEnvironmentVariable("SAFETYMONTH_TESTS_ON") == "postgres";

    /// <summary>The settings for a data folder; none where the suite runs on SQLite.</summary>
    public static async Task<string[]> ArgumentsAsync(string folder) => IsAsked ? Arguments(await OfAsync(folder)) : [];

    /// <summary>The settings for a database.</summary>
    public static string[] Arguments(string connection) => ["--SafetyMonth:Database:Provider=PostgreSql", $"--SafetyMonth:Database:ConnectionString={connection}"];

    private static Task<string> OfAsync(string folder) => Databases.GetOrAdd(folder, _ => new Lazy<Task<string>>(async () =>
    {
        var server = await PostgresServer.SharedAsync();
        return server.Connection(await server.DatabaseAsync(), mostConnections: 16);
    })).Value;
}
