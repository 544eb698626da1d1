using Bot.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>A browser that runs no scripts reads and writes all the same.</summary>
public sealed class WithoutScriptsTests(Chromium chromium)
{
    private static readonly BrowserNewContextOptions NoScripts = new(ChatWindow.Phone) { JavaScriptEnabled = false };

    [Fact]
    public async Task Form_post_shows_the_message_and_the_newest_is_in_sight()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "三家屯村安全员", NoScripts);

        await window.SayAsync(mark);

        await Expect(window.Bubble(mark)).ToHaveCountAsync(1);
        await Expect(window.Bubble(mark)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Photo_comes_along_with_the_form()
    {
        var mark = Marks.Next();
        await using var drawing = await ChatWindow.OpenAsync(chromium, "三家屯村安全员");
        var pictures = await Picture.DrawAsync(drawing, 2);
        await using var window = await ChatWindow.OpenAsync(chromium, "三家屯村安全员", NoScripts);
        await window.Page.SetInputFilesAsync("#files", pictures);

        await window.SayAsync(mark);

        await Expect(window.Bubble(mark).Locator(".album img")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Refused_text_comes_back_with_the_reason()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "三家屯村安全员", NoScripts);

        await window.SayAsync(new string('长', 20_001));

        await Expect(window.Refusal).ToContainTextAsync("20000");
        await Expect(window.Text).ToHaveValueAsync(new string('长', 20_001));
    }
}
