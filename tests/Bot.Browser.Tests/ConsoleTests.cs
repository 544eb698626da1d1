using Bot.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>The console's pages of dues and pushes as a clerk has them: on a phone, by keyboard, without scripts, read aloud.</summary>
public sealed class ConsoleTests(Chromium chromium)
{
    private const string Campaign = "/console/campaigns/baita-2024";
    private const string Progress = Campaign + "/dues/shenyang-progress";

    private static readonly BrowserNewContextOptions NoScripts = new(ChatWindow.Phone) { JavaScriptEnabled = false };

    public static TheoryData<string> Pages =>
    [
        "/console", "/console/dues", Progress, Progress + "?day=2024-12-25#chosen", Campaign + "/policy/summary", "/console/calendar?month=2024-10",
        "/console/pushes", "/console/pushes?view=Planned", "/console/pushes?view=Skipped", "/console/undelivered", "/console/plans",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_control_has_a_name_and_text_stands_out(string path)
    {
        foreach (var how in new[] { ChatWindow.Desktop, ChatWindow.Phone })
        {
            await using var window = await ConsoleWindow.OpenAsync(chromium, path, how);
            var nodes = await Inspection.TreeAsync(window.Page);
            Assert.Empty(Inspection.Nameless(nodes));
            Assert.Equal(1, await window.Page.Locator("h1").CountAsync());
            foreach (var landmark in new[] { "banner", "main", "navigation" }) Assert.Contains(nodes, n => n.Role == landmark);
            Assert.Empty(await Inspection.WeakTextAsync(window.Page));
            Assert.Empty(window.Complaints);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Phone_shows_nothing_sideways_and_has_targets_for_fingers(string path)
    {
        await using var window = await ConsoleWindow.OpenAsync(chromium, path, ChatWindow.Phone);
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var small = await window.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("main button, main .button, main select, main input:not([type=hidden], [type=checkbox]), main label.tick, main a.cell, main a.mark")]
              .filter((e) => e.checkVisibility())
              .map((e) => [e, e.getBoundingClientRect()])
              .filter(([, box]) => box.height < 40)
              .map(([e, box]) => `${e.className || e.name || e.tagName} ${box.width}×${box.height}`)
            """);
        Assert.Empty(small);
    }

    [Fact]
    public async Task Wide_matrix_scrolls_inside_and_keeps_the_units_in_sight()
    {
        await using var window = await ConsoleWindow.OpenAsync(chromium, Progress, ChatWindow.Phone);
        var unit = window.Page.GetByRole(AriaRole.Rowheader, new() { Name = "白塔社区" });
        var before = await unit.BoundingBoxAsync();
        await window.Page.Locator(".scroll").EvaluateAsync("scroll => scroll.scrollLeft = 10000");
        var (after, last) = (await unit.BoundingBoxAsync(), await window.Page.Locator(".matrix thead th").Last.BoundingBoxAsync());
        Assert.Equal(before!.X, after!.X);
        Assert.InRange(last!.X, after.X + after.Width - 1, 390);
    }

    [Fact]
    public async Task Clerk_excuses_a_unit_with_keys_only()
    {
        await using var window = await ConsoleWindow.OpenAsync(chromium, Campaign + "/dues/shenyang-summary");
        var (page, keys) = (window.Page, window.Page.Keyboard);
        await ReachAsync(page, "document.activeElement.matches('.scroll')");
        await ReachAsync(page, "document.activeElement.matches('.matrix thead a')");
        await keys.PressAsync("Enter");
        await Expect(page.Locator("#chosen")).ToBeInViewportAsync();
        await ReachAsync(page, "document.activeElement.parentElement.textContent.trim() === '沈营社区'");
        await keys.PressAsync("Space");
        await ReachAsync(page, "document.activeElement.name === 'because'");
        await keys.TypeAsync("并入白塔社区一起报");
        await keys.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("已记为免报。");
        await Expect(page.Locator("tr", new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "沈营社区" }) }).Locator(".cell")).ToHaveTextAsync("－免报");
    }

    [Fact]
    public async Task Policy_is_tried_out_and_kept_without_scripts()
    {
        await using var window = await ConsoleWindow.OpenAsync(chromium, Campaign + "/policy/shenyang-summary", NoScripts);
        var page = window.Page;
        var added = page.GetByLabel("新的一步：发什么").First;
        await added.SelectOptionAsync("Reminder");
        await page.GetByLabel("新的一步：几天").First.FillAsync("9");
        await page.GetByLabel("新的一步：几点").First.FillAsync("22:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("有1处要改");
        await Expect(page.Locator("[aria-invalid]")).ToHaveCountAsync(2);

        await page.Locator("input[type=time][aria-invalid]").FillAsync("10:10");
        await page.GetByRole(AriaRole.Button, new() { Name = "预览", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("还没有保存");
        await Expect(page.Locator(".preview")).ToContainTextAsync("12月16日 周一 10:10");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("提醒规则已保存。");
        await page.GetByRole(AriaRole.Button, new() { Name = "恢复默认" }).ClickAsync();
        await Expect(page.Locator(".preview")).Not.ToContainTextAsync("10:10");
    }

    [Fact]
    public async Task Enter_in_a_field_of_the_policy_tries_out_and_keeps_nothing()
    {
        await using var window = await ConsoleWindow.OpenAsync(chromium, Campaign + "/policy/summary");
        await window.Page.GetByLabel("比方案提前几天").FillAsync("2");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("还没有保存");
        await window.GoAsync(chromium, Campaign + "/policy/summary");
        await Expect(window.Page.GetByLabel("比方案提前几天")).ToHaveValueAsync("0");
    }

    private static async Task ReachAsync(IPage page, string there)
    {
        for (var i = 0; i < 80 && !await page.EvaluateAsync<bool>(there); i++) await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>(there), there);
    }
}
