using Bot.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>What should not be typed, and what should not be sent.</summary>
public sealed class BadInputTests(Chromium chromium)
{
    [Fact]
    public async Task Markup_is_shown_as_it_was_typed()
    {
        var mark = Marks.Next();
        var text = $"{mark} <img src=x onerror=alert(1)><script>alert(2)</script> & \"quotes\" '</textarea>";
        await using var window = await ChatWindow.OpenAsync(chromium, "榆村片安全员");

        await window.SayAsync(text);

        await Expect(window.Bubble(mark).Locator(".text")).ToHaveTextAsync(text);
        await Expect(window.Bubble(mark).Locator("img:not(.avatar), script")).ToHaveCountAsync(0);
        await Expect(window.Bubble(mark).Locator("a")).ToHaveCountAsync(0);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Control_characters_are_shown_and_do_nothing()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "榆村片安全员");

        await window.Page.EvaluateAsync(
            """
            async (text) => {
              const form = new FormData();
              form.append("client", crypto.randomUUID());
              form.append("text", text);
              await fetch(document.getElementById("compose").action, { method: "POST", body: form });
            }
            """,
            $"{mark}\u0001\u001B[31m\u202Ecba\u0000 尾");

        await Expect(window.Bubble(mark)).ToHaveCountAsync(1);
        var shown = await window.Bubble(mark).Locator(".text").TextContentAsync() ?? "";
        Assert.DoesNotContain(shown, c => c is < ' ' or '\u202E');
        Assert.EndsWith("尾", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20_001)]
    [InlineData(1_000_000)]
    public async Task Text_that_is_too_long_is_kept_in_the_box_with_the_reason(int length)
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "榆村片安全员");
        await window.Page.EvaluateAsync("length => { document.getElementById('text').value = '长'.repeat(length); }", length);

        await window.Page.Locator("#send").ClickAsync();

        await Expect(window.Refusal).ToContainTextAsync("20000");
        Assert.Equal(length, await window.Page.EvaluateAsync<int>("document.getElementById('text').value.length"));
        await window.Text.FillAsync("");
    }

    [Theory]
    [InlineData(20_000, 200)]
    [InlineData(20_001, 422)]
    [InlineData(1_000_000, 422)]
    [InlineData(3_000_000, 422)]
    public async Task Program_itself_refuses_long_texts_with_a_sentence(int length, int status)
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "榆村片安全员");

        var answer = await window.Page.EvaluateAsync<string[]>(
            """
            async (length) => {
              const form = new FormData();
              form.append("client", crypto.randomUUID());
              form.append("text", "长".repeat(length));
              const response = await fetch(document.getElementById("compose").action, { method: "POST", body: form });
              return [String(response.status), await response.text()];
            }
            """,
            length);

        Assert.Equal(status.ToString(System.Globalization.CultureInfo.InvariantCulture), answer[0]);
        if (status != 200)
            Assert.Contains("sentence", answer[1], StringComparison.Ordinal);
    }
}
