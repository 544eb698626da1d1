using System.Reflection;
using Bot.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bot.Adapters.Storage;

/// <summary>
/// Copies an installation from one database into another, empty one, of whatever kind, in one transaction: all rows of all tables,
/// with their numbers. What the waker keeps for itself is not copied; it makes it anew.
/// </summary>
internal sealed class StoreCopy(Store from, Store to)
{
    private const int AtOnce = 2_000;

    private static readonly MethodInfo OneTable = typeof(StoreCopy).GetMethod(nameof(CopyTableAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Copies everything.</summary>
    /// <param name="calendarKey">The key of calendar addresses, where it does not lie in the old database; null: it does, or there is none.</param>
    /// <param name="cancel">Ends it; nothing is left half copied.</param>
    /// <returns>The rows of each table, before and after.</returns>
    /// <exception cref="StoreNotEmptyException">There is something in the new database.</exception>
    /// <exception cref="NewerSchemaException">One of them was made by a newer program.</exception>
    public async Task<IReadOnlyList<CopiedTable>> RunAsync(byte[]? calendarKey, CancellationToken cancel)
    {
        await new Schema(from).MigrateAsync(cancel);
        await new Schema(to).MigrateAsync(cancel);
        return await to.WriteGuardedAsync(db => CopyAsync(db, calendarKey, cancel), cancel);
    }

    private async Task<IReadOnlyList<CopiedTable>> CopyAsync(BotDb target, byte[]? calendarKey, CancellationToken cancel)
    {
        if (await target.Offices.AnyAsync(cancel) || await target.Messages.AnyAsync(cancel)) throw new StoreNotEmptyException();
        await using var source = from.Open();
        await using var snapshot = await source.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var copied = new List<CopiedTable>();
        foreach (var table in target.Model.GetEntityTypes().OrderBy(t => t.GetTableName(), StringComparer.Ordinal))
        {
            var counts = await (Task<(long, long)>)OneTable.MakeGenericMethod(table.ClrType).Invoke(null, [source, target, table, cancel])!;
            copied.Add(new CopiedTable(table.GetTableName()!, counts.Item1, counts.Item2));
        }

        if (calendarKey is not null && !await target.SharedKeys.AnyAsync(k => k.Name == SharedKeys.Calendar, cancel))
        {
            target.SharedKeys.Add(new SharedKeyRow { Name = SharedKeys.Calendar, Value = Convert.ToBase64String(calendarKey), MadeAt = TimeProvider.System.GetUtcNow() });
        }

        await to.AfterNumberedInsertsAsync(target, cancel);
        return copied;
    }

    private static async Task<(long Before, long After)> CopyTableAsync<T>(BotDb source, BotDb target, IEntityType table, CancellationToken cancel)
        where T : class
    {
        // Rows are numbered or have keys of their own; either way they are read in the order of those, a batch at a time.
        var ordered = Ordered(source.Set<T>().AsNoTracking(), table);
        var before = await source.Set<T>().LongCountAsync(cancel);
        var batch = new List<T>(AtOnce);
        await foreach (var row in ordered.AsAsyncEnumerable().WithCancellation(cancel))
        {
            batch.Add(row);
            if (batch.Count == AtOnce) await WriteAsync(target, batch, cancel);
        }

        await WriteAsync(target, batch, cancel);
        return (before, await target.Set<T>().LongCountAsync(cancel));
    }

    private static IQueryable<T> Ordered<T>(IQueryable<T> rows, IEntityType table)
        where T : class
    {
        IOrderedQueryable<T>? ordered = null;
        foreach (var name in table.FindPrimaryKey()!.Properties.Select(p => p.Name))
        {
            ordered = ordered is null ? rows.OrderBy(r => EF.Property<object>(r, name)) : ordered.ThenBy(r => EF.Property<object>(r, name));
        }

        return ordered ?? rows;
    }

    private static async Task WriteAsync<T>(BotDb target, List<T> batch, CancellationToken cancel)
        where T : class
    {
        target.Set<T>().AddRange(batch);
        await target.SaveChangesAsync(cancel);
        target.ChangeTracker.Clear();
        batch.Clear();
    }
}

/// <summary>A table that was copied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">Its rows in the old database.</param>
/// <param name="After">Its rows in the new one.</param>
internal sealed record CopiedTable(string Name, long Before, long After);

/// <summary>A copy was to go into a database that holds something.</summary>
internal sealed class StoreNotEmptyException() : Exception("The new database is not empty: a copy goes only into an empty one.");
