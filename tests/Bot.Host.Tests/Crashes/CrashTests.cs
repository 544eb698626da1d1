using System.Globalization;
using System.Text.Json;
using Bot.Adapters.Clock;
using Bot.Adapters.Demo;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.Telegram;
using Bot.Domain.Messages;
using Bot.Host.Reminders;
using Bot.Host.Tests.Telegram;
using Bot.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Crashes;

/// <summary>
/// The promise of the service: what was acknowledged is handled, exactly once in effect. Three hosts on one PostgreSQL are killed
/// a hundred times (SAFETYMONTH_SOAK=30m: for as long) while two hundred groups report; the database is crashed and its connections are cut meanwhile.
/// </summary>
[Collection(Alone.Name)]
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Seed = 20241;
    private const int Chats = 200;

    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task What_was_acknowledged_is_handled_and_counted_once_whatever_is_killed_meanwhile()
    {
        var soak = Soak.Asked();
        var random = new Random(Seed);
        var folder = Directory.CreateTempSubdirectory("safetymonth-crash").FullName;
        await using var server = await PostgresServer.StartAsync(isDurable: true);
        var database = await server.DatabaseAsync();
        await using var telegram = await FakeTelegram.StartAsync();
        string[] settings =
        [
            .. OnPostgres.Arguments(server.Connection(database, mostConnections: 20)),
            .. telegram.Settings("--SafetyMonth:Telegram:Mode=Webhook", "--SafetyMonth:Telegram:WebhookUrl=https://bot.example.org", "--SafetyMonth:Telegram:QuietReceipts=false"),
        ];
        var hosts = Enumerable.Range(0, 3).Select(i => new HostUnderFire(folder, HostUnderFire.FreePort(), settings, new Random(Seed + i))).ToList();
        try
        {
            // On an empty database: all migrate at once, and die at it.
            await BurnAsync(hosts, work: false, until: hosts.Count * 3);
            var crowd = new Crowd(Chats, TelegramSetup.WebhookSecret(new TelegramOptions { Token = FakeTelegram.Token }), random);
            // All open their links from one address at once, which nobody does.
            await using (var first = await RunningBot.StartAsync(folder, [.. settings, "--SafetyMonth:RateLimits:Enabled=false"])) await crowd.SeedAsync(first);
            await ComeTimeAsync(server.Connection(database));

            using var over = new CancellationTokenSource();
            var troubles = TroubleAsync(server, database, soak.Crashes, new Random(Seed), over.Token);
            var reports = crowd.ReportAsync(hosts, soak.BetweenReports, over.Token);
            await BurnAsync(hosts, work: true, until: soak.Kills, soak.For);

            // What was begun needs somebody who listens.
            await over.CancelAsync();
            using var done = new CancellationTokenSource();
            var staying = hosts[0].StayAsync(done.Token);
            await reports;
            await done.CancelAsync();
            await staying;
            await troubles;
            output.WriteLine($"{hosts.Sum(h => h.Kills)} kills, {hosts.Sum(h => h.KillsWhileServing)} of them while serving; {crowd.Reports} reports, {crowd.Repeated} posts repeated");

            await using var last = await RunningBot.StartAsync(folder, settings);
            await ExpireClaimsAsync(last.Store);
            await last.QuietAsync(Aftermath);
            await last.Services.GetRequiredService<TimeRun>().SettleAsync(default); // what came due while nobody lived
            await last.QuietAsync(Aftermath);
            await CheckAsync(last, crowd);
            await CheckRepeatsAsync(last, telegram, hosts.Sum(h => h.Kills));
        }
        finally
        {
            hosts.ForEach(h => h.Dispose());
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task BurnAsync(List<HostUnderFire> hosts, bool work, int until, TimeSpan atLeast = default)
    {
        var begun = TimeProvider.System.GetTimestamp();
        using var stop = new CancellationTokenSource();
        var burning = hosts.Select(h => h.BurnAsync(work, stop.Token)).ToList();
        while (hosts.Sum(h => h.Kills) < until || TimeProvider.System.GetElapsedTime(begun) < atLeast) await Task.WhenAny(Task.WhenAll(burning), Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System));
        await stop.CancelAsync();
        await Task.WhenAll(burning);
    }

    // From now on every group has somebody to remind, and each host that starts sets about it.
    private static async Task ComeTimeAsync(string connection)
    {
        await using var store = new PostgresStore(connection);
        await new DemoClock(store, TimeProvider.System, DemoOffice.Start).MoveToAsync(new DateTimeOffset(2024, 6, 14, 9, 0, 5, TimeSpan.FromHours(8)), default);
    }

    // The server crashes now and then; in between all connections are cut at once.
    private static async Task TroubleAsync(PostgresServer server, string database, int crashes, Random random, CancellationToken over)
    {
        try
        {
            for (var i = 0; !over.IsCancellationRequested; i++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(3_000, 9_000)), TimeProvider.System, over);
                if (i % 2 == 0 && i / 2 < crashes)
                {
                    await server.CrashAsync();
                    await server.StartAsync();
                }
                else
                {
                    await server.CutAsync(database);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    // The claims of the dead run out by themselves, a minute later.
    private static Task ExpireClaimsAsync(Store store) => store.WriteGuardedAsync(
        async db =>
        {
            await db.Chats.ExecuteUpdateAsync(s => s.SetProperty(c => c.ClaimedUntil, 1L));
            await db.Outbox.Where(o => o.State == OutboxState.Waiting).ExecuteUpdateAsync(s => s.SetProperty(o => o.ClaimedUntil, 1L).SetProperty(o => o.NextTryAt, (DateTimeOffset?)null));
        },
        default);

    private static async Task CheckAsync(RunningBot bot, Crowd crowd)
    {
        var reports = crowd.Reports;
        Assert.Equal(reports, crowd.Acknowledged.Distinct().Count());
        var (taken, parked) = await bot.Store.ReadAsync(
            async db => (await db.Messages.Where(m => m.State == MessageState.Handled).Select(m => m.ExternalId).ToListAsync(), await db.Messages.Where(m => m.State != MessageState.Handled).Select(m => m.FailureCode).ToListAsync()), default);
        Assert.Empty(parked);
        Assert.Equal(crowd.Acknowledged.Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));

        var totals = await bot.TotalsAsync();
        Assert.Equal((reports, crowd.Attendance), ((long)totals["lifeline.drill.sessions"], (long)totals["lifeline.drill.attendance"]));

        var said = await bot.Store.ReadAsync(db => db.Outbox.OrderBy(o => o.Seq).Select(o => new { o.Key, o.Platform, o.ChatId, o.Kind, o.State, o.FailureCode }).ToListAsync(), default);
        Assert.All(said, o => Assert.True(o.State is OutboxState.Sent or OutboxState.Withdrawn, $"{o.Kind} {o.State} {o.FailureCode}"));
        Assert.Equal(reports, said.Count(o => o.Kind == OutgoingKind.Receipt));
        Assert.Contains(said, o => o.Kind == OutgoingKind.Reminder);

        // What was sent stands in its room once, in the order it was written.
        var lines = await bot.Store.ReadAsync(db => db.WebChatLines.Where(l => l.FromBot && l.Opens).OrderBy(l => l.Seq).Select(l => new { l.ChatId, l.RefId }).ToListAsync(), default);
        Assert.Equal(
            said.Where(o => o.State == OutboxState.Sent && o.Platform == Platform.WebChat).GroupBy(o => o.ChatId).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => g.Select(o => o.Key)),
            lines.GroupBy(l => l.ChatId).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => g.Select(l => l.RefId)));
    }

    // A platform that cannot tell a repeat may have heard a message more than once: each is known, and there are no more than hosts that died or lost their database while sending.
    private async Task CheckRepeatsAsync(RunningBot bot, FakeTelegram telegram, int kills)
    {
        var receipts = await bot.Store.ReadAsync(
            db => db.Outbox.Where(o => o.Platform == Platform.Telegram && o.Kind == OutgoingKind.Receipt).OrderBy(o => o.Seq).Select(o => new { o.ChatId, o.Payload, o.Repeats }).ToListAsync(), default);
        var heard = telegram.Of("sendMessage").Where(c => c.Answers is not null).ToList();
        var times = heard.CountBy(c => c.Answers!.Value).ToDictionary();
        var repeated = 0;
        foreach (var chat in receipts.GroupBy(r => r.ChatId))
        {
            var answered = chat.Select(r => (Of: long.Parse(JsonSerializer.Deserialize(r.Payload, PayloadJson.Readable.OutgoingMessage)!.Quotes!, CultureInfo.InvariantCulture), r.Repeats)).ToList();
            Assert.All(answered, a => Assert.InRange(times.GetValueOrDefault(a.Of), 1, 1 + a.Repeats));
            Assert.Equal(answered.Select(a => a.Of), heard.Where(c => c.Chat.ToString(CultureInfo.InvariantCulture) == chat.Key).Select(c => c.Answers!.Value).Distinct());
            repeated += answered.Sum(a => times[a.Of] - 1);
        }

        var listed = await bot.Store.ReadAsync(db => db.Outbox.SumAsync(o => o.Repeats), default);
        output.WriteLine($"{receipts.Count} receipts on Telegram, {repeated} of them heard twice; {listed} sends listed as perhaps repeated");
        Assert.InRange(repeated, 0, listed);
        Assert.InRange(listed, 0, kills);
    }
}
