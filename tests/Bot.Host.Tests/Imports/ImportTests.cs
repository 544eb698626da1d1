using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Domain.Messages;
using Bot.Host.Tests.Console;
using Bot.Host.Verbs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Host.Tests.Imports;

/// <summary>A chat's past comes in by the verb, goes the way of every message, and counts once.</summary>
public abstract class ImportTests : IAsyncLifetime
{
    private const string Group = "社区安全员联络群";
    private const string Slot = "lifeline.drill.attendance";

    private string data = "";
    private string logs = "";
    private string[] database = [];

    private protected abstract Task<string[]> DatabaseAsync();

    public virtual async ValueTask InitializeAsync()
    {
        data = await FreshOffice.CopyAsync();
        database = await DatabaseAsync();
        logs = Directory.CreateTempSubdirectory("safetymonth-logs").FullName;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        foreach (var folder in new[] { data, logs }.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nothing_counts_before_it_is_confirmed()
    {
        var (code, said) = await ImportAsync(Telegram((1, "user1", "白塔社区 张三", "6月12日组织应急疏散演练1场，51人参加", null)));
        Assert.Equal(0, code);
        Assert.Contains("白塔社区 张三\t1\t白塔社区", said, StringComparison.Ordinal);
        Assert.Contains("什么都没有记入", said, StringComparison.Ordinal);
        await using var bot = await RunningBot.StartAsync(data, database);
        Assert.Empty(await bot.TotalsAsync());
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.Messages.CountAsync(), default));
    }

    [Fact]
    public async Task It_counts_with_its_own_times_and_the_group_hears_nothing()
    {
        var (code, said) = await ImportAsync(Telegram(
            (1, "user1", "白塔社区 张三", "6月12日组织应急疏散演练1场，51人参加", null), (2, "user1", "白塔社区 张三", "催报", null), (3, "user2", "路人", "6月12日组织应急疏散演练1场，40人参加", null)), "--yes");
        Assert.Equal((0, "1", "1"), (code, Line(said, "记入台账"), Line(said, "待认领")));
        await using var bot = await RunningBot.StartAsync(data, database);
        Assert.Equal(51, (await bot.TotalsAsync())[Slot]);
        Assert.Empty(await bot.OutgoingAsync());
        var said1 = await bot.Store.ReadAsync(db => db.Messages.SingleAsync(m => m.ExternalId == "tg99-1"), default);
        Assert.Equal((Platform.Import, new DateTimeOffset(2024, 6, 12, 8, 1, 0, TimeSpan.Zero)), (said1.Platform, said1.SaidAt));
    }

    [Fact]
    public async Task Importing_twice_and_exports_that_overlap_count_once()
    {
        var first = (1, "user1", "白塔社区 张三", "6月12日组织应急疏散演练1场，51人参加", (string?)null);
        await ImportAsync(Telegram(first), "--yes");
        var (_, again) = await ImportAsync(Telegram(first, (2, "user1", "白塔社区 张三", "6月11日组织应急疏散演练1场，40人参加", null)), "--yes");
        Assert.Equal(("1", "1", "2"), (Line(again, "以前导入过"), Line(again, "本次导入"), Line(again, "记入台账")));
        var (_, copied) = await ImportAsync(Text("白塔社区 张三 2024/6/12 16:01:40\n6月12日组织应急疏散演练1场，51人参加\n"), "--yes");
        Assert.Equal("1", Line(copied, "群里已经收到过"));
        await using var bot = await RunningBot.StartAsync(data, database);
        Assert.Equal(91, (await bot.TotalsAsync())[Slot]);
    }

    [Fact]
    public async Task What_the_group_said_live_is_not_counted_again()
    {
        DateTimeOffset at;
        await using (var bot = await RunningBot.StartAsync(data, database))
        {
            var person = await bot.PersonAsync("白塔社区安全员");
            await bot.AskAsync(person, "6月12日组织应急疏散演练1场，51人参加");
            await bot.QuietAsync();
            at = await bot.Store.ReadAsync(db => db.Messages.Select(m => m.SaidAt).FirstAsync(), default);
        }

        var minute = at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy/M/d H:mm", CultureInfo.InvariantCulture);
        var (_, said) = await ImportAsync(Text($"白塔社区安全员 {minute}\n6月12日组织应急疏散演练1场，51人参加\n"), "--yes");
        Assert.Equal(("1", "0"), (Line(said, "群里已经收到过"), Line(said, "本次导入")));
        await using var after = await RunningBot.StartAsync(data, database);
        Assert.Equal(51, (await after.TotalsAsync())[Slot]);
    }

