using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>What the bot costs the units and spares the office, week by week (design §5: noise is a budget). Counts only.</summary>
internal sealed class Burdens(Store store, TimeProvider clock)
{
    /// <summary>How many weeks are told, the present one among them.</summary>
    public const int Weeks = 4;

    /// <summary>The weeks, Monday to Sunday in the office's zone, the present one first.</summary>
    public Task<IReadOnlyList<WeekBurden>> ReadAsync(OfficeId office, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<WeekBurden>>(
        async db =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Offices.Where(o => o.Id == office.Value).Select(o => o.Zone).SingleAsync(cancel));
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            var begins = Enumerable.Range(0, Weeks).Select(w => Instant(monday.AddDays(-7 * w), zone)).ToArray();
            var units = await db.Units.CountAsync(u => u.OfficeId == office.Value && (u.ClosedOn == null || u.ClosedOn > today), cancel);
            var said = await SaidAsync(db, office.Value, begins, cancel);
            var asked = await AskedAsync(db, office.Value, begins, cancel);
            var spared = await SparedAsync(db, office.Value, begins, cancel);
            var idle = await IdleAsync(db, office.Value, begins, cancel);
            return
            [
                .. Enumerable.Range(0, Weeks).Select(w => new WeekBurden
                {
                    First = monday.AddDays(-7 * w), Units = units, Said = said.Where(s => s.Week == w).ToDictionary(s => s.Kind, s => s.Count),
                    Asked = asked.Where(a => a.Week == w).Sum(a => a.Count), Answered = asked.Where(a => a.Week == w && a.Settled).Sum(a => a.Count),
                    Spared = spared.GetValueOrDefault(w), Idle = idle.GetValueOrDefault(w),
                }),
            ];
        },
        cancel);

    // Each table is gone through once; the week is counted by the database, back from the present one.
    private static async Task<List<(int Week, OutgoingKind Kind, int Count)>> SaidAsync(BotDb db, Guid office, DateTimeOffset[] begins, CancellationToken cancel)
    {
        var (w0, w1, w2, w3) = (begins[0], begins[1], begins[2], begins[3]);
        var rows = await db.Outbox.Where(o => o.OfficeId == office && o.State == OutboxState.Sent && o.SentAt >= w3)
            .GroupBy(o => new { o.Kind, Week = o.SentAt >= w0 ? 0 : o.SentAt >= w1 ? 1 : o.SentAt >= w2 ? 2 : 3 })
            .Select(g => new { g.Key.Kind, g.Key.Week, Count = g.Count() }).ToListAsync(cancel);
        return rows.ConvertAll(r => (r.Week, r.Kind, r.Count));
    }

    private static async Task<List<(int Week, bool Settled, int Count)>> AskedAsync(BotDb db, Guid office, DateTimeOffset[] begins, CancellationToken cancel)
    {
        var (w0, w1, w2, w3) = (begins[0], begins[1], begins[2], begins[3]);
        var rows = await db.Remarks.Where(r => r.OfficeId == office && r.Blocks && r.At >= w3)
            .GroupBy(r => new { Settled = r.SettledAt != null, Week = r.At >= w0 ? 0 : r.At >= w1 ? 1 : r.At >= w2 ? 2 : 3 })
            .Select(g => new { g.Key.Settled, g.Key.Week, Count = g.Count() }).ToListAsync(cancel);
        return rows.ConvertAll(r => (r.Week, r.Settled, r.Count));
    }

    // What the units wrote themselves; what a clerk typed in for them, or set, was not spared.
    private static Task<Dictionary<int, int>> SparedAsync(BotDb db, Guid office, DateTimeOffset[] begins, CancellationToken cancel)
    {
        var (w0, w1, w2, w3) = (begins[0], begins[1], begins[2], begins[3]);
        return db.Bookings
            .Where(b => b.OfficeId == office && b.At >= w3
                && (b.Cause == BookingCause.Report || b.Cause == BookingCause.CumulativeDifference || b.Cause == BookingCause.Correction))
            .GroupBy(b => b.At >= w0 ? 0 : b.At >= w1 ? 1 : b.At >= w2 ? 2 : 3).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    private static Task<Dictionary<int, int>> IdleAsync(BotDb db, Guid office, DateTimeOffset[] begins, CancellationToken cancel)
    {
        var (w0, w1, w2, w3) = (begins[0], begins[1], begins[2], begins[3]);
        return db.Pushes
            .Where(p => p.OfficeId == office && p.Kind == PushKind.Reminder && p.State == PushState.Skipped && p.Reason == SkipReason.NobodyMissing && p.PlannedAt >= w3)
            .GroupBy(p => p.PlannedAt >= w0 ? 0 : p.PlannedAt >= w1 ? 1 : p.PlannedAt >= w2 ? 2 : 3).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    private static DateTimeOffset Instant(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>A week's burden.</summary>
internal sealed record WeekBurden
{
    /// <summary>Its Monday.</summary>
    public required DateOnly First { get; init; }

    /// <summary>How many units there are now.</summary>
    public required int Units { get; init; }

    /// <summary>What the bot said, by kind.</summary>
    public required IReadOnlyDictionary<OutgoingKind, int> Said { get; init; }

    /// <summary>Figures that were asked back.</summary>
    public required int Asked { get; init; }

    /// <summary>Of these, how many were answered.</summary>
    public required int Answered { get; init; }

    /// <summary>Figures booked from what units wrote, that nobody had to retype.</summary>
    public required int Spared { get; init; }

    /// <summary>Reminders that were not sent, because nobody was missing.</summary>
    public required int Idle { get; init; }

    /// <summary>All the bot said.</summary>
    public int Messages => Said.Values.Sum();

    /// <summary>Messages per unit; null: there are no units.</summary>
    public decimal? PerUnit => Units == 0 ? null : (decimal)Messages / Units;
}
