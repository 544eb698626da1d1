using Bot.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>Questions with buttons.</summary>
public sealed class QuestionTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pressed_button_stays_marked_for_everybody_and_the_report_is_booked(bool scripts)
    {
        var mark = Marks.Next();
        var report = $"6月12日开展消防演练1场，40人参加（{mark}）";
        var how = new BrowserNewContextOptions(ChatWindow.Phone) { JavaScriptEnabled = scripts };
        await using var window = await ChatWindow.OpenAsync(chromium, "榆村片安全员", how);
        await using var other = await ChatWindow.OpenAsync(chromium, "应急办管理员");

        await window.SayAsync(report);
        await Expect(other.AnswerTo(report[..12]).Last.Locator(".choices button")).ToHaveTextAsync(["前榆村", "后榆村"]);
        if (!scripts)
            await window.Page.ReloadAsync();
        var question = window.Page.Locator(".entry.bot:has(.choices)").Last;
        await question.GetByRole(AriaRole.Button, new() { Name = "后榆村" }).ClickAsync();

        await Expect(question.Locator("button.chosen")).ToContainTextAsync("后榆村");
        await Expect(question.GetByRole(AriaRole.Button, new() { Name = "前榆村" })).ToBeDisabledAsync();
        await Expect(other.Page.Locator(".entry.bot:has(.choices)").Last.Locator("button.chosen")).ToContainTextAsync("后榆村");
        await Expect(other.Page.Locator(".entry.kind-receipt", new() { HasText = "后榆村" }).Last).ToBeVisibleAsync();
    }
}
