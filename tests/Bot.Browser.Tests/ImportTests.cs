using Bot.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>A chat log handed in and looked through on a phone. It is not begun: the other tests share the program.</summary>
public sealed class ImportTests(Chromium chromium)
{
    private const string Log = """
        白塔社区 张三 2024/6/12 16:01:40
        6月12日组织应急疏散演练1场，51人参加

        老王 2024/6/12 16:02:40
        收到
        """;

    [Fact]
    public async Task A_log_is_dropped_in_its_senders_are_looked_through_and_it_is_put_away_on_a_phone()
    {
        await using var window = await ConsoleWindow.OpenAsync(chromium, "/console/groups", ChatWindow.Phone);
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "导入旧消息" }).ClickAsync();
        await InspectAsync(page);

        var files = await page.EvaluateHandleAsync("text => { const files = new DataTransfer(); files.items.add(new File([text], '群聊.txt', { type: 'text/plain' })); return files; }", Log);
        await page.DispatchEventAsync(".drop", "drop", new { dataTransfer = files });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并核对" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("群聊.txt");
        await Expect(page.GetByLabel("白塔社区 张三记到")).ToHaveValueAsync("=");
        await Expect(page.GetByLabel("老王记到")).ToHaveValueAsync("?");
        await page.GetByLabel("老王记到").SelectOptionAsync("不计");
        await InspectAsync(page);

        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "不导入了" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("导入旧消息");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "群聊.txt" })).ToHaveCountAsync(0);
    }

    private static async Task InspectAsync(IPage page)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(Inspection.Nameless(await Inspection.TreeAsync(page)));
        Assert.Empty(await Inspection.WeakTextAsync(page));
    }
}
