using System.Collections.Concurrent;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>
/// An office's units, which every message is read against. The database is asked each time whether they are still the ones that
/// are known, so that nobody meets a former state; they are read only where they are not.
/// </summary>
internal sealed class OfficeUnits(Store store)
{
    private readonly ConcurrentDictionary<Guid, (string Version, IReadOnlyList<Unit> Units)> known = new();
    private readonly string? ask = store.RowsVersion("u") is { } version ? $$"""SELECT {{version}} AS "Value" FROM "Units" u WHERE u."OfficeId" = {0}""" : null;

    /// <summary>The units in official order.</summary>
    public async Task<IReadOnlyList<Unit>> OfAsync(BotDb db, Guid office, CancellationToken cancel)
    {
        if (ask is null) return await ReadAsync(db, office, cancel);

        // Asked before they are read: what changes in between is found the next time.
        var version = (await db.Database.SqlQueryRaw<string>(ask, office).ToListAsync(cancel))[0];
        return Known(office, version) ?? Keep(office, version, await ReadAsync(db, office, cancel));
    }

    /// <summary>The units in official order, for who has asked for their version already.</summary>
    public async Task<IReadOnlyList<Unit>> OfAsync(Guid office, string version, CancellationToken cancel) =>
        Known(office, version) ?? Keep(office, version, await store.ReadAsync(db => ReadAsync(db, office, cancel), cancel));

    private IReadOnlyList<Unit>? Known(Guid office, string version) => known.TryGetValue(office, out var there) && there.Version == version ? there.Units : null;

    private IReadOnlyList<Unit> Keep(Guid office, string version, IReadOnlyList<Unit> units)
    {
        known[office] = (version, units);
        return units;
    }

    private static async Task<IReadOnlyList<Unit>> ReadAsync(BotDb db, Guid office, CancellationToken cancel) =>
        [.. (await db.Units.AsNoTracking().Where(u => u.OfficeId == office).OrderBy(u => u.Order).ToListAsync(cancel)).Select(OrganisationStore.Unit)];
}
