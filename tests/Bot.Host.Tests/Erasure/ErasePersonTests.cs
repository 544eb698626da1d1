using System.Text;
using System.Text.RegularExpressions;
using Bot.Adapters.Access;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Host.Simulation;
using Bot.Host.Tests.Console;
using Bot.Host.Verbs;
using Bot.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Erasure;

/// <summary>One liaison of a living office is erased: nothing of them is found again, and nothing else is missing.</summary>
public abstract partial class ErasePersonTests : IAsyncLifetime
{
    private const string Unit = "丰乐社区";
    private const string Name = "赵铁柱";
    private const string Phone = "13912345678";
    private const string Report = "6月3日组织应急疏散演练1场，103人参加，火苗子窜得老高，有事打" + Phone;
    private const string Reason = "老母亲做手术";

    private string folder = "";
    private string[] settings = [];
    private RunningBot bot = null!;
    private Viewer person = null!;
    private Guid office;
    private bool isClosed;

    protected abstract Task<string[]> DatabaseAsync(string folder);

    public async ValueTask InitializeAsync()
    {
        folder = await FreshOffice.CopyAsync();
        settings = await DatabaseAsync(folder);
        await OpenAsync();
        await bot.Store.WriteAsync(db => db.People.Where(p => p.Name == Unit + "安全员").ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, Name)), default);
        person = await bot.PersonAsync(Name);
        office = person.Office.Value;
        await LiveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!isClosed) await bot.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Nothing_of_an_erased_liaison_is_found_anywhere_and_every_figure_stays()
    {
        var (totals, dues, form) = (await bot.TotalsAsync(), await DuesAsync(), await FormAsync());
        await CloseAsync();
        var before = await StoredAsync();
        foreach (var trace in Traces()) Assert.Contains(trace, before, StringComparison.Ordinal);
        Assert.Single(Photos());

        var (code, told) = await EraseAsync();
        Assert.Equal(0, code);
        Assert.Contains("nothing was changed; --yes does it", told, StringComparison.Ordinal);
        Assert.Matches("MessageTexts\t[1-9]", told);
        Assert.Equal(before, await StoredAsync());
        Assert.Single(Photos());

        Assert.Equal(0, (await EraseAsync("--yes")).Code);
        AssertNotInFiles();
        var after = await StoredAsync();
        foreach (var trace in Traces()) Assert.DoesNotContain(trace, after, StringComparison.Ordinal);
        Assert.Contains("已删除人员", after, StringComparison.Ordinal);
        Assert.Contains("PersonErased", after, StringComparison.Ordinal);
        Assert.Empty(Photos());

        var (again, said) = await EraseAsync("--yes");
        Assert.Equal((0, "photos and files deleted\t0"), (again, said.Trim()));
        Assert.Equal(after, await StoredAsync());

        await OpenAsync();
        Assert.Equal(totals, await bot.TotalsAsync());
        Assert.Equal(dues, await DuesAsync());
        Assert.Equal(form, await FormAsync());
        await WorksAsync();
    }

    [Fact]
    public async Task Somebody_the_office_does_not_know_and_its_only_owner_are_refused_and_nothing_changes()
    {
        var owner = await bot.PersonAsync("应急办管理员");
        await CloseAsync();
        var before = await StoredAsync();
        foreach (var who in new[] { "nobody", owner.Person.Value.ToString(), owner.Account.Id })
        {
            Assert.Equal(1, (await EraseAsync("--person", who, "--yes")).Code);
        }

        Assert.Equal(64, await ErasePerson.RunAsync(["--nobody", "x"], TextWriter.Null, TextWriter.Null, default));
        Assert.Equal(before, await StoredAsync());
    }

    /// <summary>What tells of the person; the account as it stands in chats and keys, too.</summary>
    private IEnumerable<string> Traces() => [Name, person.Account.Id, Phone, Report, "火苗子", Reason];

    private async Task LiveAsync()
    {
        var admin = await bot.PersonAsync("应急办管理员");
        using (var page = new PageClient(bot.Address))
        {
            await page.PickAsync(Name);
            var (_, ticket) = await page.UploadAsync($"{Name}现场.jpg", RehearsalPhoto.Of(7));
            await page.PostAsync(Report, null, ticket);
        }

        await bot.QuietAsync();
        await bot.AskAsync(person, "更正：应急疏散演练参加人数105人");
        await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), $"6月4日组织应急疏散演练3场，{Name}到场指导，他的电话{Phone}");
        await bot.AskAsync(person, $"请假 {Reason}");
        var asked = await bot.FindAsync(admin, await bot.PrivateAsync(admin), e => e.Buttons.Count > 0 && e.Text.Contains(Reason, StringComparison.Ordinal));
        await bot.PressAsync(admin, asked, asked.Buttons[0].Label, await bot.PrivateAsync(admin));
        await bot.SayAsync(person, "我的", room: await bot.PrivateAsync(person));
        await bot.Services.GetRequiredService<IAccessLinks>().CreateAsync(person.Office, person.Person, LinkPurpose.Chat, default);
        await bot.QuietAsync();
    }

    private async Task OpenAsync() => (bot, isClosed) = (await RunningBot.StartAsync(folder, settings), false);

    // A running host writes down the time and that it lives.
    private async Task CloseAsync()
    {
        await bot.DisposeAsync();
        isClosed = true;
    }

    private async Task<string> StoredAsync()
    {
        await using var at = StoreAt.Of(Settings.Read([$"--SafetyMonth:DataFolder={folder}", .. settings]));
        return await EverythingStored.ReadAsync(at.Store);
    }

    private async Task<(int Code, string Told)> EraseAsync(params string[] more)
    {
        await using var output = new StringWriter();
        string[] who = more.Contains("--person") ? [] : ["--person", person.Person.Value.ToString()];
        var code = await ErasePerson.RunAsync(["--office", "白塔街道应急办（演示）", "--data", folder, .. who, .. more, .. settings], output, TextWriter.Null, default);
        return (code, output.ToString());
    }

    private string[] Photos() => Directory.GetFiles(Path.Combine(folder, "blobs"), "*", SearchOption.AllDirectories);

    // Deleted rows leave their bytes in free places of a file: not even those are there.
    private void AssertNotInFiles()
    {
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var content = File.ReadAllBytes(file);
            foreach (var trace in Traces()) Assert.True(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(trace)) < 0, $"{Path.GetFileName(file)} still holds {trace}");
        }
    }

    private Task<List<string>> DuesAsync() => bot.Store.ReadAsync(
        async db => (await db.Dues.OrderBy(d => d.Id).ToListAsync()).ConvertAll(d => $"{d.Id} {d.State} {d.MetBySubmissionId} {d.MetAt:O}"), default);

    private async Task<string> FormAsync()
    {
        using var admin = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
        var unit = await UnitAsync();
        var files = await Task.WhenAll(admin.FileAsync("/files/baita-2024/form1.json"), admin.FileAsync($"/files/baita-2024/form1.json?unit={unit}"));
        return string.Join('\n', files.SelectMany(f => Figures().Matches(Encoding.UTF8.GetString(f.Content)).Select(m => m.Value)));
    }

    private async Task WorksAsync()
    {
        var admin = await bot.PersonAsync("应急办管理员");
        using var console = await ConsoleClient.EnterAsync(bot, admin);
        var records = await console.PageAsync("/console/records");
        Assert.Contains("（原文已删除）", records, StringComparison.Ordinal);
        foreach (var record in Records().Matches(records).Select(m => m.Value).Distinct()) await console.PageAsync(record);
        foreach (var page in new[] { "/console", "/console/people", "/console/audit", "/console/units", "/console/pushes" }) await console.PageAsync(page);
        foreach (var file in new[] { "docx", "xlsx", "csv" }) Assert.Equal(System.Net.HttpStatusCode.OK, (await console.FileAsync($"/files/baita-2024/form1.{file}?unit={await UnitAsync()}")).Status);
        Assert.DoesNotContain(Name, string.Concat((await bot.SaidAsync(admin, await bot.GroupAsync(admin))).Select(e => e.Text)), StringComparison.Ordinal);

        // Somebody else goes on for the unit.
        var next = await bot.PersonAsync("新来的同志");
        await bot.Store.WriteAsync(
            async db => db.Liaisons.Add(new LiaisonRow
            {
                Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), OfficeId = office, PersonId = next.Person.Value, UnitId = await UnitAsync(), From = new DateOnly(2024, 6, 1), MayReport = true,
            }),
            default);
        Assert.Contains("已记", (await bot.AskAsync(next, "6月12日组织应急疏散演练4场")).Text, StringComparison.Ordinal);
    }

    private Task<Guid> UnitAsync() => bot.Store.ReadAsync(async db => (await db.Units.SingleAsync(u => u.OfficeId == office && u.Name == Unit)).Id, default);

    [GeneratedRegex("\"(value|slot|unit)\": [^\n]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();

    [GeneratedRegex("/console/records/[0-9a-f-]{36}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Records();
}

public sealed class ErasePersonOnSqliteTests : ErasePersonTests
{
    // Where the suite runs on PostgreSQL, the folder stands for a database there.
    protected override Task<string[]> DatabaseAsync(string folder) => OnPostgres.ArgumentsAsync(folder);
}

public sealed class ErasePersonOnPostgresTests : ErasePersonTests
{
    protected override async Task<string[]> DatabaseAsync(string folder)
    {
        var server = await PostgresServer.SharedAsync();
        return OnPostgres.Arguments(server.Connection(await server.DatabaseAsync(), mostConnections: 16));
    }
}
