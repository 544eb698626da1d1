using System.Diagnostics;
using System.Globalization;
using Bot.Adapters.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Npgsql;

namespace Bot.Benchmarks;

/// <summary>
/// Totals of many units over half a year, of all and of one branch, beside the bare sum by unit and slot of the same bookings in
/// the same database. Both must find the same.
/// </summary>
internal static class RollupRun
{
    private const int Weeks = 26;
    private const int Slots = 8;
    private const int BranchUnits = 100;
    private const int Rounds = 5;

    private static readonly OfficeId Office = new(new Guid("00000000-0000-7000-8000-000000000001"));
    private static readonly CampaignId Campaign = new("bench");
    private static readonly DaySpan HalfYear = new(new DateOnly(2024, 1, 1), new DateOnly(2024, 6, 30));

    public static async Task PrintAsync(string connection, int units, TextWriter output)
    {
        await using var database = await BenchDatabase.MakeAsync(connection);
        await using var store = new PostgresStore(database.Connection);
        await new Schema(store).MigrateAsync(default);
        await SeedAsync(store.Connections, units);
        var ledger = new LedgerStore(store);
        IReadOnlyList<UnitId> branch = [.. Enumerable.Range(units / 2, BranchUnits).Select(u => new UnitId(Unit(u)))];
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{units:#,0} units × {Weeks} weeks × {Slots} slots: {(long)units * Weeks * Slots:#,0} bookings; median of {Rounds} rounds after one that is left out\n\n| | ours, ms | SUM … GROUP BY, ms | ours takes |\n|---|--:|--:|--:|"));
        foreach (var (name, whose, period) in new (string, IReadOnlyList<UnitId>?, DaySpan?)[]
                 {
                     ("all units, so far", null, null), ("all units, one week", null, new DaySpan(new DateOnly(2024, 4, 1), new DateOnly(2024, 4, 7))),
                     ("all units, half a year", null, HalfYear), ("a branch of 100, so far", branch, null), ("a branch of 100, half a year", branch, HalfYear),
                 })
        {
            var rounds = new List<(TimeSpan Ours, TimeSpan Bare)>();
            for (var i = 0; i <= Rounds; i++) rounds.Add(await RoundAsync(ledger, store.Connections, whose, period));
            var (ours, bare) = (Median(rounds.Skip(1).Select(r => r.Ours)), Median(rounds.Skip(1).Select(r => r.Bare)));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {name} | {ours:#,0.0} | {bare:#,0.0} | {ours / bare:0.00}× |"));
        }
    }

    private static async Task<(TimeSpan Ours, TimeSpan Bare)> RoundAsync(ILedger ledger, NpgsqlDataSource database, IReadOnlyList<UnitId>? units, DaySpan? period)
    {
        var slots = Enumerable.Range(0, Slots).Select(s => new Slot { Id = new SlotId($"a{s}.sessions"), Phrase = "开展", Measure = "场", Aggregate = Aggregate.Sum }).ToList();
        var watch = Stopwatch.StartNew();
        var ours = await ledger.TotalsAsync(Office, Campaign, slots, units, period, default);
        var took = watch.Elapsed;
        watch.Restart();
        var sum = 0m;
        await using (var query = database.CreateCommand(
            $"""
            SELECT "UnitId", "SlotId", SUM("Thousandths") FROM "Bookings" WHERE "OfficeId" = $1 AND "CampaignId" = $2
            {(units is null ? "" : "AND \"UnitId\" = ANY ($3)")} {(period is null ? "" : $"AND \"Day\" BETWEEN '{period.Value.From:yyyy-MM-dd}' AND '{period.Value.To:yyyy-MM-dd}'")} GROUP BY 1, 2
            """))
        {
            query.Parameters.Add(new NpgsqlParameter { Value = Office.Value });
            query.Parameters.Add(new NpgsqlParameter { Value = Campaign.Value });
            query.CommandTimeout = 0;
            if (units is not null) query.Parameters.Add(new NpgsqlParameter { Value = units.Select(u => u.Value).ToArray() });
            await using var rows = await query.ExecuteReaderAsync();
            while (await rows.ReadAsync()) sum += rows.GetDecimal(2) / 1000;
        }

        var bare = watch.Elapsed;
        return ours.Sum(c => c.Value) == sum && sum > 0 ? (took, bare) : throw new InvalidOperationException($"{ours.Sum(c => c.Value)} is not {sum}.");
    }

    // Week after week as it would have come; of a hundred figures two are said to be about so many, two were not written, and one in five hundred was corrected.
    private static async Task SeedAsync(NpgsqlDataSource database, int units)
    {
        await using var connection = await database.OpenConnectionAsync();
        var indexes = new List<(string Name, string Sql)>();
        await using (var named = new NpgsqlCommand("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'Bookings' AND indexname NOT LIKE 'PK%'", connection))
        await using (var rows = await named.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync()) indexes.Add((rows.GetString(0), rows.GetString(1)));
        }

        foreach (var (name, _) in indexes) await RunAsync(connection, $"DROP INDEX \"{name}\"");
        await RunAsync(
            connection,
            $"""
            INSERT INTO "Bookings" ("Id", "OfficeId", "CampaignId", "Revision", "UnitId", "SlotId", "Day", "Thousandths", "Bound", "Implied", "Cause", "ActivityId", "SubmissionId",
              "MessageId", "SpanFrom", "SpanTo", "Rule", "At")
            SELECT ('0190' || lpad(to_hex(w * 16 + s), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(u), 12, '0'))::uuid, '{Office.Value}', '{Campaign.Value}', 1,
              ('10000000-0000-7000-8000-' || lpad(to_hex(u), 12, '0'))::uuid, 'a' || s || '.sessions', DATE '2024-01-01' + w * 7 + u % 5, 1000 * (1 + (u + w + s) % 40),
              CASE WHEN (u * 7 + w * 3 + s) % 50 = 0 THEN 'About' ELSE 'Exact' END, (u * 11 + w + s) % 50 = 1, CASE WHEN (u * 13 + w * 5 + s) % 500 = 2 THEN 'Correction' ELSE 'Report' END,
              ('20000000-' || lpad(to_hex(w), 4, '0') || '-7000-8000-' || lpad(to_hex(u), 12, '0'))::uuid, ('30000000-' || lpad(to_hex(w), 4, '0') || '-7000-8000-' || lpad(to_hex(u), 12, '0'))::uuid,
              ('40000000-' || lpad(to_hex(w), 4, '0') || '-7000-8000-' || lpad(to_hex(u), 12, '0'))::uuid, 10, 12, 'activity', TIMESTAMPTZ '2024-01-01 08:00+00' + w * INTERVAL '7 days'
            FROM generate_series(0, {Weeks - 1}) w, generate_series(0, {units - 1}) u, generate_series(0, {Slots - 1}) s
            """);
        foreach (var (_, sql) in indexes) await RunAsync(connection, sql);
        await RunAsync(connection, "VACUUM ANALYZE \"Bookings\"");
        await RunAsync(connection, "CHECKPOINT");
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static Guid Unit(int number) => new(string.Create(CultureInfo.InvariantCulture, $"10000000-0000-7000-8000-{number:x12}"));

    private static double Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Rounds / 2).TotalMilliseconds;
}
