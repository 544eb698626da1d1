using System.Net;
using Bot.Adapters.Tests.Blobs;
using Bot.Host.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Host.Tests.Health;

public sealed class HealthTests(S3Store store) : IClassFixture<S3Store>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("live")]
    [InlineData("started")]
    [InlineData("ready")]
    public async Task A_host_that_works_says_so_to_anybody(string word)
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Equal((HttpStatusCode.OK, word), await AskAsync(bot, word));
    }

    [Fact]
    public async Task Without_its_tables_a_host_is_not_ready_but_lives()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Store.WriteAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; ALTER TABLE \"Offices\" RENAME TO \"Gone\"", Cancellation), Cancellation);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database"), await AskAsync(bot, "ready"));
        Assert.Equal((HttpStatusCode.OK, "live"), await AskAsync(bot, "live"));
    }

    [Fact]
    public async Task Without_its_photos_a_host_is_not_ready_but_lives()
    {
        await using var line = await S3Line.OpenAsync(store.Address);
        await using var bot = await RunningBot.StartAsync(null, [.. BlobSettingsTests.Settings(line.Address), "--SafetyMonth:Blobs:Prefix=health/"]);
        line.Instead = S3Line.Break;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "blobs"), await AskAsync(bot, "ready"));
        Assert.Equal((HttpStatusCode.OK, "live"), await AskAsync(bot, "live"));
    }

    [Fact]
    public async Task A_host_that_goes_down_is_not_ready()
    {
        await using var bot = await RunningBot.StartAsync();
        var life = (Microsoft.Extensions.Hosting.IHostApplicationLifetime)bot.Services.GetService(typeof(Microsoft.Extensions.Hosting.IHostApplicationLifetime))!;
        var readiness = (Bot.Host.Health.Readiness)bot.Services.GetService(typeof(Bot.Host.Health.Readiness))!;

        life.StopApplication();

        Assert.Equal(["stopping"], await readiness.LackingAsync(Cancellation));
    }

    private static async Task<(HttpStatusCode, string)> AskAsync(RunningBot bot, string word)
    {
        using var http = new HttpClient { BaseAddress = bot.Address };
        using var answer = await http.GetAsync($"/health/{word}", Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
