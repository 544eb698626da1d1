using Bot.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>What can be done with a message once it is there.</summary>
public sealed class OwnMessageTests(Chromium chromium)
{
    [Fact]
    public async Task Edited_message_shows_its_new_text_to_everybody()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "塔北社区安全员");
        await using var other = await ChatWindow.OpenAsync(chromium, "金谷社区安全员");
        await window.SayAsync($"{mark}：今天检查了3家");
        await Expect(other.Bubble(mark)).ToHaveCountAsync(1);

        await window.ChooseAsync(window.Bubble(mark), "编辑");
        await Expect(window.Text).ToHaveValueAsync($"{mark}：今天检查了3家");
        await window.SayAsync($"{mark}：今天检查了4家");

        await Expect(window.Bubble("检查了4家").Locator(".edited")).ToHaveCountAsync(1);
        await Expect(other.Bubble($"{mark}：今天检查了4家")).ToHaveCountAsync(1);
        await Expect(other.Bubble($"{mark}：今天检查了3家")).ToHaveCountAsync(0);
        await Expect(window.Text).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Withdrawn_message_is_gone_for_everybody_after_a_question()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "塔北社区安全员");
        await using var other = await ChatWindow.OpenAsync(chromium, "金谷社区安全员");
        await window.SayAsync(mark);
        await Expect(other.Bubble(mark)).ToHaveCountAsync(1);

        await window.ChooseAsync(window.Bubble(mark), "撤回");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "不撤回" }).ClickAsync();
        await Expect(window.Bubble(mark)).ToHaveCountAsync(1);
        await window.ChooseAsync(window.Bubble(mark), "撤回");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "撤回", Exact = true }).ClickAsync();

        await Expect(window.Bubble(mark)).ToHaveCountAsync(0);
        await Expect(other.Bubble(mark)).ToHaveCountAsync(0);
        await Expect(other.Page.GetByText("塔北社区安全员撤回了一条消息").Last).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Quote_stands_above_the_answer_and_leads_to_what_it_quotes()
    {
        var (asked, answered) = (Marks.Next(), Marks.Next());
        await using var window = await ChatWindow.OpenAsync(chromium, "柳岸社区安全员");
        await using var other = await ChatWindow.OpenAsync(chromium, "沈营社区安全员");
        await other.SayAsync(asked);
        await window.ChooseAsync(window.Bubble(asked), "引用");
        await window.SayAsync(answered);

        var quote = window.Bubble(answered).Locator(".quote");
        await Expect(quote).ToContainTextAsync(asked);
        await Expect(quote).ToContainTextAsync("沈营社区安全员");
        await quote.ClickAsync();
        await Expect(window.Bubble(asked).First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Message_of_somebody_else_offers_neither_edit_nor_withdraw()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "柳岸社区安全员");
        await using var other = await ChatWindow.OpenAsync(chromium, "沈营社区安全员");
        await other.SayAsync(mark);

        await window.Bubble(mark).HoverAsync();
        await window.Bubble(mark).Locator(".more").ClickAsync();

        await Expect(window.Page.GetByRole(AriaRole.Menuitem)).ToHaveTextAsync(["引用", "复制"]);
    }

    [Fact]
    public async Task Copy_puts_the_text_into_the_clipboard()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "柳岸社区安全员");
        await window.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.SayAsync(mark);

        await window.ChooseAsync(window.Bubble(mark), "复制");
        await Expect(window.Page.Locator("#notice")).ToHaveTextAsync("已复制。");
        await window.Text.FocusAsync();
        await window.Page.Keyboard.PressAsync("Control+V");

        await Expect(window.Text).ToHaveValueAsync(mark);
        await window.Text.FillAsync("");
    }

    [Fact]
    public async Task Refused_message_says_why_and_can_be_changed_and_sent_again()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "柳岸社区安全员");
        await window.Page.RouteAsync("**/messages?*", route => route.FulfillAsync(new() { Status = 422, Body = """{"sentence":"今天不收这样的话。"}""" }));
        await window.SayAsync(mark);

        await Expect(window.Pending).ToContainTextAsync("今天不收这样的话。");
        await window.ReloadAsync();
        await Expect(window.Pending).ToContainTextAsync("今天不收这样的话。");
        await window.Page.UnrouteAllAsync();
        await window.Pending.GetByRole(AriaRole.Button, new() { Name = "改一改" }).ClickAsync();
        await Expect(window.Text).ToHaveValueAsync(mark);
        await window.SayAsync($"{mark}，改好了");

        await Expect(window.Bubble($"{mark}，改好了")).ToHaveCountAsync(1);
        await Expect(window.Pending).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Long_press_opens_the_menu_on_a_phone()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "柳岸社区安全员", ChatWindow.Phone);
        await window.SayAsync(mark);
        var bubble = window.Bubble(mark).Locator(".bubble");
        await Expect(bubble).ToBeVisibleAsync();

        await bubble.DispatchEventAsync("pointerdown", new { pointerType = "touch", bubbles = true });

        await Expect(window.Page.GetByRole(AriaRole.Menuitem)).ToHaveTextAsync(["引用", "复制", "编辑", "撤回"]);
    }
}
