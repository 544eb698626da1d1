using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Tests;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>A host that is asked to end: it claims nothing more, finishes what it has, and leaves nothing that others would have to wait for.</summary>
public sealed class TerminatedProgramTests
{
    private const int Reports = 8;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_terminated_host_finishes_what_it_has_claimed_and_gives_everything_back(bool onPostgres)
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-term").FullName;
        var server = onPostgres ? await PostgresServer.SharedAsync() : null;
        var connection = server?.Connection(await server.DatabaseAsync(), mostConnections: 16);
        string[] database = connection is null ? [] : OnPostgres.Arguments(connection);
        await using var store = connection is null ? Bot.Host.Verbs.StoreAt.Of(Path.Combine(folder, "safetymonth.db")) : Bot.Host.Verbs.StoreAt.Of(connection);
        try
        {
            using var program = await ChildProgram.StartWithAsync(folder, database);
            using var page = new PageClient(program.Address);
            await page.PickAsync("丰乐社区安全员");
            var told = 0;

            // A message is in work that cannot be completed while the ledger is held here.
            var ledger = await HoldAsync(store.Store, async () => (await page.PostAsync($"6月{++told}日组织应急疏散演练1场，{100 + told}人参加")).Status);
            var before = await WaitingAsync(store.Store);
            program.Terminate();
            await RefusedAsync(program.Address);
            Assert.False(program.HasEnded);
            await ledger.DisposeAsync();

            Assert.Equal(0, await program.EndedAsync());
            Assert.DoesNotContain("fail:", program.Log, StringComparison.Ordinal);
            Assert.True(await WaitingAsync(store.Store) < before, "what was claimed was not finished");
            Assert.Equal((0, 0), await HeldAsync(store.Store));

            // Another host goes on with the rest, and nothing is counted twice.
            await using var next = await RunningBot.StartAsync(folder, database);
            await next.QuietAsync();
            Assert.Equal(told, (await next.TotalsAsync())["lifeline.drill.sessions"]);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    // Posts until somebody is at work on it when the ledger is taken from them.
    private static async Task<IAsyncDisposable> HoldAsync(Store store, Func<Task<System.Net.HttpStatusCode>> post)
    {
        for (var tries = 0; tries < Reports; tries++)
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, await post());
            var ledger = await HeldLedger.TakeAsync(store);
            if (await store.ReadAsync(db => db.Chats.AnyAsync(c => c.ClaimToken != null && db.Messages.Any(m => m.ChatId == c.ChatId && m.State == MessageState.Waiting)), default)) return ledger;
            await ledger.DisposeAsync();
        }

        throw new InvalidOperationException("Every message was handled before the ledger could be held.");
    }

    private static Task<int> WaitingAsync(Store store) => store.ReadAsync(db => db.Messages.CountAsync(m => m.State == MessageState.Waiting), default);

    private static async Task<(int Chats, int Outbox)> HeldAsync(Store store)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        return await store.ReadAsync(
            async db => (await db.Chats.CountAsync(c => c.ClaimToken != null), await db.Outbox.CountAsync(o => o.State == OutboxState.Waiting && o.ClaimedUntil > now)), default);
    }

    // It stops listening as soon as it is asked to end.
    private static async Task RefusedAsync(Uri address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (true)
        {
            using var probe = new System.Net.Sockets.TcpClient();
            try
            {
                await probe.ConnectAsync(address.Host, address.Port, patience.Token);
            }
            catch (System.Net.Sockets.SocketException)
            {
                return;
            }
        }
    }
}
