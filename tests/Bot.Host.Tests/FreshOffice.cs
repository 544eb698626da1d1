using Bot.Host.Verbs;
using Bot.Tests;

namespace Bot.Host.Tests;

/// <summary>The data folder as the first start leaves it: made once by the program itself, and copied for every test that begins with it.</summary>
internal static class FreshOffice
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    /// <summary>A copy of its own; the caller removes it.</summary>
    public static async Task<string> CopyAsync()
    {
        var copy = Directory.CreateTempSubdirectory("safetymonth").FullName;
        if (OnPostgres.IsAsked) return copy; // there the database holds it
        var from = await Made.Value;
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(copy, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(copy, Path.GetRelativePath(from, file)));
        return copy;
    }

    /// <summary>The same in a PostgreSQL database of its own: the settings that name it.</summary>
    public static async Task<string[]> OnPostgresAsync()
    {
        var server = await PostgresServer.SharedAsync();
        return OnPostgres.Arguments(server.Connection(await server.DatabaseAsync(await Template.Value), mostConnections: 16));
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-fresh").FullName;
        await StartOnceAsync(folder);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // the journal goes into the file
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var server = await PostgresServer.SharedAsync();
        var name = await server.DatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("safetymonth-fresh").FullName;
        await StartOnceAsync(folder, OnPostgres.Arguments(server.Connection(name)));
        Directory.Delete(folder, recursive: true);
        return name;
    }

    private static async Task StartOnceAsync(string folder, params string[] database)
    {
        var program = await Serve.BuildAsync([$"--SafetyMonth:DataFolder={folder}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", .. database], default);
        await program.StartAsync();
        await program.StopAsync();
        await program.DisposeAsync();
    }
}
