using System.Collections.Concurrent;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>The zone each office counts days in; it never changes while the program runs.</summary>
internal sealed class OfficeZones(Store store)
{
    private readonly ConcurrentDictionary<OfficeId, TimeZoneInfo> known = new();

    public async Task<TimeZoneInfo> OfAsync(OfficeId office, CancellationToken cancel)
    {
        if (known.TryGetValue(office, out var zone)) return zone;
        var id = await store.ReadAsync(db => db.Offices.Where(o => o.Id == office.Value).Select(o => o.Zone).SingleAsync(cancel), cancel);
        return known.GetOrAdd(office, TimeZoneInfo.FindSystemTimeZoneById(id));
    }
}
