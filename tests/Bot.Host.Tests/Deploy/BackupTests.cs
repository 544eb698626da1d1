using Bot.Domain.Gathering;
using Bot.Host.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Deploy;

/// <summary>The scripts for one small server, on a program that runs.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("safetymonth-backup");

    private string Data => Path.Combine(folder.FullName, "data");
    private string Backups => Path.Combine(folder.FullName, "backups");
    private string Restored => Path.Combine(folder.FullName, "restored");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_acknowledged_before_a_backup_is_there_after_the_restore()
    {
        Directory.CreateDirectory(Data);
        var photo = RehearsalPhoto.Of(1);
        string run;
        using (var program = await ChildProgram.StartAsync(Data))
        {
            using var page = new PageClient(program.Address);
            await page.PickAsync("丰乐社区安全员");
            var (_, ticket) = await page.UploadAsync("现场.jpg", photo);
            var (status, _) = await page.PostAsync("6月3日组织应急疏散演练1场，103人参加", null, ticket);
            Assert.Equal(System.Net.HttpStatusCode.OK, status);
            run = await BackUpAsync();
            await program.KillAsync();
        }

        var (code, _, complained) = await ScriptAsync("restore-sqlite.sh", run, Restored);

        Assert.Equal((0, ""), (code, complained));
        await using var bot = await RunningBot.StartAsync(Restored);
        await bot.QuietAsync();
        Assert.Equal(103, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
        var blob = Assert.Single(Directory.EnumerateFiles(Path.Combine(Restored, "blobs"), "*", SearchOption.AllDirectories));
        await using var stored = await bot.Services.GetRequiredService<IBlobs>().OpenAsync(BlobKey.Parse(Path.GetFileName(blob)), TestContext.Current.CancellationToken);
        Assert.Equal(photo.Length, stored!.Length);
    }

    [Fact]
    public async Task A_damaged_photo_and_a_folder_that_is_not_empty_are_refused()
    {
        await using (var bot = await RunningBot.StartAsync(Data))
        {
            using var photo = new MemoryStream(RehearsalPhoto.Of(2));
            await bot.Services.GetRequiredService<IBlobs>().StoreAsync(photo, TestContext.Current.CancellationToken);
        }

        var run = await BackUpAsync();
        Assert.NotEqual(run, await BackUpAsync());
        var (code, _, complained) = await ScriptAsync("restore-sqlite.sh", run, Data);
        Assert.Equal(2, code);
        Assert.Contains("is not empty", complained, StringComparison.Ordinal);

        var kept = Assert.Single(Directory.EnumerateFiles(Path.Combine(Backups, "blobs"), "*", SearchOption.AllDirectories));
        await File.AppendAllTextAsync(kept, "x", TestContext.Current.CancellationToken);
        (code, _, complained) = await ScriptAsync("restore-sqlite.sh", run, Restored);
        Assert.Equal(1, code);
        Assert.Contains(Path.GetFileName(kept), complained, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Restored, "safetymonth.db")));
    }

    private async Task<string> BackUpAsync()
    {
        var (code, said, complained) = await ScriptAsync("backup-sqlite.sh", Data, Backups);
        Assert.Equal((0, ""), (code, complained));
        return said.Trim();
    }

    private Task<(int Code, string Said, string Complained)> ScriptAsync(string script, params string[] arguments) =>
        Shell.RunAsync(folder.FullName, "bash", [Path.Combine(DeployFiles.Root, "deploy/backup", script), .. arguments]);
}
