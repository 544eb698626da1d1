using Bot.Adapters.Storage;
using Bot.Adapters.WebChat;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Crashes;

/// <summary>Hosts that share one PostgreSQL are one program to the people who use it.</summary>
public sealed class ManyHostsTests : IAsyncLifetime
{
    private readonly List<RunningBot> hosts = [];
    private OwnDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await OwnDatabase.MakeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Three_that_start_at_once_on_an_empty_database_make_one_office()
    {
        await Task.WhenAll(StartAsync(), StartAsync(), StartAsync());
        var offices = await hosts[0].Store.ReadAsync(db => Task.FromResult(db.Offices.Select(o => o.Id).ToList()), default);
        Assert.Single(offices);
        Assert.Single((await Task.WhenAll(hosts.Select(h => h.PersonAsync("应急办管理员")))).Select(p => p.Person).Distinct());
    }

    [Fact]
    public async Task What_one_took_is_answered_and_an_open_page_at_another_hears_of_it_at_once()
    {
        var (here, there) = (await StartAsync(), await StartAsync());
        var person = await here.PersonAsync("白塔社区安全员");
        var room = await here.GroupAsync(person);
        var feed = there.Services.GetRequiredService<IWebChatFeed>();
        var before = await feed.PageAsync(person, room, null, 1, default);

        // The page at the other host looks by itself only every five seconds; three rounds of that would be too many.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var started = TimeProvider.System.GetTimestamp();
        var id = await here.SayAsync(person, "6月12日组织应急疏散演练1场，51人参加");
        var waits = 0;
        IReadOnlyList<ChatEntry> changed = [];
        while (!changed.Any(e => e.FromBot && e.Quote?.Id == id))
        {
            var next = feed.WaitAsync(room, patience.Token);
            changed = (await feed.ChangesAsync(person, room, before!.Cursor, patience.Token))!.Entries;
            if (changed.Any(e => e.FromBot && e.Quote?.Id == id)) break;
            await next;
            waits++;
        }

        Assert.InRange(waits, 0, 12);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(60));
        Assert.Equal(51, (await there.TotalsAsync())["lifeline.drill.attendance"]);
    }

    [Fact]
    public async Task Who_came_in_at_one_is_in_at_the_other_and_a_calendars_address_is_the_same()
    {
        var (here, there) = (await StartAsync(), await StartAsync());
        using var page = new PageClient(here.Address);
        await page.PickAsync("应急办管理员");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, there.Address);
        request.Headers.Add("Cookie", page.CookieHeader);
        using var answer = await http.SendAsync(request);
        Assert.Contains("社区安全员联络群", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var admin = await here.PersonAsync("应急办管理员");
        var links = hosts.Select(h => h.Services.GetRequiredService<Bot.Adapters.Access.CalendarLinks>().Path(admin.Office, new Bot.Domain.Campaigns.CampaignId("baita-2024")));
        Assert.Single(links.Distinct());
    }

    [Fact]
    public async Task A_host_that_may_not_migrate_refuses_an_older_database_and_says_what_to_do()
    {
        var refused = await Assert.ThrowsAsync<OlderSchemaException>(() => StartAsync("--SafetyMonth:Database:MigrateAtStart=false"));
        Assert.Contains("migrate", refused.Message, StringComparison.Ordinal);
        await using (var store = new PostgresStore(database.Connection)) await new Schema(store).MigrateAsync(default);
        await StartAsync("--SafetyMonth:Database:MigrateAtStart=false");
    }

    private async Task<RunningBot> StartAsync(params string[] more)
    {
        var host = await RunningBot.StartAsync(null, [.. OnPostgres.Arguments(database.Connection), .. more]);
        lock (hosts) hosts.Add(host);
        return host;
    }
}
