using System.Net;
using Bot.Adapters.Access;
using Bot.Adapters.WebChat;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Host.Tests.Console;

/// <summary>The console on the running program: what admins see and do, and what others do not.</summary>
public sealed class ConsoleTests : IAsyncLifetime
{
    private const string Form = "/console/campaigns/baita-2024/form/form1";
    private const string Drills = Form + "/cell/lifeline.drill.sessions";

    private RunningBot bot = null!;
    private Viewer owner = null!;
    private ConsoleClient admin = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await RunningBot.StartAsync();
        owner = await bot.PersonAsync("应急办管理员");
        admin = await ConsoleClient.EnterAsync(bot, owner);
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_but_an_admin_with_a_console_link_gets_in()
    {
        using var nobody = new ConsoleClient(bot.Address);
        using var liaison = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("白塔社区安全员"), LinkPurpose.Chat);
        using var chatting = await ConsoleClient.EnterAsync(bot, owner, LinkPurpose.Chat);
        foreach (var path in new[] { "/console", "/console/records", "/console/people", Form })
        {
            foreach (var client in new[] { nobody, liaison, chatting })
            {
                var (status, _, location) = await client.GetAsync(path);
                Assert.Equal(HttpStatusCode.Redirect, status);
                Assert.Matches("/who|/console/enter", location);
            }
        }

