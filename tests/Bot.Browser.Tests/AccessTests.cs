using System.Net;
using Bot.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>Who gets in, and what another site's page cannot do.</summary>
public sealed class AccessTests(Chromium chromium)
{
    [Theory]
    [InlineData("/chat/g-none/changes?since=0")]
    [InlineData("/chat/g-none/stream")]
    [InlineData("/media/0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Stranger_is_told_401(string path)
    {
        using var stranger = new HttpClient();
        using var answer = await stranger.GetAsync(new Uri(chromium.Bot.Address, path));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.invalid")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Post_from_another_site_is_refused(string header, string value)
    {
        using var other = new HttpClient();
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(chromium.Bot.Address, "/who"));
        post.Headers.Add(header, value);
        post.Content = new FormUrlEncodedContent([]);
        using var answer = await other.SendAsync(post);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Room_of_others_is_not_shown()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "白塔社区安全员");
        var rooms = await window.Page.Locator(".rooms a[data-room]").EvaluateAllAsync<string[]>("links => links.map(l => l.dataset.room)");
        await using var other = await ChatWindow.OpenAsync(chromium, "桃仙社区安全员");

        var answer = await other.Page.GotoAsync($"{chromium.Bot.Address}chat/{rooms[^1]}");

        Assert.Equal(404, answer?.Status);
        await Expect(other.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading)).ToContainTextAsync("没有您的会话");
    }

    [Fact]
    public async Task Personal_link_that_is_made_up_opens_nothing_and_says_what_to_do()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "白塔社区安全员");
        await window.Page.GotoAsync($"{chromium.Bot.Address}i/made-up");

        await window.Page.GetByText("进入群聊").ClickAsync();

        await Expect(window.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading)).ToContainTextAsync("链接打不开");
    }

    [Fact]
    public async Task Page_lets_nothing_in_from_elsewhere()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "白塔社区安全员");
        var answer = await window.Page.ReloadAsync();

        var policy = answer?.Headers["content-security-policy"] ?? "";
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator("script:not([src]), [style], [onclick]").CountAsync());
    }
}