    [Fact]
    public async Task An_edit_in_a_later_export_replaces_the_former_words()
    {
        await ImportAsync(Telegram((1, "user1", "白塔社区 张三", "6月12日组织应急疏散演练1场，51人参加", null)), "--yes");
        var (_, said) = await ImportAsync(Telegram((1, "user1", "白塔社区 张三", "6月12日组织应急疏散演练1场，61人参加", "1718262150")), "--yes");
        Assert.Equal("1", Line(said, "改过，按新的重记"));
        await using var bot = await RunningBot.StartAsync(data, database);
        Assert.Equal(61, (await bot.TotalsAsync())[Slot]);
    }

    [Fact]
    public async Task The_review_table_can_be_changed_and_given_back()
    {
        var log = Telegram((1, "user1", "老王", "6月12日组织应急疏散演练1场，51人参加", null), (2, "user2", "白塔社区机器人", "6月12日组织应急疏散演练1场，40人参加", null));
        var table = Path.Combine(logs, "senders.csv");
        await ImportAsync(log, "--review", table);
        var lines = (await File.ReadAllLinesAsync(table)).Select(l => l.StartsWith("user1,", StringComparison.Ordinal) ? l.Replace(",,,待认领", ",桃仙社区,王工,计入", StringComparison.Ordinal) : l.Replace("计入", "不计", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(table, lines, new UTF8Encoding(true));
        var (_, said) = await ImportAsync(log, "--senders", table, "--yes");
        Assert.Equal(("1", "1"), (Line(said, "发言人不计"), Line(said, "记入台账")));
        await using var bot = await RunningBot.StartAsync(data, database);
        Assert.Equal(51, (await bot.TotalsAsync())[Slot]);
        Assert.True(await bot.Store.ReadAsync(db => db.People.AnyAsync(p => p.Name == "王工"), default));
    }

    [Fact]
    public async Task A_group_no_bot_was_ever_in_is_made_for_its_past()
    {
        var (refused, wanted) = await ImportAsync(Text("白塔社区 张三 2024/6/12 16:01:40\n组织应急疏散演练1场，51人参加\n"), "--group", "老微信群");
        Assert.Equal(64, refused);
        Assert.Contains("--campaign", wanted, StringComparison.Ordinal);
        var (code, said) = await ImportAsync(Text("白塔社区 张三 2024/6/12 16:01:40\n组织应急疏散演练1场，51人参加\n"), "--group", "老微信群", "--campaign", "baita-2024", "--yes");
        Assert.Equal((0, "1"), (code, Line(said, "记入台账")));
    }

    [Fact]
    public async Task Photos_beside_the_log_come_with_it_and_nothing_outside_its_folder_does()
    {
        await File.WriteAllTextAsync(Path.Combine(data, "secret.txt"), "secret");
        Directory.CreateDirectory(Path.Combine(logs, "photos"));
        await File.WriteAllBytesAsync(Path.Combine(logs, "photos", "a.jpg"), Bot.Host.Simulation.RehearsalPhoto.Of(1));
        var outside = Path.GetRelativePath(logs, Path.Combine(data, "secret.txt"));
        var file = Path.Combine(logs, "result.json");
        await File.WriteAllTextAsync(file, $$"""
            {"id":99,"messages":[
            {"id":1,"type":"message","date_unixtime":"1718179260","from":"白塔社区 张三","from_id":"user1","text":"6月12日组织应急疏散演练1场，51人参加","photo":"photos/a.jpg"},
            {"id":2,"type":"message","date_unixtime":"1718179320","from":"白塔社区 张三","from_id":"user1","text":"附件","file":"{{outside}}"}]}
            """);
        var (_, said) = await ImportAsync(file, "--yes");
        Assert.Equal(("1", "1"), (Line(said, "照片和文件"), Line(said, "没有随附的照片和文件")));
        await using var bot = await RunningBot.StartAsync(data, database);
        Assert.Equal("a.jpg", (await bot.Store.ReadAsync(db => db.Attachments.SingleAsync(), default)).Name);
    }

    [Fact]
    public async Task A_question_about_an_old_message_is_asked_nobody_and_stands_with_its_submission()
    {
        var (_, said) = await ImportAsync(Telegram((1, "user1", "白塔社区 张三", "6月12日组织应急疏散演练1场，几十人参加", null)), "--yes");
        Assert.Equal("1", Line(said, "有疑问"));
        await using var bot = await RunningBot.StartAsync(data, database);
        using var admin = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
        Assert.Contains("都送到了", ConsoleClient.Words(await admin.PageAsync("/console/undelivered")), StringComparison.Ordinal);

        var record = ConsoleClient.Links(await admin.PageAsync("/console/records?mark=Open"), "/console/records/")[0];
        var page = await admin.PageAsync(record);
        Assert.Contains($"{Group}（导入的旧消息）", ConsoleClient.Words(page), StringComparison.Ordinal);
        Assert.Contains("旧消息，不在群里问", ConsoleClient.Words(page), StringComparison.Ordinal);
        await admin.PostAsync(Regex.Match(page, "/console/records/[^\"]*/settle", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        Assert.Empty(ConsoleClient.Links(await admin.PageAsync("/console/records?mark=Open"), "/console/records/"));
        Assert.Contains("不记", ConsoleClient.Words(await admin.PageAsync(record)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_off_in_the_middle_it_goes_on_without_loss_or_doubles()
    {
        var many = Enumerable.Range(1, 600).Select(i => (i, "user1", "白塔社区 张三", $"6月{1 + (i % 12)}日组织应急疏散演练1场，{100 + i}人参加", (string?)null)).ToArray();
        using var stop = new CancellationTokenSource();
        await using (var screen = new StoppingWriter(stop))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Import.RunAsync([Telegram(many), "--group", Group, "--data", data, .. database, "--yes"], TextWriter.Null, screen, stop.Token));
        }

        var (code, said) = await ImportAsync(Telegram(many), "--yes");
        Assert.Equal(0, code);
        Assert.Equal(600, int.Parse(Line(said, "以前导入过"), CultureInfo.InvariantCulture) + int.Parse(Line(said, "本次导入"), CultureInfo.InvariantCulture));
        Assert.NotEqual("600", Line(said, "本次导入"));
        await using var bot = await RunningBot.StartAsync(data, database);
        Assert.Equal(many.Sum(m => 100 + m.i), (await bot.TotalsAsync())[Slot]);
    }

    private static string Line(string said, string head) => said.Split('\n').Select(l => l.TrimEnd('\r').Split('\t')).LastOrDefault(l => l[0].StartsWith(head, StringComparison.Ordinal))?[^1] ?? "";

    private string Telegram(params (int Id, string From, string Name, string Text, string? Edited)[] messages)
    {
        var lines = messages.Select(m =>
            $$"""{"id":{{m.Id}},"type":"message","date_unixtime":"{{1_718_179_200 + (m.Id * 60)}}",{{(m.Edited is null ? "" : $"\"edited_unixtime\":\"{m.Edited}\",")}}"from":"{{m.Name}}","from_id":"{{m.From}}","text":"{{m.Text}}"}""");
        var file = Path.Combine(logs, "result.json");
        File.WriteAllText(file, $$"""{"name":"群","type":"private_supergroup","id":99,"messages":[{{string.Join(",\n", lines)}}]}""");
        return file;
    }

    private string Text(string text)
    {
        var file = Path.Combine(logs, "log.txt");
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<(int Code, string Said)> ImportAsync(string file, params string[] more)
    {
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        string[] group = more.Contains("--group") ? [] : ["--group", Group];
        var code = await Import.RunAsync([file, .. group, "--data", data, .. database, .. more], said, said, TestContext.Current.CancellationToken);
        SqliteConnection.ClearAllPools();
        return (code, said.ToString());
    }

    /// <summary>A screen that breaks the import off once it shows some way.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void WriteLine(string? value)
        {
            if (value?.StartsWith('[') == true) stop.Cancel();
        }
    }
}

public sealed class ImportOnSqliteTests : ImportTests
{
    public override ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OnPostgres.IsAsked, "on PostgreSQL the same tests run in a class of their own");
        return base.InitializeAsync();
    }

    private protected override Task<string[]> DatabaseAsync() => Task.FromResult<string[]>([]);
}

public sealed class ImportOnPostgresTests : ImportTests
{
    private protected override Task<string[]> DatabaseAsync() => FreshOffice.OnPostgresAsync();
}
