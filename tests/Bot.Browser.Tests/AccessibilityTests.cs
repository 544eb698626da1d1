using Bot.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>What assistive technology is told, from Chromium's own accessibility tree, and what eyes and fingers need.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_control_and_landmark_has_a_name(bool phone)
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "石庙子村安全员", phone ? ChatWindow.Phone : ChatWindow.Desktop);
        await window.Page.SetInputFilesAsync("#files", await Picture.DrawAsync(window, 2));
        await window.SayAsync(Marks.Next());
        await Expect(window.Page.Locator(".entry.mine .album img").Last).ToBeVisibleAsync();
        await window.Page.SetInputFilesAsync("#files", await Picture.DrawAsync(window, 1));
        await Expect(window.Previews).ToHaveCountAsync(1);

        var nodes = await Inspection.TreeAsync(window.Page);

        Assert.Empty(Inspection.Nameless(nodes));
        Assert.Contains(nodes, n => n is { Role: "log", Name: "消息" });
        Assert.Contains(nodes, n => n is { Role: "textbox", Name: "消息内容" });
        foreach (var landmark in new[] { "banner", "main", "form" })
            Assert.Contains(nodes, n => n.Role == landmark);
        if (!phone)
            Assert.Contains(nodes, n => n is { Role: "navigation", Name: "会话" });
        Assert.Equal(1, nodes.Count(n => n.Role == "heading"));
    }

    [Fact]
    public async Task New_messages_are_announced_and_earlier_ones_are_not()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "石庙子村安全员");

        var log = window.Page.GetByRole(AriaRole.Log);
        await Expect(log).ToHaveAttributeAsync("aria-live", "polite");
        await Expect(log.Locator("#entries")).ToHaveCountAsync(1);
        await Expect(window.Page.Locator("#pending")).ToHaveAttributeAsync("aria-live", "off");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_stands_out_from_its_ground(bool phone)
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "石庙子村安全员", phone ? ChatWindow.Phone : ChatWindow.Desktop);
        await window.SayAsync($"{Marks.Next()}：6月13日开展宣讲1场，30人参加");
        await Expect(window.Page.Locator(".entry.bot .text").Last).ToBeVisibleAsync();

        var weak = await Inspection.WeakTextAsync(window.Page);

        Assert.Empty(weak);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(390)]
    public async Task Phone_shows_large_text_and_targets_for_fingers_and_nothing_sideways(int width)
    {
        var phone = new BrowserNewContextOptions(ChatWindow.Phone) { ViewportSize = new ViewportSize { Width = width, Height = 844 } };
        await using var window = await ChatWindow.OpenAsync(chromium, "石庙子村安全员", phone);
        await window.SayAsync(string.Concat(Enumerable.Repeat("很长的一段没有停顿的话", 12)) + "https://example.invalid/" + new string('a', 200));
        await Expect(window.Page.Locator(".entry.mine .text").Last).ToBeVisibleAsync();

        var small = await window.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("button, a, summary, textarea, label.attach")]
              .filter((e) => e.checkVisibility({ contentVisibilityAuto: true }) && !e.closest(".quote, .skip, .hidden") && !e.matches(".quote, .skip"))
              .map((e) => [e, e.getBoundingClientRect()])
              .filter(([, box]) => box.height < 44 || box.width < 40)
              .map(([e, box]) => `${e.className || e.id || e.tagName} ${box.width}×${box.height}`)
            """);

        Assert.Empty(small);
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.True(await window.Page.EvaluateAsync<bool>("document.getElementById('scroller').scrollWidth <= innerWidth"));
        Assert.True(await window.Page.EvaluateAsync<bool>("parseFloat(getComputedStyle(document.querySelector('.entry .text')).fontSize) >= 18"));
    }

    [Fact]
    public async Task Calm_page_for_those_who_asked_for_less_motion()
    {
        var calm = new BrowserNewContextOptions(ChatWindow.Desktop) { ReducedMotion = ReducedMotion.Reduce };
        await using var window = await ChatWindow.OpenAsync(chromium, "石庙子村安全员", calm);
        await window.SayAsync(Marks.Next());
        await Expect(window.Page.Locator(".entry.mine").Last).ToBeVisibleAsync();

        Assert.Equal(0, await window.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e); return parseFloat(s.animationDuration) > 0 || parseFloat(s.transitionDuration) > 0; }).length"));
    }
}
