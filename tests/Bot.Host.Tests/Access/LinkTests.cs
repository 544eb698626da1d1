using System.Net;
using Bot.Adapters.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Access;

/// <summary>Personal links to the conversation, one-time links to the console.</summary>
public sealed class LinkTests
{
    [Fact]
    public async Task Personal_link_is_not_used_up_by_a_look_and_belongs_to_the_first_device()
    {
        await using var bot = await RunningBot.StartAsync();
        var path = "/i/" + await SecretAsync(bot, "白塔社区安全员", LinkPurpose.Chat);
        using var previewer = Device(bot);
        using var phone = Device(bot);
        using var thief = Device(bot);

        Assert.Equal(HttpStatusCode.OK, (await previewer.GetAsync(path)).StatusCode);
        Assert.Contains("您现在是", await OpenAsync(phone, path), StringComparison.Ordinal);
        Assert.Contains("链接打不开", await OpenAsync(thief, path), StringComparison.Ordinal);
        Assert.Contains("白塔社区安全员", await OpenAsync(phone, path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/media/" + new string('0', 64))).StatusCode);
    }

    [Fact]
    public async Task Revoked_link_opens_no_longer()
    {
        await using var bot = await RunningBot.StartAsync();
        var secret = await SecretAsync(bot, "白塔社区安全员", LinkPurpose.Chat);
        var person = await bot.PersonAsync("白塔社区安全员");
        await bot.Services.GetRequiredService<IAccessLinks>().RevokeAsync(person.Office, person.Person, default);
        using var phone = Device(bot);

        Assert.Contains("链接打不开", await OpenAsync(phone, "/i/" + secret), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Console_link_opens_once_and_only_after_the_button()
    {
        await using var bot = await RunningBot.StartAsync();
        var path = "/console/enter/" + await SecretAsync(bot, "应急办管理员", LinkPurpose.Console);
        using var desk = Device(bot);
        using var other = Device(bot);

        Assert.Contains("进入后台", await desk.GetStringAsync(path), StringComparison.Ordinal);
        await OpenAsync(desk, path);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/console")).StatusCode);
        Assert.Contains("链接打不开", await OpenAsync(other, path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Console_stays_closed_to_liaisons_and_to_an_admins_chat_link()
    {
        await using var bot = await RunningBot.StartAsync();
        using var liaison = Device(bot);
        using var admin = Device(bot);
        await OpenAsync(liaison, "/console/enter/" + await SecretAsync(bot, "白塔社区安全员", LinkPurpose.Console));
        await OpenAsync(admin, "/i/" + await SecretAsync(bot, "应急办管理员", LinkPurpose.Chat));

        Assert.NotEqual(HttpStatusCode.OK, (await liaison.GetAsync("/console")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await admin.GetAsync("/console")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("..%2F..%2Fetc")]
    public async Task Made_up_secret_opens_nothing(string secret)
    {
        await using var bot = await RunningBot.StartAsync();
        using var stranger = Device(bot);

        using var answer = await stranger.PostAsync("/i/" + secret, new FormUrlEncodedContent([]));

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
    }

    private static async Task<string> SecretAsync(RunningBot bot, string name, LinkPurpose purpose)
    {
        var person = await bot.PersonAsync(name);
        return await bot.Services.GetRequiredService<IAccessLinks>().CreateAsync(person.Office, person.Person, purpose, default);
    }

    private static HttpClient Device(RunningBot bot)
    {
        var device = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = bot.Address };
        return device;
    }

    private static async Task<string> OpenAsync(HttpClient device, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await device.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
