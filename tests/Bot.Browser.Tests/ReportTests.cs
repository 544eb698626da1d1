using Bot.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>The page's main job.</summary>
public sealed class ReportTests(Chromium chromium)
{
    private const string Report = "6月13日下午，我社区组织应急疏散演练2场，一百二十余人参加，张贴海报30张";

    [Fact]
    public async Task Report_is_answered_by_a_receipt_without_a_reload()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "桃仙社区安全员");
        await window.Page.EvaluateAsync("window.sameDocument = true");

        await window.SayAsync(Report);

        await Expect(window.Bubble(Report)).ToHaveCountAsync(1);
        var receipt = window.AnswerTo(Report[..20]);
        await Expect(receipt).ToHaveCountAsync(1);
        await Expect(receipt).ToContainTextAsync("2场");
        await Expect(receipt).ToContainTextAsync("30");
        await Expect(window.Pending).ToHaveCountAsync(0);
        Assert.True(await window.Page.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Message_sent_twice_with_one_id_is_there_once()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "桃仙社区安全员");
        var taken = await window.Page.EvaluateAsync<int[]>(
            """
            async (text) => {
              const client = crypto.randomUUID();
              const send = async () => {
                const form = new FormData();
                form.append("client", client);
                form.append("text", text);
                return (await fetch(document.getElementById("compose").action, { method: "POST", body: form })).status;
              };
              return [await send(), ...(await Promise.all([send(), send()]))];
            }
            """,
            mark);

        Assert.Equal([200, 200, 200], taken);
        await Expect(window.Bubble(mark)).ToHaveCountAsync(1);
        await window.ReloadAsync();
        await Expect(window.Bubble(mark)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Rollup_word_is_answered_live()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "白塔社区安全员");
        var answers = window.Page.Locator(".entry.bot", new() { HasText = "汇总" });
        var before = await answers.CountAsync();

        await window.SayAsync("汇总");

        await Expect(answers.Nth(before)).ToBeVisibleAsync();
    }
}
