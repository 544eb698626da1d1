using Bot.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>The clock of the demo, seen and moved.</summary>
public sealed class DemoClockTests(Chromium chromium)
{
    [Fact]
    public async Task Clock_goes_forward_by_steps_and_back_by_setting_it()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var window = await ChatWindow.OpenAsync(chromium, "应急办管理员", bot: bot);
        var clock = window.Page.Locator("#clock");
        await Expect(clock).ToContainTextAsync("6月13日 周四 15:0");

        await window.Page.GetByText("过1小时").ClickAsync();
        await Expect(clock).ToContainTextAsync("6月13日 周四 16:0");
        await window.Page.GetByText("到下次提醒").ClickAsync();
        await Expect(clock).ToContainTextAsync("6月14日 周五 09:0");
        await Expect(window.Bubble("温馨提醒")).ToContainTextAsync("原定6月13日");
        await window.Page.GetByText("过1天").ClickAsync();
        await Expect(clock).ToContainTextAsync("6月15日 周六 09:0");

        await window.Page.GetByText("设定时间").ClickAsync();
        await window.Page.GetByLabel("把时钟拨到").FillAsync("2024-06-12T09:30");
        await window.Page.GetByText("拨到这个时间").ClickAsync();
        await Expect(clock).ToContainTextAsync("6月12日 周三 09:30");

        var mark = Marks.Next();
        await window.SayAsync(mark);
        await Expect(window.Bubble(mark).Locator(".day")).ToHaveTextAsync("2024年6月12日 星期三");
        await window.ReloadAsync();
        await Expect(clock).ToContainTextAsync("6月12日 周三 09:3");
    }
}
