using Bot.Tests;
using Xunit;

namespace Bot.Host.Tests.Deploy;

/// <summary>As compose and Kubernetes run it: one migrates, with the settings in its environment; the hosts only look, and share no folder.</summary>
public sealed class MigratedFirstTests
{
    [Fact]
    public async Task Hosts_refuse_a_database_until_the_migrate_job_was_there_and_then_need_nothing_of_the_data_folder()
    {
        var server = await PostgresServer.SharedAsync();
        var connection = server.Connection(await server.DatabaseAsync(), mostConnections: 16);
        var (data, work) = (Directory.CreateTempSubdirectory("safetymonth-office"), Directory.CreateTempSubdirectory("safetymonth-work"));
        var file = Path.Combine(work.FullName, "connection");
        await File.WriteAllTextAsync(file, connection, TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SafetyMonth__Database__Provider"] = "PostgreSql", ["SafetyMonth__Database__ConnectionStringFile"] = file, ["SafetyMonth__Database__MigrateAtStart"] = "false",
            ["SafetyMonth__DataFolder"] = data.FullName, ["SafetyMonth__Blobs__Folder"] = Path.Combine(work.FullName, "blobs"), ["Urls"] = "http://127.0.0.1:0",
        };

        var (early, _, why) = await SettingsTests.RunAsync(environment, "serve");
        var (migrated, said, _) = await SettingsTests.RunAsync(environment, "migrate");

        Assert.Equal((2, 0), (early, migrated));
        Assert.Contains("migrate", why, StringComparison.Ordinal);
        Assert.EndsWith("migrations applied", said.TrimEnd(), StringComparison.Ordinal);
        await using (var bot = await RunningBot.StartAsync(data.FullName, [.. OnPostgres.Arguments(connection), "--SafetyMonth:Database:MigrateAtStart=false", $"--SafetyMonth:Blobs:Folder={Path.Combine(work.FullName, "blobs")}"]))
        {
            var liaison = await bot.PersonAsync("白塔社区安全员");
            await bot.AskAsync(liaison, "6月13日组织应急疏散演练1场，40人参加");
            Assert.Empty(data.EnumerateFileSystemInfos());
        }

        data.Delete(recursive: true);
        work.Delete(recursive: true);
    }
}
