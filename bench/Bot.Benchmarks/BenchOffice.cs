using System.Text;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Host;
using Bot.Host.Outbound;
using Bot.Host.Reminders;
using Bot.Host.Simulation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Benchmarks;

/// <summary>A large office in a database file of its own: branches with a group each, dues made, three units in ten have reported.</summary>
internal sealed class BenchOffice : IAsyncDisposable
{
    private static readonly DateTimeOffset Bound = new(2024, 5, 30, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Afternoon = new(2024, 6, 6, 15, 0, 0, TimeSpan.FromHours(8));

    private readonly string folder = Directory.CreateTempSubdirectory("bench-dues").FullName;
    private readonly DrivenClock clock = new(Bound);
    private readonly ServiceProvider services;
    private OfficeId office;

    private BenchOffice()
    {
        var parts = new ServiceCollection();
        parts.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        parts.AddLogging();
        parts.AddBot(new BotOptions { DataFolder = folder, Demo = false });
        parts.RemoveAll<ISender>();
        parts.AddSingleton<TimeProvider>(clock);
        parts.AddSingleton<RehearsalSender>();
        parts.AddSingleton<ISender>(p => p.GetRequiredService<RehearsalSender>());
        services = parts.BuildServiceProvider();
    }

    private Store Store => services.GetRequiredService<Store>();

    public static async Task<BenchOffice> MakeAsync(int branches, int perBranch, int occurrences)
    {
        var made = new BenchOffice();
        await made.services.GetRequiredService<Schema>().MigrateAsync(default);
        await made.Store.WriteAsync(db => made.SeedAsync(db, branches, perBranch, occurrences), default);
        await made.services.GetRequiredService<IDues>().EnsureAsync(made.office, Bound, default);

        // Three of ten have reported this week and every week before.
        await made.Store.WriteAsync(
            db => db.Database.ExecuteSqlAsync($"UPDATE \"Dues\" SET \"State\" = 'Met', \"MetAt\" = {Bound.UtcDateTime} WHERE \"UnitId\" IN (SELECT \"Id\" FROM \"Units\" WHERE \"Order\" % 10 < 3)"), default);
        made.clock.MoveTo(Afternoon);
        return made;
    }

    /// <summary>The product: decides, words and sends what is due this afternoon; returns how many messages went out.</summary>
    public async Task<int> PushMorningAsync()
    {
        await services.GetRequiredService<ReminderTick>().RunAsync(default);
        await services.GetRequiredService<OutboxWorker>().DrainAsync(default);
        return services.GetRequiredService<RehearsalSender>().Take().Count(s => s.Message.Kind == OutgoingKind.Reminder && s.Message.Dues.Count == 1);
    }

    /// <summary>
    /// The least that has to happen to rows: one query for who is missing by group, keys and messages in one transaction, and a
    /// transaction per message for being claimed and one for having been sent.
    /// </summary>
    public async Task<int> PlainMorningAsync()
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(folder, "safetymonth.db")};Foreign Keys=False");
        await db.OpenAsync();
        var texts = await MissingAsync(db);
        await WriteAsync(db, texts);
        foreach (var chat in texts.Keys)
        {
            await RunAsync(db, "UPDATE \"Outbox\" SET \"ClaimedUntil\" = 1 WHERE \"Key\" = $key", ("$key", $"push-{chat}"));
            await RunAsync(db, "UPDATE \"Outbox\" SET \"State\" = 'Sent', \"SentAt\" = $at WHERE \"Key\" = $key", ("$at", Afternoon.UtcDateTime), ("$key", $"push-{chat}"));
        }

