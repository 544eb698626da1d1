using Bot.Host.Verbs;

namespace Bot.Host.Tests;

/// <summary>The data folder as the first start leaves it: made once by the program itself, and copied for every test that begins with it.</summary>
internal static class FreshOffice
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

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

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-fresh").FullName;
        var program = await Serve.BuildAsync([$"--SafetyMonth:DataFolder={folder}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"], default);
        await program.StartAsync();
        await program.StopAsync();
        await program.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // the journal goes into the file
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
