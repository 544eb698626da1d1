using Bot.Adapters.Storage;
using Bot.Host.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Verbs;

/// <summary>An installation moves from SQLite to PostgreSQL and back.</summary>
public sealed class CopyTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("safetymonth-copy").FullName;
    private OwnDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await OwnDatabase.MakeAsync();

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        await database.DisposeAsync();
    }

    [Fact]
    public async Task There_and_back_everything_is_as_it_was_and_goes_on()
    {
        Assert.SkipWhen(OnPostgres.IsAsked, "it begins with a file");
        var (old, back) = (Path.Combine(folder, "old"), Path.Combine(folder, "back"));
        Directory.CreateDirectory(old);
        Directory.CreateDirectory(back);
        string calendar;
        await using (var bot = await RunningBot.StartAsync(old))
        {
            await SayAsync(bot, "6月12日组织应急疏散演练1场，51人参加");
            calendar = await CalendarAsync(bot);
        }

        var file = Path.Combine(old, "safetymonth.db");
        var (code, said) = await CopyAsync(file, database.Connection);
        Assert.Equal(0, code);
        Assert.Contains("the same on both sides", said, StringComparison.Ordinal);
        await using (var bot = await RunningBot.StartAsync(Path.Combine(folder, "served"), OnPostgres.Arguments(database.Connection)))
        {
            Assert.Equal(51, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
            Assert.Equal(calendar, await CalendarAsync(bot));
            await SayAsync(bot, "6月11日组织应急疏散演练1场，40人参加"); // new numbers follow the copied ones
        }

        Assert.Equal(0, (await CopyAsync(database.Connection, Path.Combine(back, "safetymonth.db"))).Code);
        await using var again = await RunningBot.StartAsync(back);
        Assert.Equal(91, (await again.TotalsAsync())["lifeline.drill.attendance"]);
        Assert.Equal(calendar, await CalendarAsync(again));
        var person = await again.PersonAsync("白塔社区安全员");
        Assert.Equal(2, (await again.SaidAsync(person, await again.GroupAsync(person))).Count);
    }

    [Fact]
    public async Task A_database_that_holds_something_is_left_alone()
    {
        await using (await RunningBot.StartAsync(Path.Combine(folder, "served"), OnPostgres.Arguments(database.Connection)))
        {
            // Its start made an office.
        }

        var empty = Path.Combine(folder, "empty.db");
        await using (var store = StoreAt.Of(empty)) await new Schema(store.Store).MigrateAsync(default);
        var (code, said) = await CopyAsync(empty, database.Connection);
        Assert.Equal(64, code);
        Assert.Contains("not empty", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.db", "Host=/nowhere;Username=x;Database=y", "There is no database")]
    [InlineData(null, "x.db", "Give --from and --to")]
    [InlineData("Wirt=/nowhere;Username=x", "x.db", "wirt")]
    [InlineData("Host=/nowhere;Username=x;Database=y", "x.db", "A database cannot be used")]
    public async Task A_place_that_is_none_is_said(string? from, string to, string complaint)
    {
        var (code, said) = await CopyAsync(from, to.EndsWith(".db", StringComparison.Ordinal) ? Path.Combine(folder, to) : to);
        Assert.NotEqual(0, code);
        Assert.Contains(complaint, said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> CopyAsync(string? from, string to)
    {
        await using var said = new StringWriter();
        return (await Copy.RunAsync(from, to, said, said, default), said.ToString());
    }

    private static async Task SayAsync(RunningBot bot, string text)
    {
        await bot.SayAsync(await bot.PersonAsync("白塔社区安全员"), text);
        await bot.QuietAsync();
    }

    private static async Task<string> CalendarAsync(RunningBot bot) =>
        bot.Services.GetRequiredService<Bot.Adapters.Access.CalendarLinks>().Path((await bot.PersonAsync("应急办管理员")).Office, new Bot.Domain.Campaigns.CampaignId("baita-2024"));
}
