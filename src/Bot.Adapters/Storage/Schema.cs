using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Brings the database to this program's model, or says that it is newer. Any number of hosts may do so at once.</summary>
internal sealed class Schema(Store store)
{
    /// <summary>Applies what is missing.</summary>
    /// <returns>How many migrations were applied.</returns>
    /// <exception cref="NewerSchemaException">The database was made by a newer program.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancel)
    {
        await using var db = store.Open();
        if (await MissingAsync(db, cancel) == 0) return 0;
        await using var turn = await store.MigratingAsync(db, cancel);
        var missing = await MissingAsync(db, cancel); // another host may have been first
        if (missing > 0) await db.Database.MigrateAsync(cancel);
        return missing;
    }

    /// <summary>How many migrations the database lacks.</summary>
    /// <exception cref="NewerSchemaException">The database was made by a newer program.</exception>
    public async Task<int> MissingAsync(CancellationToken cancel)
    {
        await using var db = store.Open();
        return await MissingAsync(db, cancel);
    }

    private static async Task<int> MissingAsync(BotDb db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        return applied.Find(m => !known.Contains(m)) is { } newer ? throw new NewerSchemaException(newer) : known.Count - applied.Count;
    }
}
