using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>The program as its own process, killed as hard as the system can.</summary>
public sealed class KilledProgramTests
{
    [Fact]
    public async Task What_was_acknowledged_before_a_kill_gets_its_receipt_after_the_restart_and_counts_once()
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-kill").FullName;
        try
        {
            const int kills = 5;
            for (var i = 1; i <= kills; i++)
            {
                using var program = await ChildProgram.StartAsync(folder);
                using var page = new PageClient(program.Address);
                await page.PickAsync("丰乐社区安全员");
                var (status, _) = await page.PostAsync($"6月{i}日组织应急疏散演练1场，{100 + i}人参加");
                Assert.Equal(System.Net.HttpStatusCode.OK, status);
                await program.KillAsync();
            }

            await using var bot = await RunningBot.StartAsync(folder);
            await bot.QuietAsync();
            var liaison = await bot.PersonAsync("丰乐社区安全员");
            var receipts = await bot.SaidAsync(liaison, await bot.GroupAsync(liaison));
            Assert.Equal(kills, receipts.Count);
            Assert.Equal(kills, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
            Assert.Equal((100 * kills) + (kills * (kills + 1) / 2), (await bot.TotalsAsync())["lifeline.drill.attendance"]);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_message_accepted_but_not_handled_when_the_program_died_is_handled_by_the_next_one()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("丰乐社区安全员");
        await bot.SayAsync(liaison, "6月12日组织应急疏散演练1场，51人参加");
        await bot.QuietAsync();

        // As a host leaves it that died after the claim: held, with a lease that has run out.
        await bot.Store.WriteAsync(
            async db =>
            {
                await db.Messages.ExecuteUpdateAsync(s => s.SetProperty(m => m.State, Bot.Adapters.Storage.Rows.MessageState.Waiting));
                await db.Chats.ExecuteUpdateAsync(s => s.SetProperty(c => c.ClaimToken, Guid.Empty).SetProperty(c => c.ClaimedUntil, 1L));
            },
            default);
        await bot.QuietAsync();
        Assert.Equal(51, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
        Assert.Single(await bot.SaidAsync(liaison, await bot.GroupAsync(liaison)));
    }
}
