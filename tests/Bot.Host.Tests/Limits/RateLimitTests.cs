using System.Net;
using System.Text.Json;
using Bot.Adapters.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Limits;

/// <summary>Who comes too often is asked to wait; people behind one address do not stand in each other's way.</summary>
public sealed class RateLimitTests
{
    // More than any limit lets through at once, and what comes back meanwhile.
    private const int Storm = 1_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_guesses_at_links_is_asked_to_wait_with_one_sentence_while_people_go_on()
    {
        await using var bot = await RunningBot.StartAsync();
        using var page = new PageClient(bot.Address);
        await page.PickAsync("白塔社区安全员");
        using var stranger = new HttpClient { BaseAddress = bot.Address };

        using var away = await StormAsync(() => stranger.PostAsync("/i/guess", null, Cancellation));

        Assert.Equal(HttpStatusCode.TooManyRequests, away.StatusCode);
        Assert.InRange(away.Headers.RetryAfter?.Delta ?? default, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Matches("请过[0-9]+秒再试。", await SentenceAsync(away));
        Assert.Equal(HttpStatusCode.OK, (await page.PostAsync("收到")).Status);
    }

    [Fact]
    public async Task Two_people_at_one_address_are_counted_apart()
    {
        await using var bot = await RunningBot.StartAsync();
        using var busy = await EnterAsync(bot, "白塔社区安全员");
        using var calm = await EnterAsync(bot, "桃仙社区安全员");

        using var away = await StormAsync(() => busy.PostAsync("/uploads?name=a.txt", new StringContent("名单"), Cancellation));
        using var taken = await calm.PostAsync("/uploads?name=a.txt", new StringContent("名单"), Cancellation);

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (away.StatusCode, taken.StatusCode));
    }

    [Fact]
    public async Task Switched_off_nobody_is_turned_away()
    {
        await using var bot = await RunningBot.StartAsync(null, "--SafetyMonth:RateLimits:Enabled=false");
        using var stranger = new HttpClient { BaseAddress = bot.Address };

        for (var i = 0; i < 200; i++)
        {
            using var answer = await stranger.GetAsync("/i/guess", Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_takes_a_few_fields_takes_no_more()
    {
        await using var bot = await RunningBot.StartAsync();
        using var person = await EnterAsync(bot, "白塔社区安全员");

        foreach (var path in (string[])["/who", "/clock", "/chat/x/press?id=y"])
        {
            using var answer = await person.PostAsync(path, new FormUrlEncodedContent([new("data", new string('x', 100_000))]), Cancellation);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("太大", await SentenceAsync(answer), StringComparison.Ordinal);
        }
    }

    // The first answer that turns one away; else the last.
    private static async Task<HttpResponseMessage> StormAsync(Func<Task<HttpResponseMessage>> ask)
    {
        for (var i = 1; ; i++)
        {
            var answer = await ask();
            if (answer.StatusCode == HttpStatusCode.TooManyRequests || i == Storm) return answer;
            answer.Dispose();
        }
    }

    private static async Task<string> SentenceAsync(HttpResponseMessage answer)
    {
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return said.RootElement.GetProperty("sentence").GetString()!;
    }

    private static async Task<HttpClient> EnterAsync(RunningBot bot, string name)
    {
        var person = await bot.PersonAsync(name);
        var secret = await bot.Services.GetRequiredService<IAccessLinks>().CreateAsync(person.Office, person.Person, LinkPurpose.Chat, Cancellation);
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = bot.Address };
        using var entered = await http.PostAsync($"/i/{secret}", null, Cancellation);
        return http;
    }
}
