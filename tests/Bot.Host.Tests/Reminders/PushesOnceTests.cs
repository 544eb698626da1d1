using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain.Reminders;
using Bot.Host.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Reminders;

/// <summary>Whatever wakes the program, and whatever its clock does: each push is sent once.</summary>
public sealed class PushesOnceTests
{
    private static readonly DateTimeOffset Friday = At(14, 9, 0);

    [Fact]
    public async Task A_second_wake_up_sends_nothing_again()
    {
        await using var bot = await RunningBot.StartAsync();
        await RunToAsync(bot, Friday);
        var once = await RemindersAsync(bot);
        Assert.Contains("原定6月13日", Assert.Single(once).Text, StringComparison.Ordinal);

        for (var i = 0; i < 3; i++) await SettleAsync(bot);
        Assert.Single(await RemindersAsync(bot));
    }

    [Fact]
    public async Task Two_hosts_that_wake_at_once_send_one_reminder()
    {
        await using var first = await RunningBot.StartAsync();
        await using var second = await RunningBot.StartAsync(first.Folder);
        await first.Clock.MoveToAsync(Friday, default);
        await second.Clock.MoveToAsync(Friday, default);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SettleAsync(i % 2 == 0 ? first : second)));
        Assert.Single(await RemindersAsync(first));
    }

    [Fact]
    public async Task A_clock_set_back_an_hour_sends_nothing_twice()
    {
        await using var bot = await RunningBot.StartAsync();
        await RunToAsync(bot, Friday.AddMinutes(5));
        await bot.Clock.MoveToAsync(Friday.AddMinutes(-55), default);
        await SettleAsync(bot);
        await RunToAsync(bot, Friday.AddHours(2));
        Assert.Single(await RemindersAsync(bot));
    }

    [Fact]
    public async Task A_clock_that_jumps_over_several_steps_sends_only_the_newest_and_writes_down_the_others()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Clock.MoveToAsync(At(18, 10, 0), default); // past the overdue reminder of the 14th and the escalation of the 17th
        await SettleAsync(bot);

        Assert.Empty(await RemindersAsync(bot));
        var pushes = await bot.Store.ReadAsync(db => db.Pushes.Where(p => p.ObligationId == "weekly-material" && p.Kind != PushKind.Rollup).OrderBy(p => p.PlannedAt).ToListAsync(), default);
        Assert.Equal([("overdue", SkipReason.Newer), ("escalation", SkipReason.TooOld)], pushes.Select(p => (p.Step, p.Reason!.Value)));
    }

    [Fact]
    public async Task A_missed_step_younger_than_a_day_is_sent_after_the_night()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Clock.MoveToAsync(At(14, 22, 0), default);
        await SettleAsync(bot);
        Assert.Empty(await RemindersAsync(bot));

        await RunToAsync(bot, At(15, 8, 30));
        Assert.Single(await RemindersAsync(bot));
    }

    [Fact]
    public async Task An_escalation_goes_to_the_admin_alone()
    {
        await using var bot = await RunningBot.StartAsync();
        await RunToAsync(bot, At(17, 9, 30));
        var admin = await bot.PersonAsync("应急办管理员");
        Assert.Contains(await bot.SaidAsync(admin, await bot.PrivateAsync(admin)), e => e.Text.Contains("13家", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.SaidAsync(admin, await bot.GroupAsync(admin)), e => e.Kind == Bot.Domain.Messages.OutgoingKind.Escalation);
    }

    [Fact]
    public async Task A_burst_broken_off_by_kills_reaches_every_group_once()
    {
        Assert.SkipWhen(OnPostgres.IsAsked, "it looks into the file; on PostgreSQL the crash test covers it");
        const int groups = 40;
        var folder = Directory.CreateTempSubdirectory("safetymonth-burst").FullName;
        try
        {
            await SeedGroupsAsync(folder, groups);
            for (var i = 0; i < 4; i++)
            {
                using var program = await ChildProgram.StartAsync(folder);
                using var page = new PageClient(program.Address);
                await page.PickAsync("应急办管理员");
                // The answer may never come: the program is killed while it is at it.
                var moving = page.MoveClockAsync("2024-06-14T09:00");
                await ReadAsync(folder, i * groups / 5);
                await program.KillAsync();
                await Task.WhenAny(moving); // answered, or broken off with the program
                _ = moving.Exception;
            }

            await using var bot = await RunningBot.StartAsync(folder);
            await bot.Clock.MoveToAsync(Friday, default);
            await SettleAsync(bot);
            await bot.QuietAsync();
            var lines = await bot.Store.ReadAsync(
                db => (from l in db.WebChatLines join o in db.Outbox on l.RefId equals o.Key where l.FromBot && o.Kind == Bot.Domain.Messages.OutgoingKind.Reminder group l by l.ChatId into g select g.Count()).ToListAsync(), default);
            Assert.Equal(Enumerable.Repeat(1, groups + 1), lines);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DateTimeOffset At(int day, int hour, int minute) => new(2024, 6, day, hour, minute, 0, TimeSpan.FromHours(8));

    private static async Task RunToAsync(RunningBot bot, DateTimeOffset target) =>
        await bot.Services.GetRequiredService<TimeRun>().RunToAsync(target, t => bot.Clock.MoveToAsync(t, default), stops: true, default);

    private static async Task SettleAsync(RunningBot bot)
    {
        await bot.Services.GetRequiredService<TimeRun>().SettleAsync(default);
        await bot.QuietAsync();
    }

    private static async Task<IReadOnlyList<ChatEntry>> RemindersAsync(RunningBot bot)
    {
        await bot.QuietAsync();
        var admin = await bot.PersonAsync("应急办管理员");
        return [.. (await bot.SaidAsync(admin, await bot.GroupAsync(admin))).Where(e => e.Text.StartsWith("温馨提醒", StringComparison.Ordinal))];
    }

    // Units of their own below a branch each, so that every group has somebody to remind.
    private static async Task SeedGroupsAsync(string folder, int groups)
    {
        await using var bot = await RunningBot.StartAsync(folder);
        await bot.Store.WriteAsync(
            async db =>
            {
                var binding = await db.GroupCampaigns.SingleAsync();
                var ids = bot.Services.GetRequiredService<Bot.Domain.IIdSource>();
                for (var i = 0; i < groups; i++)
                {
                    var (unit, group) = (ids.Next(), ids.Next());
                    db.Units.Add(new UnitRow { Id = unit, OfficeId = binding.OfficeId, Name = $"第{i + 1}网格", Type = "社区", Order = 100 + i });
                    db.Groups.Add(new GroupRow
                    {
                        Id = group, OfficeId = binding.OfficeId, Platform = Bot.Domain.Messages.Platform.WebChat, ChatId = $"g-{group:n}", Name = $"群{i + 1}",
                        BoundAt = binding.BoundAt, TopUnitId = unit,
                    });
                    db.GroupCampaigns.Add(new GroupCampaignRow
                    {
                        OfficeId = binding.OfficeId, GroupId = group, CampaignId = binding.CampaignId, Revision = binding.Revision, BoundAt = binding.BoundAt,
                    });
                }
            },
            default);
        await SettleAsync(bot);
    }

    // Until so many groups have heard it.
    private static async Task ReadAsync(string folder, int heard)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "safetymonth.db")};Mode=ReadOnly;Default Timeout=30");
        await connection.OpenAsync(patience.Token);
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM \"Outbox\" WHERE \"Kind\" = 'Reminder' AND \"State\" = 'Sent'";
        while ((long)(await count.ExecuteScalarAsync(patience.Token))! < heard) await Task.Yield();
    }
}