        Assert.Contains("白塔街道2024年", await admin.PageAsync("/console"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_of_the_form_opens_to_the_message_it_came_from()
    {
        await SayAsync("白塔社区安全员", "6月13日下午，我社区组织应急疏散演练2场，一百二十余人参加，电话13900000000");
        await SayAsync("桃仙社区安全员", "6月12日组织应急疏散演练3场，80人参加");

        var page = await admin.PageAsync(Form);
        Assert.Contains("应报13家，已报2家", page, StringComparison.Ordinal);
        var cells = ConsoleClient.Links(page, Form + "/cell/");
        Assert.Contains(Drills, cells);
        foreach (var cell in cells) Assert.Contains("<mark", await admin.PageAsync(cell), StringComparison.Ordinal);

        var drills = await admin.PageAsync(Drills);
        Assert.Contains("5场", ConsoleClient.Words(drills), StringComparison.Ordinal);
        Assert.Contains("<mark class=\"figure\"", drills, StringComparison.Ordinal);
        Assert.Contains("139****0000", drills, StringComparison.Ordinal);
        Assert.DoesNotContain("13900000000", drills, StringComparison.Ordinal);

        var record = Assert.Single(ConsoleClient.Links(drills, "/console/records/").Where(l => l.Length > 20).Skip(1));
        Assert.Contains("一百二十余人", await admin.PageAsync(record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_is_filled_for_a_period_and_a_unit()
    {
        await SayAsync("白塔社区安全员", "6月13日组织应急疏散演练2场");
        await SayAsync("桃仙社区安全员", "6月4日组织应急疏散演练3场");
        var unit = await UnitAsync("桃仙社区");

        Assert.Contains("5场", await CellAsync(""), StringComparison.Ordinal);
        Assert.Contains("2场", await CellAsync("?period=本周"), StringComparison.Ordinal);
        Assert.Contains("3场", await CellAsync("?period=上周"), StringComparison.Ordinal);
        Assert.Contains("3场", await CellAsync("?period=days&from=2024-06-04&to=2024-06-04"), StringComparison.Ordinal);
        Assert.Contains("3场", await CellAsync($"?unit={unit}"), StringComparison.Ordinal);
        Assert.Contains("空", await CellAsync($"?unit={unit}&period=本周"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.GetAsync($"{Form}?from=soon")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.GetAsync($"{Form}?from=2024-06-05&to=2024-06-04")).Status);
        foreach (var missing in new[] { $"{Form}?unit=x", $"{Form}?unit={Guid.Empty}", "/console/campaigns/baita-2024/form/none", "/console/campaigns/none", Form + "/cell/none" })
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(missing)).Status);
    }

    [Fact]
    public async Task What_a_stranger_said_is_claimed_with_one_tap_and_counts_from_when_it_was_said()
    {
        var stranger = await bot.PersonAsync("新来的同志");
        await bot.AskAsync(stranger, "塔北社区6月11日组织应急疏散演练4场");
        await bot.QuietAsync();
        Assert.Empty(await bot.TotalsAsync());

        var page = await admin.PageAsync("/console/unclaimed");
        Assert.Contains("塔北社区（可能是）", page, StringComparison.Ordinal);
        var action = ConsoleClient.Between(page, "action=\"", "\"").Single(a => a.StartsWith("/console/unclaimed/", StringComparison.Ordinal));
        var (wrong, again, _) = await admin.PostAsync(action, ("unit", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong);
        Assert.Contains("请选择单位", again, StringComparison.Ordinal);

        var (status, _, location) = await admin.PostAsync(action, ("unit", await UnitAsync("塔北社区")));
        Assert.Equal((HttpStatusCode.SeeOther, "/console/unclaimed?done=claimed"), (status, location));
        Assert.Equal(4, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
        Assert.Contains("没有待认领", await admin.PageAsync("/console/unclaimed"), StringComparison.Ordinal);
        Assert.Contains("认领报送", await admin.PageAsync("/console/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_doubtful_figure_is_listed_and_settled()
    {
        await SayAsync("白塔社区安全员", "5月20日组织应急疏散演练2场");
        var list = await admin.PageAsync("/console/records?mark=Doubtful");
        var record = ConsoleClient.Links(list, "/console/records/").Single();
        var page = await admin.PageAsync(record);
        Assert.Contains("待核", page, StringComparison.Ordinal);
        Assert.Contains("待核", ConsoleClient.Words(await admin.PageAsync(Drills)), StringComparison.Ordinal);

        foreach (var settle in ConsoleClient.Between(page, "action=\"", "\"").Where(a => a.EndsWith("/settle", StringComparison.Ordinal)))
            Assert.Equal(HttpStatusCode.SeeOther, (await admin.PostAsync(settle)).Status);
        Assert.Contains("核对无误", ConsoleClient.Words(await admin.PageAsync(record)), StringComparison.Ordinal);
        Assert.Empty(ConsoleClient.Links(await admin.PageAsync("/console/records?mark=Doubtful"), "/console/records/"));
    }

    [Fact]
    public async Task Every_page_that_is_linked_opens()
    {
        await SayAsync("白塔社区安全员", "6月13日组织应急疏散演练2场，一百二十余人参加，发放宣传资料500份，慰问老人三四十人");
        await SayAsync("白塔社区安全员", "更正：演练3场");
        await bot.AskAsync(await bot.PersonAsync("新来的同志"), "塔北社区6月11日组织应急疏散演练4场");
        await admin.PostAsync("/console/groups", ("name", "企业群"), ("where", "elsewhere"));
        await admin.PostAsync("/console/people/codes", ("unit", await UnitAsync("石庙子村")));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/console"]);
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            var page = await admin.PageAsync(path);
            // Code that was meant to run and stands in the page instead.
            Assert.DoesNotMatch("@(if|foreach|switch|\\()", page);
            foreach (var link in ConsoleClient.Links(page, "/console").Select(l => l.Split('#')[0]).Where(l => !l.Contains("unit=", StringComparison.Ordinal))) waiting.Enqueue(link);
        }

        Assert.True(seen.Count > 60);
    }

    [Fact]
    public async Task A_post_from_another_site_changes_nothing()
    {
        var (status, _, _) = await admin.PostFromAsync("/console/units", "cross-site", [("name", "冒名社区")]);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.DoesNotContain("冒名社区", await admin.PageAsync("/console/units"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_entered_wrongly_stays_in_its_field_with_the_reason_beside_it()
    {
        var (status, page, _) = await admin.PostAsync("/console/units", ("name", "白塔社区"), ("type", "社区"), ("joined", "2024-06-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("已有单位叫“白塔社区”", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2024-06-01\"", page, StringComparison.Ordinal);

        (status, page, _) = await admin.PostAsync("/console/units", ("name", "新社区"), ("joined", "六月"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("日期请写成", page, StringComparison.Ordinal);

        (status, page, _) = await admin.PostAsync("/console/units/import", ("list", "甲社区\n甲社区"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("第2行", page, StringComparison.Ordinal);

        (status, page, _) = await admin.PostAsync("/console/units/import", ("list", new string('社', 600_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("内容太多", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_in_what_people_write_is_shown_and_never_run()
    {
        await SayAsync("白塔社区安全员", "<script>alert(1)</script>6月13日组织应急疏散演练2场");
        await admin.PostAsync("/console/units", ("name", "<b>社区"), ("aliases", "\"><script>"));
        foreach (var path in new[] { "/console", "/console/records", "/console/units", Drills, Form, "/console/people", "/console/audit" })
        {
            var page = await admin.PageAsync(path);
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>社区", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_personal_link_is_shown_once_and_opens_the_chat()
    {
        var (_, _, location) = await admin.PostAsync("/console/people", ("name", "新任联络员"), ("role", "Liaison"), ("unit", await UnitAsync("金谷社区")));
        var person = location!.Split('?')[0];
        var (status, page, _) = await admin.PostAsync(person + "/link");
        Assert.Equal(HttpStatusCode.OK, status);
        var link = "/i/" + Assert.Single(ConsoleClient.Between(page, "/i/", "<"));
        Assert.DoesNotContain(link, await admin.PageAsync(person), StringComparison.Ordinal);

        using var phone = new ConsoleClient(bot.Address);
        Assert.Equal(HttpStatusCode.SeeOther, (await phone.PostAsync(link)).Status);
        using var other = new ConsoleClient(bot.Address);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync(link)).Status);
        await admin.PostAsync(person + "/link/revoke");
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.PostAsync(link)).Status);
    }

    [Fact]
    public async Task A_join_code_makes_a_liaison_in_the_chat()
    {
        var unit = await UnitAsync("石庙子村");
        await admin.PostAsync("/console/people/codes", ("unit", unit));
        var page = await admin.PageAsync("/console/people");
        var code = Assert.Single(ConsoleClient.Between(page, "登记 ", "<"), c => c.Length == 8 && c.All(char.IsAsciiLetterOrDigit));
        Assert.Contains("石庙子村", (await bot.AskAsync(await bot.PersonAsync("新来的同志"), $"登记 {code}")).Text, StringComparison.Ordinal);
        await bot.AskAsync(await bot.PersonAsync("新来的同志"), "6月13日组织应急疏散演练2场");
        Assert.Equal(2, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
    }

    [Fact]
    public async Task An_admin_of_another_office_finds_nothing_of_ours()
    {
        await SayAsync("白塔社区安全员", "6月13日组织应急疏散演练2场");
        await bot.AskAsync(await bot.PersonAsync("新来的同志"), "塔北社区6月11日组织应急疏散演练4场");
        using var stranger = await ConsoleClient.EnterAsync(bot, await OtherOffice.OwnerAsync(bot.Store));
        var ours = new List<string> { Form, Drills, "/console/campaigns/baita-2024", "/files/baita-2024/form1.json" };
        foreach (var list in new[] { "/console/records", "/console/groups", "/console/units", "/console/people" })
            ours.AddRange(ConsoleClient.Links(await admin.PageAsync(list), list + "/"));
        Assert.True(ours.Count > 30);
        foreach (var path in ours) Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);

        foreach (var path in new[] { "/console", "/console/records", "/console/unclaimed", "/console/groups", "/console/units", "/console/people", "/console/audit" })
        {
            var words = ConsoleClient.Words(await stranger.PageAsync(path));
            Assert.Contains("别的街道", words, StringComparison.Ordinal);
            Assert.DoesNotContain("社区", words.Replace("社区、村、企业", "", StringComparison.Ordinal).Replace("白塔社区，社区，白塔", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("演练", words, StringComparison.Ordinal);
        }

        var unit = await UnitAsync("白塔社区");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/console/units/{unit}", ("name", "改了"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync("/console/people/codes", ("unit", unit))).Status);
        Assert.DoesNotContain("改了", await admin.PageAsync("/console/units"), StringComparison.Ordinal);
    }

    private async Task SayAsync(string person, string text) => await bot.AskAsync(await bot.PersonAsync(person), text);

    private async Task<string> CellAsync(string query) =>
        ConsoleClient.Words(await admin.PageAsync(Drills + query)).Split("合计")[1].Split("报数单位")[0];

    private Task<string> UnitAsync(string name) =>
        bot.Store.ReadAsync(async db => (await db.Units.SingleAsync(u => u.Name == name)).Id.ToString(), default);
}
