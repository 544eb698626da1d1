using Bot.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>Everything without a pointer.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task Person_writes_edits_and_withdraws_with_keys_only()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "李相村安全员");
        var keys = window.Page.Keyboard;
        await Expect(window.Text).ToBeFocusedAsync();

        await keys.TypeAsync(mark);
        await keys.PressAsync("Shift+Enter");
        await keys.TypeAsync("第二行");
        await keys.PressAsync("Enter");
        await Expect(window.Bubble(mark)).ToHaveCountAsync(1);
        Assert.Contains($"{mark}\n第二行", await window.Bubble(mark).Locator(".text").TextContentAsync() ?? "", StringComparison.Ordinal);

        await ReachAsync(window, mark);
        await keys.PressAsync("Enter");
        await Expect(window.Page.GetByRole(AriaRole.Menuitem, new() { Name = "引用" })).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(window.Text).ToBeFocusedAsync();
        await keys.TypeAsync("，改过");
        await keys.PressAsync("Enter");
        await Expect(window.Bubble("第二行，改过")).ToHaveCountAsync(1);

        await ReachAsync(window, mark);
        await keys.PressAsync("Enter");
        await keys.PressAsync("End");
        await keys.PressAsync("Enter");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "不撤回" })).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(window.Bubble(mark)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Escape_closes_the_menu_and_leaves_quoting()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "李相村安全员");
        await window.SayAsync(mark);
        await Expect(window.Bubble(mark)).ToHaveCountAsync(1);

        await ReachAsync(window, mark);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(window.Page.Locator("#menu")).ToBeHiddenAsync();
        await Expect(window.Bubble(mark)).ToBeFocusedAsync();

        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.Locator("#answering")).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(window.Page.Locator("#answering")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Enter_that_picks_a_word_of_the_input_method_does_not_send()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "李相村安全员");
        await window.Text.FillAsync("yanlian");

        await window.Text.EvaluateAsync("text => text.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");

        await Expect(window.Text).ToHaveValueAsync("yanlian");
        await Expect(window.Pending).ToHaveCountAsync(0);
        await window.Text.FillAsync("");
    }

    [Fact]
    public async Task Enter_breaks_the_line_on_a_phone()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "李相村安全员", ChatWindow.Phone);
        await window.Text.TapAsync();
        await window.Page.Keyboard.TypeAsync("一");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.TypeAsync("二");

        await Expect(window.Text).ToHaveValueAsync("一\n二");
        await window.Text.FillAsync("");
    }

    [Fact]
    public async Task First_tab_stop_skips_to_the_text()
    {
        // A phone with a keyboard: the text has no focus of its own there.
        await using var window = await ChatWindow.OpenAsync(chromium, "李相村安全员", ChatWindow.Phone);

        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Page.GetByText("跳到输入框")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Text).ToBeFocusedAsync();
    }

    /// <summary>From the text back to the conversation, then up to the bubble.</summary>
    private static async Task ReachAsync(ChatWindow window, string mark)
    {
        var keys = window.Page.Keyboard;
        for (var i = 0; i < 60 && !await HasFocusAsync("document.activeElement.id === 'log'"); i++)
            await keys.PressAsync("Shift+Tab");
        for (var i = 0; i < 60 && !await HasFocusAsync($"document.activeElement.matches('.entry') && document.activeElement.textContent.includes('{mark}') && !document.activeElement.matches('.bot')"); i++)
            await keys.PressAsync("ArrowUp");

        Task<bool> HasFocusAsync(string script) => window.Page.EvaluateAsync<bool>(script);
    }
}
