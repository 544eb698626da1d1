using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.Console.ConsoleClient;

namespace Bot.Host.Tests.Console;

/// <summary>An admin hands a chat log in, looks through its senders, and follows it to its report.</summary>
public sealed class ImportPageTests : IAsyncLifetime
{
    private const string Imports = "/console/imports";
    private const string Slot = "lifeline.drill.attendance";

    private string data = "";
    private RunningBot bot = null!;
    private ConsoleClient admin = null!;

    public async ValueTask InitializeAsync()
    {
        data = await FreshOffice.CopyAsync();
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await bot.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Nothing_counts_before_it_is_confirmed_and_then_as_it_was_chosen()
    {
        var job = await HandInAsync("白塔社区 张三 2024/6/12 16:01:40\n6月12日组织应急疏散演练1场，51人参加\n\n老王 2024/6/12 16:02:40\n6月12日组织应急疏散演练1场，40人参加\n\n小李 2024/6/12 16:03:40\n6月12日组织应急疏散演练1场，30人参加\n");
        var page = await admin.PageAsync(job);
        Assert.Contains("白塔社区 张三", Words(page), StringComparison.Ordinal);
        Assert.Contains("没有对上", Words(page), StringComparison.Ordinal);
        Assert.Empty(await bot.TotalsAsync());

        var fields = Fields(page, $"{job}/start");
        var unit = (await bot.Store.ReadAsync(db => db.Units.Where(u => u.Name == "桃仙社区").Select(u => u.Id).SingleAsync(), default)).ToString();
        var of = Between(page, "<select name=\"", "记到\"").Select(s => s.Split("\" aria-label=\"")).ToDictionary(s => s[1], s => s[0]);
        await admin.PostAsync($"{job}/start", With(fields, (of["老王"], unit), (of["小李"], "-")));
        var words = await EndAsync(job);
        Assert.Contains("记入台账 2", words, StringComparison.Ordinal);
        Assert.Contains("发言人不计 1", words, StringComparison.Ordinal);
        Assert.Equal(91, (await bot.TotalsAsync())[Slot]);
        Assert.Empty(await bot.OutgoingAsync());
        Assert.Contains("导入旧消息", Words(await admin.PageAsync("/console/audit")), StringComparison.Ordinal);
        Assert.False(await bot.Store.ReadAsync(db => db.Blobs.AnyAsync(), default));

        await admin.PostAsync($"{job}/discard");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(job)).Status);
        Assert.Equal(91, (await bot.TotalsAsync())[Slot]);
    }

    [Fact]
    public async Task Stopped_in_the_middle_the_program_goes_on_with_it_at_its_next_start()
    {
        var text = new StringBuilder();
        var sum = 0;
        for (var i = 0; i < 300; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"白塔社区 张三 2024/6/{1 + (i / 25)} {8 + (i % 25 / 5)}:{10 + (i % 5)}:00\n6月{1 + (i / 25)}日组织应急疏散演练1场，{100 + i}人参加\n\n");
            sum += 100 + i;
        }

        var job = await HandInAsync(text.ToString());
        await admin.PostAsync($"{job}/start", Fields(await admin.PageAsync(job), $"{job}/start"));
        await UntilAsync(async () => await bot.Store.ReadAsync(db => db.Messages.AnyAsync(), default));
        admin.Dispose();
        await bot.DisposeAsync();
        await OpenAsync();
        await EndAsync(job);
        Assert.Equal(300, await bot.Store.ReadAsync(db => db.Messages.CountAsync(), default));
        Assert.Equal(sum, (await bot.TotalsAsync())[Slot]);
    }

    [Theory]
    [InlineData("a.txt", "没有抬头的几行字\n第二行\n", "", "", "", "file")]
    [InlineData("a.html", "<html>", "", "", "", "file")]
    [InlineData("a.txt", "张三 昨天 15:02\n演练1场\n", "", "", "", "copied")]
    [InlineData("a.txt", "张三 2024/6/12 16:01\n演练1场\n", "老群", "", "", "campaign")]
    [InlineData("a.txt", "张三 2024/6/12 16:01\n演练1场\n", "", "", "6月", "copied")]
    public async Task What_cannot_be_read_is_refused_with_what_is_to_be_given_and_nothing_is_kept(string file, string text, string name, string campaign, string copied, string field)
    {
        var group = name.Length > 0 ? "" : await GroupAsync();
        var (status, page, _) = await admin.HandInAsync(Imports, "file", file, Encoding.UTF8.GetBytes(text), ("group", group), ("name", name), ("campaign", campaign), ("copied", copied));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(field == "file" ? "note fault\" id=\"file-note\" role=\"alert\"" : $"id=\"{field}-import\"", page, StringComparison.Ordinal);
        Assert.Contains("fault", page, StringComparison.Ordinal);
        Assert.DoesNotContain("--", Words(page).Replace("<!--", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(await bot.Store.ReadAsync(db => db.Settings.AnyAsync(s => s.Key.StartsWith("import ")), default));
        Assert.False(await bot.Store.ReadAsync(db => db.Blobs.AnyAsync(), default));
    }

    [Fact]
    public async Task Another_offices_import_is_not_there()
    {
        var job = await HandInAsync("白塔社区 张三 2024/6/12 16:01:40\n6月12日组织应急疏散演练1场，51人参加\n");
        using var other = await EnterAsync(bot, await OtherOffice.OwnerAsync(bot.Store));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(job)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"{job}/start")).Status);
        Assert.Empty(Links(await other.PageAsync(Imports), $"{Imports}/"));
    }

    private async Task OpenAsync()
    {
        bot = await RunningBot.StartAsync(data);
        admin = await EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
    }

    private async Task<string> HandInAsync(string text)
    {
        var (status, page, to) = await admin.HandInAsync(Imports, "file", "群聊.txt", Encoding.UTF8.GetBytes(text), ("group", await GroupAsync()), ("name", ""), ("campaign", ""), ("copied", ""), ("dates", ""));
        Assert.True(status == HttpStatusCode.SeeOther, Words(page));
        return to!;
    }

    private async Task<string> GroupAsync() => (await bot.Store.ReadAsync(db => db.Groups.Select(g => g.Id).FirstAsync(), default)).ToString();

    private async Task<string> EndAsync(string job)
    {
        await UntilAsync(() => bot.Store.ReadAsync(db => db.Settings.AnyAsync(s => s.Key.StartsWith("import ") && s.Value.Contains("\"Stage\":\"Done\"")), default));
        return Words(await admin.PageAsync(job));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!await isSo()) patience.Token.ThrowIfCancellationRequested();
    }
}