        return texts.Count;
    }

    /// <summary>The product: what 进度 counts.</summary>
    public async Task<DueRates> CompletenessAsync() =>
        DueRates.Of(await services.GetRequiredService<IDues>().OfCampaignAsync(office, new CampaignId("bench"), null, default));

    /// <summary>The same counts from the database.</summary>
    public async Task<DueRates> PlainCompletenessAsync()
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(folder, "safetymonth.db")};Mode=ReadOnly");
        await db.OpenAsync();
        await using var count = db.CreateCommand();
        count.CommandText = "SELECT \"ObligationId\", \"Occurrence\", \"State\", COUNT(*) FROM \"Dues\" WHERE \"CampaignId\" = 'bench' GROUP BY 1, 2, 3";
        await using var rows = await count.ExecuteReaderAsync();
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await rows.ReadAsync()) sums[rows.GetString(2)] = sums.GetValueOrDefault(rows.GetString(2)) + rows.GetInt32(3);
        return new DueRates(sums.GetValueOrDefault("Met"), sums.GetValueOrDefault("Late"), sums.GetValueOrDefault("Open"), sums.GetValueOrDefault("Excused"));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task SeedAsync(BotDb db, int branches, int perBranch, int occurrences)
    {
        var ids = services.GetRequiredService<IIdSource>();
        office = new OfficeId(ids.Next());
        db.Offices.Add(new OfficeRow { Id = office.Value, Name = "区", Zone = "Asia/Shanghai", CreatedAt = Bound });
        var revision = await services.GetRequiredService<CampaignActivation>().ActivateAsync(db, office.Value, Plan(occurrences), null, Bound, default);
        for (var branch = 0; branch < branches; branch++)
        {
            var (top, group) = (ids.Next(), ids.Next());
            for (var i = 0; i < perBranch; i++)
            {
                var order = (branch * perBranch) + i;
                db.Units.Add(new UnitRow
                {
                    Id = i == 0 ? top : ids.Next(), OfficeId = office.Value, Name = $"第{order}网格", Order = order, ParentId = i == 0 ? null : top,
                });
            }

            db.Groups.Add(new GroupRow { Id = group, OfficeId = office.Value, Platform = Platform.WebChat, ChatId = $"g{branch}", Name = $"群{branch}", BoundAt = Bound, TopUnitId = top });
            db.GroupCampaigns.Add(new GroupCampaignRow { OfficeId = office.Value, GroupId = group, CampaignId = revision.Campaign.Value, Revision = revision.Number, BoundAt = Bound });
        }
    }

    // Every Thursday, so many times.
    private static string Plan(int occurrences)
    {
        var last = new DateOnly(2024, 6, 6).AddDays(7 * (occurrences - 1));
        return new StringBuilder("id: bench\ntitle: 方案\nsubject: 安全生产月\nyear: 2024\nperiod: { from: 2024-06-01, to: 2024-06-30 }\nobligations:\n")
            .Append(System.Globalization.CultureInfo.InvariantCulture, $"  - {{ id: weekly, kind: material, schedule: weekly, weekday: thu, from: 2024-06-01, to: {last:yyyy-MM-dd} }}\n")
            .Append("forms:\n  - id: form1\n    attachment: 1\n    name: 统计表\n    origin: plan\n    columns: [项目, 情况]\n    rows:\n      - name: 演练\n        requirement: 开展演练。\n        lines: [\"开展演练（{drill.sessions}）场\"]\n        slots: [{ slot: drill.sessions, phrase: 开展演练, measure: 场 }]\n")
            .ToString();
    }

    private static async Task<Dictionary<string, string>> MissingAsync(SqliteConnection db)
    {
        await using var query = db.CreateCommand();
        query.CommandText = """
            SELECT g."ChatId", u."Name" FROM "Dues" d JOIN "Units" u ON u."Id" = d."UnitId" JOIN "Groups" g ON g."TopUnitId" = COALESCE(u."ParentId", u."Id")
            WHERE d."Occurrence" = '2024-06-06' AND d."State" = 'Open' ORDER BY g."ChatId", u."Order"
            """;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var rows = await query.ExecuteReaderAsync();
        while (await rows.ReadAsync()) texts[rows.GetString(0)] = texts.TryGetValue(rows.GetString(0), out var names) ? $"{names}、{rows.GetString(1)}" : rows.GetString(1);
        return texts;
    }

    private async Task WriteAsync(SqliteConnection db, Dictionary<string, string> texts)
    {
        await using var transaction = await db.BeginTransactionAsync();
        foreach (var (chat, text) in texts)
        {
            await RunAsync(
                db, "INSERT INTO \"Outbox\" (\"Key\", \"OfficeId\", \"Platform\", \"ChatId\", \"Kind\", \"Payload\", \"CreatedAt\", \"State\", \"Attempts\", \"ClaimedUntil\") VALUES ($key, $office, 'WebChat', $chat, 'Reminder', $text, $at, 'Waiting', 0, 0)",
                ("$key", $"push-{chat}"), ("$office", office.Value), ("$chat", chat), ("$text", text), ("$at", Afternoon.UtcDateTime));
            await RunAsync(
                db, "INSERT INTO \"Pushes\" (\"OfficeId\", \"Key\", \"Kind\", \"CampaignId\", \"ObligationId\", \"Occurrence\", \"Deadline\", \"Step\", \"Platform\", \"ChatId\", \"PlannedAt\", \"DecidedAt\", \"State\", \"Units\") VALUES ($office, $key, 'Reminder', 'bench', 'weekly', '2024-06-06', '2024-06-06', 'day-15', 'WebChat', $chat, $at, $at, 'Queued', '[]')",
                ("$office", office.Value), ("$key", chat), ("$chat", chat), ("$at", Afternoon.UtcDateTime));
        }

        await transaction.CommitAsync();
    }

    private static async Task RunAsync(SqliteConnection db, string sql, params (string Name, object Value)[] values)
    {
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync();
    }
}
