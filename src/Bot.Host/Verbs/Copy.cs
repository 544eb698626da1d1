using System.Globalization;
using Bot.Adapters.Access;
using Bot.Adapters.Storage;

namespace Bot.Host.Verbs;

/// <summary>
/// <c>copy --from … --to …</c>: an installation from SQLite to PostgreSQL, or back. A place is a SQLite file or a connection string.
/// The program must not run meanwhile; the new database must be empty. Photos are not in the database: see blobs.
/// </summary>
internal static class Copy
{
    private const int Misused = 64;
    private const int Failed = 1;

    public static async Task<int> RunAsync(string? from, string? to, TextWriter output, TextWriter complaints, CancellationToken cancel)
    {
        if (from is null || to is null) return await ComplainAsync(Misused, "Give --from and --to: each the file of a SQLite database, or a connection string (Host=…;Database=…).");
        if (!StoreAt.IsServer(from) && !File.Exists(from)) return await ComplainAsync(Misused, $"There is no database {from}.");
        try
        {
            await using var old = StoreAt.Of(from);
            await using var fresh = StoreAt.Of(to);
            var key = StoreAt.IsServer(from) ? null : KeyFile.Find(KeyPath(from));
            var tables = await new StoreCopy(old.Store, fresh.Store).RunAsync(key, cancel);
            if (!StoreAt.IsServer(to) && StoreAt.IsServer(from)) KeyFile.Put(KeyPath(to), new SharedKeys(old.Store, TimeProvider.System).Take(SharedKeys.Calendar));
            foreach (var table in tables) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{table.Name}\t{table.Before}\t{table.After}"));
            var rows = tables.Sum(t => t.After);
            if (tables.FirstOrDefault(t => t.Before != t.After) is { } wrong) return await ComplainAsync(Failed, $"{wrong.Name} has {wrong.Before} rows before and {wrong.After} after: do not use the copy.");
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{tables.Count} tables, {rows} rows: the same on both sides"));
            return 0;
        }
        catch (Exception fault) when (fault is StoreNotEmptyException or NewerSchemaException)
        {
            return await ComplainAsync(Misused, fault.Message);
        }
        catch (ArgumentException fault)
        {
            return await ComplainAsync(Misused, $"A connection string has a part that PostgreSQL does not know ({fault.Message}). Write Host=…;Database=…;Username=…;Password=…");
        }
        catch (Exception fault) when (DatabaseOutage.OrRefusal(fault))
        {
            return await ComplainAsync(Failed, $"A database cannot be used: {fault.Message} Nothing was copied.");
        }

        async Task<int> ComplainAsync(int code, string message)
        {
            await complaints.WriteLineAsync(message);
            return code;
        }
    }

    private static string KeyPath(string file) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "keys", "calendar.key");
}
