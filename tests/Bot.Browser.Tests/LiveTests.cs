using Bot.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>Several windows, lost connections, a program that is started anew.</summary>
public sealed class LiveTests(Chromium chromium)
{
    [Fact]
    public async Task Two_windows_writing_at_once_both_show_everything_in_one_order()
    {
        const int each = 10;
        var (left, right) = (Marks.Next(), Marks.Next());
        await using var one = await ChatWindow.OpenAsync(chromium, "白塔社区安全员");
        await using var two = await ChatWindow.OpenAsync(chromium, "桃仙社区安全员");

        await Task.WhenAll(SayManyAsync(one, left, each), SayManyAsync(two, right, each));

        foreach (var window in new[] { one, two })
        {
            await Expect(window.Bubble(left)).ToHaveCountAsync(each);
            await Expect(window.Bubble(right)).ToHaveCountAsync(each);
            await Expect(window.Pending).ToHaveCountAsync(0);
        }
        Assert.Equal(await OrderAsync(one), await OrderAsync(two));

        async Task<string[]> OrderAsync(ChatWindow window) => await window.Page.EvaluateAsync<string[]>(
            "marks => [...document.querySelectorAll('#entries .text')].map(t => t.textContent).filter(t => marks.some(m => t.startsWith(m)))",
            new[] { left, right });
    }

    [Fact]
    public async Task Second_tab_of_the_same_person_sees_what_the_first_writes()
    {
        var mark = Marks.Next();
        await using var first = await ChatWindow.OpenAsync(chromium, "白塔社区安全员");
        var second = await first.OpenAnotherAsync();

        await first.SayAsync(mark);

        await Expect(second.Bubble(mark)).ToHaveCountAsync(1);
        await Expect(second.Page.Locator(".entry.mine .text", new() { HasText = mark })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Tab_left_open_does_not_write_as_the_person_picked_in_another()
    {
        var mark = Marks.Next();
        await using var first = await ChatWindow.OpenAsync(chromium, "白塔社区安全员");
        var second = await first.OpenAnotherAsync();
        await second.Page.GetByText("换人").ClickAsync();
        await second.PickAsync("桃仙社区安全员");

        await first.SayAsync(mark);

        await Expect(first.Pending).ToContainTextAsync("换了人");
        await Expect(second.Bubble(mark)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task New_message_in_the_private_chat_is_counted_in_the_list_until_it_is_opened()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "应急办管理员");
        var privately = window.Page.Locator(".rooms a[data-room]").Last;
        await window.SayAsync("后台");

        await Expect(privately.Locator(".unread")).ToHaveTextAsync("1");
        await privately.ClickAsync();

        await Expect(window.Page.Locator(".entry.bot a.opens").Last).ToBeVisibleAsync();
        await Expect(window.Page.Locator(".rooms .unread:visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Text_not_yet_sent_survives_a_reload()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "白塔社区安全员");
        await window.Text.FillAsync("写到一半的话");

        await window.ReloadAsync();

        await Expect(window.Text).ToHaveValueAsync("写到一半的话");
        await window.Text.FillAsync("");
    }

    [Fact]
    public async Task Message_written_while_the_network_is_gone_arrives_once_when_it_is_back()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "白塔社区安全员");
        await window.Page.Context.SetOfflineAsync(true);
        await window.SayAsync(mark);
        await Expect(window.Pending).ToContainTextAsync("重试");

        await window.Page.Context.SetOfflineAsync(false);

        await Expect(window.Bubble(mark)).ToHaveCountAsync(1);
        await Expect(window.Pending).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Page_goes_on_after_the_program_was_killed_and_started_again()
    {
        var (before, after) = (Marks.Next(), Marks.Next());
        await using var bot = await RunningBot.StartAsync();
        await using var one = await ChatWindow.OpenAsync(chromium, "白塔社区安全员", bot: bot);
        await using var two = await ChatWindow.OpenAsync(chromium, "桃仙社区安全员", bot: bot);
        await one.SayAsync(before);
        await Expect(two.Bubble(before)).ToHaveCountAsync(1);
        await Expect(one.Pending).ToHaveCountAsync(0); // its own window may hear of it later than others

        await bot.KillAsync();
        await one.SayAsync(after);
        await Expect(one.Pending).ToContainTextAsync("重试");
        await bot.RunAsync();

        await Expect(one.Bubble(after)).ToHaveCountAsync(1);
        await Expect(two.Bubble(after)).ToHaveCountAsync(1);
        await Expect(one.Bubble(before)).ToHaveCountAsync(1);
    }

    private static async Task SayManyAsync(ChatWindow window, string mark, int count)
    {
        for (var i = 0; i < count; i++)
            await window.SayAsync($"{mark} {i}");
    }
}
