using Bot.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>A thousand messages.</summary>
public sealed class LongConversationTests(Chromium chromium)
{
    private const int Deep = 1_000;

    [Fact]
    public async Task Thousand_messages_scroll_without_lag_and_without_losing_the_place()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var window = await ChatWindow.OpenAsync(chromium, "白塔社区安全员", ChatWindow.Phone, bot);
        var chat = window.Page.Url;
        var post = await window.Page.Locator("#compose").GetAttributeAsync("action") ?? "";
        // From a page without the conversation, which would show each of them.
        await window.Page.GotoAsync($"{bot.Address}img/bot.svg");
        await PostManyAsync(window, post, Deep);
        await window.Page.GotoAsync(chat);
        Assert.InRange(await window.Entries.CountAsync(), 40, 60);

        var walk = await window.Page.EvaluateAsync<Walk>(
            """
            async () => {
              const scroller = document.getElementById("scroller");
              const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
              const box = scroller.getBoundingClientRect();
              let worstJump = 0, steps = 0;
              const frames = [];
              while (document.getElementById("earlier")) {
                const seen = document.elementFromPoint(box.left + box.width / 2, box.top + 60)?.closest("article");
                const before = seen?.getBoundingClientRect().top;
                const from = scroller.scrollTop;
                const started = performance.now();
                scroller.scrollTop -= 600;
                const asked = from - scroller.scrollTop;
                await frame();
                frames.push(performance.now() - started);
                if (seen) worstJump = Math.max(worstJump, Math.abs(seen.getBoundingClientRect().top - before - asked));
                if (++steps > 4000) throw new Error("the top never came");
              }
              return { entries: document.getElementById("entries").children.length, usual: frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.95)], worstJump };
            }
            """);

        Assert.InRange(walk.Entries, Deep, Deep + 200);
        Assert.InRange(walk.Usual, 0, 300);
        Assert.InRange(walk.WorstJump, 0, 4);
    }

    [Fact]
    public async Task Reader_further_up_keeps_the_place_and_is_told_of_new_messages()
    {
        var mark = Marks.Next();
        await using var bot = await RunningBot.StartAsync();
        await using var reader = await ChatWindow.OpenAsync(chromium, "白塔社区安全员", ChatWindow.Phone, bot);
        await using var writer = await ChatWindow.OpenAsync(chromium, "桃仙社区安全员", bot: bot);
        await PostManyAsync(reader, await reader.Page.Locator("#compose").GetAttributeAsync("action") ?? "", 60);
        // They are posted eight at a time: the last of them is whichever came last.
        for (var i = 52; i < 60; i++) await Expect(reader.Bubble($"第{i}条")).ToHaveCountAsync(1);
        await reader.Page.EvaluateAsync("document.getElementById('scroller').scrollTop = -1500");
        var place = await PlaceAsync(reader);

        await writer.SayAsync(mark);

        var pill = reader.Page.Locator("#pill");
        await Expect(pill).ToContainTextAsync("条新消息");
        Assert.Equal(place, await PlaceAsync(reader));
        await pill.ClickAsync();
        await Expect(reader.Bubble(mark)).ToBeInViewportAsync();
        await Expect(pill).ToBeHiddenAsync();
    }

    private static Task<string> PlaceAsync(ChatWindow window) => window.Page.EvaluateAsync<string>(
        """
        () => {
          const box = document.getElementById("scroller").getBoundingClientRect();
          const entry = [...document.querySelectorAll(".entry")].find((e) => e.getBoundingClientRect().bottom > box.top + box.height / 3);
          return `${entry.dataset.id} ${Math.round(entry.getBoundingClientRect().top)}`;
        }
        """);

    private static Task PostManyAsync(ChatWindow window, string path, int count) => window.Page.EvaluateAsync(
        """
        async ([path, count]) => {
          const post = async (i) => {
            const form = new FormData();
            form.append("client", crypto.randomUUID());
            form.append("text", `第${i}条 ` + "大家辛苦了。".repeat(1 + (i % 9)));
            const response = await fetch(path, { method: "POST", body: form });
            if (!response.ok) throw new Error(`${response.status}`);
          };
          for (let i = 0; i < count; i += 8)
            await Promise.all(Array.from({ length: Math.min(8, count - i) }, (_, k) => post(i + k)));
        }
        """,
        new object[] { path, count });

    private sealed record Walk
    {
        public int Entries { get; init; }
        /// <summary>Milliseconds that 95 of 100 steps stay below, two frames each.</summary>
        public double Usual { get; init; }
        public double WorstJump { get; init; }
    }
}
