using Bot.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>A plan handed in and looked through on a phone. Nothing is activated: the other tests share the program.</summary>
public sealed class PlanTests(Chromium chromium)
{
    private const string Plan = """
        河东街道2024年“安全生产月”活动方案
        一、活动时间
        2024年6月1日至6月30日
        二、主要活动
        （一）开展应急演练活动。各社区组织疏散演练。
        三、有关要求
        （一）各社区每周四前将活动图片和文字报送至联络群。
        （二）各社区于6月22日前将活动总结报送至街道应急办。
        附件1
        “安全生产月”活动进展情况统计表
        序号	活动项目	活动进展情况
        1	应急演练	开展应急演练（  ）场，参与（  ）人次
        """;

    [Fact]
    public async Task A_plan_is_handed_in_corrected_and_put_away_on_a_phone()
    {
        await using var window = await ConsoleWindow.OpenAsync(chromium, "/console/plans", ChatWindow.Phone);
        var page = window.Page;
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "河东方案.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Plan) });
        await page.GetByRole(AriaRole.Button, new() { Name = "读这份方案" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("河东街道2024年“安全生产月”活动方案");
        var draft = page.Url.Split('?')[0];

        // 22 June is a Saturday: the doubt leads to the hand-in it is about.
        await page.Locator("#doubts a", new() { HasText = "休息日" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(draft + "?done=plan#handin-1");
        await page.GetByRole(AriaRole.Link, new() { Name = "修改第2项" }).ClickAsync();
        await Expect(page.GetByLabel("哪天前")).ToHaveValueAsync("2024-06-22");
        await page.GetByLabel("什么时候报").SelectOptionAsync("weekly");
        await Expect(page.GetByLabel("哪天前")).ToBeHiddenAsync();
        await page.GetByLabel("周五").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator("#handin-1")).ToContainTextAsync("每周五前");
        await Expect(page.Locator("#doubts a", new() { HasText = "休息日" })).ToHaveCountAsync(0);

        foreach (var path in new[] { "", "/handins/new", "/forms/0" })
        {
            await page.GotoAsync(draft + path);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            Assert.Empty(Inspection.Nameless(await Inspection.TreeAsync(page)));
            Assert.Empty(await Inspection.WeakTextAsync(page));
        }

        await page.GotoAsync(draft);
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放弃这份草稿" }).ClickAsync();
        await Expect(page.Locator(".tag", new() { HasText = "已放弃" })).ToHaveCountAsync(1);
        // What was put away stands back in the list, and can still be read.
        await page.GotoAsync($"{chromium.Bot.Address}console/plans");
        await Expect(page.Locator("tr.gone")).ToBeVisibleAsync();
        Assert.Empty(await Inspection.WeakTextAsync(page));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_file_is_taken_that_is_dropped_into_the_frame()
    {
        await using var window = await ConsoleWindow.OpenAsync(chromium, "/console/plans");
        await window.Page.EvaluateAsync(
            """
            () => {
              const carried = new DataTransfer();
              carried.items.add(new File(["方案"], "方案.txt", { type: "text/plain" }));
              document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
            }
            """);
        Assert.Equal("方案.txt", await window.Page.EvaluateAsync<string>("document.querySelector('#file').files[0].name"));
    }
}
