using Bot.Adapters.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Host.Tests;

internal static class Totals
{
    public static Task<IReadOnlyDictionary<string, decimal>> OfAsync(Store store) => store.ReadAsync<IReadOnlyDictionary<string, decimal>>(
        async db => (await db.Bookings.GroupBy(b => b.SlotId).Select(g => new { g.Key, Sum = g.Sum(b => b.Thousandths) }).ToListAsync())
            .Where(g => g.Sum != 0).ToDictionary(g => g.Key, g => g.Sum / 1000m),
        default);
}
