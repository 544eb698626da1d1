using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Brings the database to this program's model, or says that it is newer.</summary>
internal sealed class Schema(Store store)
{
    /// <summary>Applies what is missing.</summary>
    /// <returns>How many migrations were applied.</returns>
    /// <exception cref="NewerSchemaException">The database was made by a newer program.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (applied.Find(m => !known.Contains(m)) is { } newer) throw new NewerSchemaException(newer);
        if (applied.Count == known.Count) return 0;
        await store.BeforeMigratingAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
        return known.Count - applied.Count;
    }
}
