using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Host.Verbs;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bot.Benchmarks;

/// <summary>Hosts as the program runs them, on one PostgreSQL, with many groups whose units all report for the demo's campaign.</summary>
internal sealed class BenchService : IAsyncDisposable
{
    private const int UnitsPerChat = 5;

    private readonly string folder = Directory.CreateTempSubdirectory("bench-service").FullName;
    private readonly List<WebApplication> hosts = [];
    private readonly BenchDatabase database;

    private BenchService(BenchDatabase database) => this.database = database;

    /// <summary>Who reports where, chat after chat.</summary>
    public IReadOnlyList<(ChatKey Chat, AccountKey Sender, string Unit)> Reporters { get; private set; } = [];

    private IServiceProvider Services => hosts[0].Services;

    public static async Task<BenchService> StartAsync(string connection, int howMany, int chats)
    {
        var made = new BenchService(await BenchDatabase.MakeAsync(connection));
        for (var i = 0; i < howMany; i++) await made.StartHostAsync();
        await made.SeedAsync(chats);
        return made;
    }

    /// <summary>What every entrance of the program calls: durable when it returns.</summary>
    public async Task AcceptAsync(int report)
    {
        var (chat, sender, unit) = Reporters[report % Reporters.Count];
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var taken = await hosts[report % hosts.Count].Services.GetRequiredService<IInbox>().AcceptAsync(
            new IncomingMessage
            {
                Id = new MessageId(Services.GetRequiredService<IIdSource>().Next()), Key = new MessageKey(chat, $"r{report}", 0), Event = MessageEvent.Said, Sender = sender, SenderName = unit,
                SaidAt = now, ReceivedAt = now, Text = BenchReports.Text(report, unit),
            },
            default);
        if (!taken) throw new InvalidOperationException("A report was there already.");
    }

    /// <summary>How many messages wait to be handled, and how many receipts to be sent.</summary>
    public async Task<(long Messages, long Receipts)> WaitingAsync()
    {
        await using var count = Database.CreateCommand(
            "SELECT (SELECT COUNT(*) FROM \"Messages\" WHERE \"State\" = 'Waiting'), (SELECT COUNT(*) FROM \"Outbox\" WHERE \"State\" = 'Waiting')");
        await using var row = await count.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>What the database would do by itself in a while: looks at how its tables are filled, and writes out what it holds back.</summary>
    public async Task SettleAsync()
    {
        foreach (var sql in new[] { "VACUUM ANALYZE", "CHECKPOINT" })
        {
            await using var command = Database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Processor time of the server's processes that work for this database; zero where they are not on this machine.</summary>
    public TimeSpan DatabaseTime() => database.ProcessorTime();

    /// <summary>Stops where not every report was booked once, as it was told, and answered once in a line of its chat (of a longer run reminders are lines too).</summary>
    public async Task VerifyAsync(int reports)
    {
        await using var query = Database.CreateCommand(
            """
            SELECT (SELECT COUNT(*) FROM "Messages" WHERE "State" = 'Handled'), (SELECT COUNT(*) FROM "Outbox" WHERE "State" = 'Sent' AND "Kind" = 'Receipt'),
              (SELECT COUNT(*) FROM "WebChatLines" WHERE "FromBot" AND "RefId" LIKE 're-%'), (SELECT SUM("Thousandths") / 1000 FROM "Bookings" WHERE "SlotId" LIKE '%.attendance')::bigint
            """);
        await using var row = await query.ExecuteReaderAsync();
        await row.ReadAsync();
        var found = (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
        var told = (reports, reports, reports, Enumerable.Range(0, reports).Sum(r => (long)BenchReports.Attendance(r)));
        if (found != told) throw new InvalidOperationException($"Handled, receipts, lines, attendance are {found}, not {told}.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.StopAsync(CancellationToken.None);
            await host.DisposeAsync();
        }

        await Database.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private NpgsqlDataSource Database => field ??= NpgsqlDataSource.Create(database.Connection);

    private async Task StartHostAsync()
    {
        var host = await Serve.BuildAsync(
            [
                $"--SafetyMonth:DataFolder={folder}", "--SafetyMonth:Database:Provider=PostgreSql", $"--SafetyMonth:Database:ConnectionString={database.Connection}",
                "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error",
            ],
            default);
        await host.StartAsync(CancellationToken.None);
        hosts.Add(host);
    }

    private async Task SeedAsync(int chats)
    {
        var store = Services.GetRequiredService<Store>();
        var (office, reporters) = await store.WriteAsync(db => MakeAsync(db, chats), default);
        await Services.GetRequiredService<IDues>().EnsureAsync(office, Services.GetRequiredService<TimeProvider>().GetUtcNow(), default);
        Reporters = reporters;
        await SettleAsync();
    }

    private async Task<(OfficeId Office, IReadOnlyList<(ChatKey Chat, AccountKey Sender, string Unit)> Reporters)> MakeAsync(BotDb db, int chats)
    {
        var ids = Services.GetRequiredService<IIdSource>();
        var binding = await db.GroupCampaigns.SingleAsync();
        var office = binding.OfficeId;
        var made = new List<(ChatKey, AccountKey, string)>();
        for (var chat = 0; chat < chats; chat++)
        {
            var group = ids.Next();
            var top = ids.Next();
            db.Groups.Add(new GroupRow { Id = group, OfficeId = office, Platform = Platform.WebChat, ChatId = $"g-{group:n}", Name = $"群{chat + 1}", BoundAt = binding.BoundAt, TopUnitId = top });
            db.GroupCampaigns.Add(new GroupCampaignRow { OfficeId = office, GroupId = group, CampaignId = binding.CampaignId, Revision = binding.Revision, BoundAt = binding.BoundAt });
            for (var at = 0; at < UnitsPerChat; at++)
            {
                var order = (chat * UnitsPerChat) + at;
                var (unit, person, account) = (at == 0 ? top : ids.Next(), ids.Next(), $"bench{order}");
                db.Units.Add(new UnitRow { Id = unit, OfficeId = office, Name = $"第{order + 1}网格", Type = "社区", Order = 100 + order, ParentId = at == 0 ? null : top });
                db.People.Add(new PersonRow { Id = person, OfficeId = office, Name = $"第{order + 1}网格安全员", Role = Role.Liaison });
                db.Accounts.Add(new AccountRow { OfficeId = office, Platform = Platform.WebChat, ExternalId = account, PersonId = person });
                db.GroupMembers.Add(new GroupMemberRow { OfficeId = office, GroupId = group, PersonId = person });
                db.Liaisons.Add(new LiaisonRow { Id = ids.Next(), OfficeId = office, PersonId = person, UnitId = unit, From = new DateOnly(2024, 5, 1), MayReport = true, MayConfirm = true });
                made.Add((new ChatKey(Platform.WebChat, $"g-{group:n}"), new AccountKey(Platform.WebChat, account), $"第{order + 1}网格"));
            }
        }

        // One report of every chat, then the next of every chat.
        return (new OfficeId(office), [.. made.Select((r, i) => (r, i)).OrderBy(x => x.i % UnitsPerChat).ThenBy(x => x.i).Select(x => x.r)]);
    }
}
