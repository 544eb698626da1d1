using System.Text.Json;
using Bot.Adapters.Campaigns;
using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Bot.Host.Simulation;

namespace Bot.Host.Verbs;

/// <summary>A season in virtual time; everything sent as JSON lines, how it all stands in the last one.</summary>
internal static class Simulate
{
    private const int Misused = 64;

    public static async Task<int> RunAsync(string? file, string? database, TextWriter output, CancellationToken cancel)
    {
        if (file is null) return await StopAsync("--scenario is needed: a file of JSON lines.");
        if (!File.Exists(file)) return await StopAsync($"There is no file {file}.");
        var (scenario, fault) = Scenario.Read(await File.ReadAllLinesAsync(file, cancel));
        if (scenario is null) return await StopAsync(fault ?? "");
        var campaign = CampaignOf(scenario.Head.Campaign, Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (campaign is null) return await StopAsync($"line 1: no campaign \"{scenario.Head.Campaign}\"; known: {string.Join(", ", ShippedCampaigns.Ids)}, or a file.");
        var place = database is null ? null : DatabaseFile(database);
        if (place is null && database is not null) return await StopAsync("A rehearsal runs on a database file of its own: give --database a file.");
        if (CampaignYaml.Read(campaign, scenario.Head.Campaign) is CampaignFile.Broken broken) return await StopAsync(broken.Faults[0].ToString());

        var folder = Directory.CreateTempSubdirectory("rehearsal").FullName;
        try
        {
            return await RehearseAsync(scenario, campaign, folder, place ?? Path.Combine(folder, "rehearsal.db"), output, cancel);
        }
        catch (Exception refused) when (DatabaseOutage.OrRefusal(refused))
        {
            return await StopAsync($"The database cannot be used: {refused.Message} Give a rehearsal a file of its own.");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    // A file, or SQLite's connection string that names one; null: it is a server's.
    private static string? DatabaseFile(string place)
    {
        try
        {
            return StoreAt.IsServer(place) ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(place).DataSource : place;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static async Task<int> RehearseAsync(
        Scenario scenario, byte[] campaign, string folder, string database, TextWriter output, CancellationToken cancel)
    {
        var (rehearsal, fault) = await Rehearsal.PrepareAsync(scenario, campaign, folder, database, cancel);
        if (rehearsal is null) return await StopAsync(fault ?? "");
        await using (rehearsal)
        {
            SentLine? waiting = null;
            await rehearsal.RunAsync(Tell, cancel);
            if (waiting is not null) await WriteAsync(waiting);
            await output.WriteLineAsync(JsonSerializer.Serialize(new FinalLine(await rehearsal.FinalAsync(cancel)), ScenarioWire.Readable.FinalLine).AsMemory(), cancel);
            await output.FlushAsync(cancel);
            return 0;

            // One thing told to several at once is one line.
            async Task Tell(DateTimeOffset at, OutgoingMessage message)
            {
                var line = RehearsalWords.Line(at, message, scenario.Head.Group);
                if (waiting is not null && waiting.At == line.At && waiting.Kind == line.Kind && waiting.Text == line.Text)
                {
                    waiting = waiting with { To = $"{waiting.To}、{line.To}" };
                    return;
                }

                if (waiting is not null) await WriteAsync(waiting);
                waiting = line;
            }

            Task WriteAsync(SentLine line) => output.WriteLineAsync(JsonSerializer.Serialize(line, ScenarioWire.Readable.SentLine).AsMemory(), cancel);
        }
    }

    private static byte[]? CampaignOf(string wanted, string folder)
    {
        if (ShippedCampaigns.Content(wanted) is { } shipped) return shipped;
        var path = new[] { Environment.CurrentDirectory, folder }.Select(f => Path.GetFullPath(wanted, f)).FirstOrDefault(File.Exists);
        return path is null ? null : File.ReadAllBytes(path);
    }

    private static async Task<int> StopAsync(string message)
    {
        await System.Console.Error.WriteLineAsync(message);
        return Misused;
    }
}
