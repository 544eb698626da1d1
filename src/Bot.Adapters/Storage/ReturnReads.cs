using Bot.Adapters.Storage.Rows;
using Bot.Domain.Dues;
using Bot.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Returns that answer units' dues, as they stand.</summary>
internal static class ReturnReads
{
    private const int Chunk = 500;

    /// <summary>A version and all that were offered together with it: filled at one instant, for one unit and campaign.</summary>
    public static async Task<IReadOnlyList<OfferedReturn>> OfferedAsync(BotDb db, Guid office, Guid? id, CancellationToken cancel)
    {
        if (id is null || await db.Returns.AsNoTracking().SingleOrDefaultAsync(r => r.OfficeId == office && r.Id == id, cancel) is not { UnitId: { } unit } one) return [];
        var all = await OfUnitsAsync(db, office, [unit], cancel);
        return await StandingAsync(db, office, all, r => r.CampaignId == one.CampaignId && r.CreatedAt == one.CreatedAt, cancel);
    }

    /// <summary>The newest version for each due of the units.</summary>
    public static async Task<IReadOnlyList<OfferedReturn>> NewestAsync(
        BotDb db, Guid office, IReadOnlyList<Guid> units, DateTimeOffset? before, CancellationToken cancel)
    {
        var all = (await OfUnitsAsync(db, office, units, cancel)).Where(r => !(r.CreatedAt >= before)).ToList();
        var newest = all.GroupBy(Due).Select(due => due.MaxBy(r => r.Version)!.Id).ToHashSet();
        return await StandingAsync(db, office, all, r => newest.Contains(r.Id), cancel);
    }

    private static async Task<IReadOnlyList<ReturnRow>> OfUnitsAsync(BotDb db, Guid office, IReadOnlyList<Guid> units, CancellationToken cancel)
    {
        var rows = new List<ReturnRow>();
        foreach (var chunk in units.Chunk(Chunk))
        {
            rows.AddRange(await db.Returns.AsNoTracking()
                .Where(r => r.OfficeId == office && r.UnitId != null && chunk.Contains(r.UnitId.Value) && r.ObligationId != null && r.Occurrence != null)
                .ToListAsync(cancel));
        }

        return rows;
    }

    private static async Task<IReadOnlyList<OfferedReturn>> StandingAsync(
        BotDb db, Guid office, IReadOnlyList<ReturnRow> all, Func<ReturnRow, bool> chosen, CancellationToken cancel)
    {
        var byDue = all.ToLookup(Due);
        var standing = new List<(ReturnRow Version, ReturnRow Newest, ReturnRow? Confirmed)>();
        foreach (var row in all.Where(chosen).OrderBy(r => r.CreatedAt).ThenBy(r => r.Occurrence).ThenBy(r => r.ObligationId, StringComparer.Ordinal))
        {
            var versions = byDue[Due(row)].OrderByDescending(r => r.Version).ToList();
            standing.Add((row, versions[0], versions.Find(r => r.State != ReturnState.Draft)));
        }

        var bookings = await BookingsAsync(db, [.. standing.SelectMany(s => new[] { s.Version.Id, s.Newest.Id, s.Confirmed?.Id ?? s.Version.Id }).Distinct()], cancel);
        var dues = await DuesAsync(db, office, [.. standing.Select(s => s.Version.UnitId!.Value).Distinct()], cancel);
        return
        [
            .. standing.Select(s => new OfferedReturn(
                Fill(s.Version), Fill(s.Newest), s.Confirmed is null ? null : Fill(s.Confirmed), dues.TryGetValue(Due(s.Version), out var state) ? state : null)),
        ];

        Return Fill(ReturnRow row) => ReturnMapping.Return(row, bookings[row.Id]);
    }

    /// <summary>A row with the bookings it is frozen to.</summary>
    public static async Task<Return> FillAsync(BotDb db, ReturnRow row, CancellationToken cancel) =>
        ReturnMapping.Return(row, (await BookingsAsync(db, [row.Id], cancel))[row.Id]);

    private static async Task<ILookup<Guid, Guid>> BookingsAsync(BotDb db, IReadOnlyList<Guid> returns, CancellationToken cancel)
    {
        var rows = new List<ReturnBookingRow>();
        foreach (var chunk in returns.Chunk(Chunk)) rows.AddRange(await db.ReturnBookings.AsNoTracking().Where(b => chunk.Contains(b.ReturnId)).ToListAsync(cancel));
        return rows.ToLookup(b => b.ReturnId, b => b.BookingId);
    }

    private static async Task<IReadOnlyDictionary<(string, string?, DateOnly?, Guid?), DueState>> DuesAsync(
        BotDb db, Guid office, IReadOnlyList<Guid> units, CancellationToken cancel)
    {
        var dues = new Dictionary<(string, string?, DateOnly?, Guid?), DueState>();
        foreach (var chunk in units.Chunk(Chunk))
        {
            var rows = await db.Dues.Where(d => d.OfficeId == office && chunk.Contains(d.UnitId))
                .Select(d => new { d.CampaignId, d.ObligationId, d.Occurrence, d.UnitId, d.State }).ToListAsync(cancel);
            foreach (var d in rows) dues[(d.CampaignId, d.ObligationId, d.Occurrence, d.UnitId)] = d.State;
        }

        return dues;
    }

    private static (string Campaign, string? Obligation, DateOnly? Occurrence, Guid? Unit) Due(ReturnRow r) => (r.CampaignId, r.ObligationId, r.Occurrence, r.UnitId);
}
