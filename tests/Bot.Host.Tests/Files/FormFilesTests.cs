using System.IO.Compression;
using System.Net;
using System.Text;
using Bot.Adapters.Access;
using Bot.Host.Tests.Console;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Host.Tests.Files;

/// <summary>Filled forms as files, for admins and for liaisons.</summary>
public sealed class FormFilesTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await RunningBot.StartAsync();
        await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), "6月13日组织应急疏散演练2场");
        await bot.AskAsync(await bot.PersonAsync("桃仙社区安全员"), "6月4日组织应急疏散演练3场");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("csv", "text/csv")]
    [InlineData("json", "application/json")]
    public async Task An_admin_gets_the_form_in_every_format(string format, string type)
    {
        using var admin = await AdminAsync();
        var file = await admin.FileAsync($"/files/baita-2024/form1.{format}");
        Assert.Equal((HttpStatusCode.OK, type), (file.Status, file.Type));
        Assert.EndsWith("_白塔街道应急办（演示）." + format, file.Name, StringComparison.Ordinal);
        var text = Text(format, file.Content);
        Assert.Contains("应急疏散演练", text, StringComparison.Ordinal);
        Assert.Contains("5", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_covers_the_days_and_unit_asked_for()
    {
        using var admin = await AdminAsync();
        var unit = await bot.Store.ReadAsync(async db => (await db.Units.SingleAsync(u => u.Name == "桃仙社区")).Id, default);
        Assert.Contains("\"value\": 2,", await JsonAsync(admin, "?from=2024-06-10&to=2024-06-16"), StringComparison.Ordinal);
        Assert.Contains("\"value\": 3,", await JsonAsync(admin, $"?unit={unit}"), StringComparison.Ordinal);
        Assert.Contains("演练2场", Text("csv", (await admin.FileAsync("/files/baita-2024/form1.csv?what=sources")).Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_liaison_gets_the_own_unit_whatever_the_address_asks_for()
    {
        using var liaison = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("桃仙社区安全员"), LinkPurpose.Chat);
        var other = await bot.Store.ReadAsync(async db => (await db.Units.SingleAsync(u => u.Name == "白塔社区")).Id, default);
        foreach (var query in new[] { "", $"?unit={other}" })
        {
            var json = await JsonAsync(liaison, query);
            Assert.Contains("\"unit\": \"桃仙社区\"", json, StringComparison.Ordinal);
            Assert.DoesNotContain("白塔社区", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_has_no_unit_or_is_not_signed_in_gets_no_file()
    {
        using var newcomer = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("新来的同志"), LinkPurpose.Chat);
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.FileAsync("/files/baita-2024/form1.xlsx")).Status);
        using var nobody = new ConsoleClient(bot.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.FileAsync("/files/baita-2024/form1.xlsx")).Status);
    }

    [Fact]
    public async Task Every_unit_has_its_own_form_in_the_zip_and_all_together_one()
    {
        using var admin = await AdminAsync();
        var file = await admin.FileAsync("/files/baita-2024/form1.zip");
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (file.Status, file.Type));
        using var zip = new ZipArchive(new MemoryStream(file.Content));
        var units = await bot.Store.ReadAsync(db => db.Units.OrderBy(u => u.Order).Select(u => u.Name).ToListAsync(), default);
        Assert.Equal(["00 汇总 白塔街道应急办（演示）.docx", .. units.Select((u, at) => $"{at + 1:D2} {u}.docx")], zip.Entries.Select(e => e.FullName));
        var own = zip.Entries.Single(e => e.FullName.Contains("桃仙社区", StringComparison.Ordinal));
        using var content = new MemoryStream();
        await (await own.OpenAsync()).CopyToAsync(content, TestContext.Current.CancellationToken);
        var words = Text("docx", content.ToArray());
        Assert.Contains("填报单位（盖章）：桃仙社区", words.Replace("</w:t></w:r><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\" /></w:rPr><w:t xml:space=\"preserve\">", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(">3<", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_branch_gets_its_own_zip_and_a_liaison_no_other_unit()
    {
        var branch = await bot.Store.WriteAsync(
            async db =>
            {
                var top = await db.Units.SingleAsync(u => u.Name == "白塔社区");
                (await db.Units.SingleAsync(u => u.Name == "桃仙社区")).ParentId = top.Id;
                return top.Id;
            },
            default);
        using var admin = await AdminAsync();
        using var zip = new ZipArchive(new MemoryStream((await admin.FileAsync($"/files/baita-2024/form1.zip?unit={branch}")).Content));
        Assert.Equal(["00 汇总 白塔社区.docx", "01 白塔社区.docx", "02 桃仙社区.docx"], zip.Entries.Select(e => e.FullName));
        using var liaison = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("桃仙社区安全员"), LinkPurpose.Chat);
        using var single = new ZipArchive(new MemoryStream((await liaison.FileAsync($"/files/baita-2024/form1.zip?unit={branch}")).Content));
        Assert.Equal(["01 桃仙社区.docx"], single.Entries.Select(e => e.FullName));
    }

    [Fact]
    public async Task The_office_says_how_figures_and_empty_blanks_are_written()
    {
        await bot.AskAsync(await bot.PersonAsync("桃仙社区安全员"), "6月5日组织集中宣讲1场，约120人参加");
        using var admin = await AdminAsync();
        Assert.Contains("约120", Text("docx", (await admin.FileAsync("/files/baita-2024/form1.docx")).Content), StringComparison.Ordinal);
        var (status, _, to) = await admin.PostAsync("/console/campaigns/baita-2024/form/form1/style", ("bounds", "bare"), ("empty", "Stroke"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("已保存", await admin.PageAsync(to!), StringComparison.Ordinal);
        var form = Text("docx", (await admin.FileAsync("/files/baita-2024/form1.docx")).Content);
        Assert.Contains(">120<", form, StringComparison.Ordinal);
        Assert.Contains("／", form, StringComparison.Ordinal);
        Assert.Contains("改填表方式", await admin.PageAsync("/console/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_says_who_owed_what_and_a_liaison_sees_the_own_line_alone()
    {
        using var admin = await AdminAsync();
        var all = Text("xlsx", (await admin.FileAsync("/files/baita-2024/form1.xlsx")).Content);
        Assert.Contains("应报", all, StringComparison.Ordinal);
        Assert.Contains("已报/应报", all, StringComparison.Ordinal);
        Assert.Contains("演练2场", all, StringComparison.Ordinal);
        using var liaison = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("桃仙社区安全员"), LinkPurpose.Chat);
        Assert.DoesNotContain("白塔社区", Text("xlsx", (await liaison.FileAsync("/files/baita-2024/form1.xlsx")).Content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/files/none/form1.xlsx", HttpStatusCode.NotFound)]
    [InlineData("/files/baita-2024/none.xlsx", HttpStatusCode.NotFound)]
    [InlineData("/files/baita-2024/form1.exe", HttpStatusCode.NotFound)]
    [InlineData("/files/baita-2024/all.docx", HttpStatusCode.NotFound)]
    [InlineData("/files/baita-2024/all.xlsx", HttpStatusCode.OK)]
    [InlineData("/files/baita-2024/form1.xlsx?unit=x", HttpStatusCode.NotFound)]
    [InlineData("/files/baita-2024/form1.xlsx?from=soon", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/files/baita-2024/form1.xlsx?from=2024-06-09&to=2024-06-08", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_not_there_is_not_made_up(string path, HttpStatusCode status)
    {
        using var admin = await AdminAsync();
        Assert.Equal(status, (await admin.FileAsync(path)).Status);
    }

    private async Task<ConsoleClient> AdminAsync() => await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));

    private static async Task<string> JsonAsync(ConsoleClient client, string query) =>
        Text("json", (await client.FileAsync("/files/baita-2024/form1.json" + query)).Content);

    private static string Text(string format, byte[] content)
    {
        if (format is "csv" or "json") return Encoding.UTF8.GetString(content);
        using var zip = new ZipArchive(new MemoryStream(content));
        return string.Concat(zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }
}
