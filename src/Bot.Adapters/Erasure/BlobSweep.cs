using Bot.Adapters.Blobs;
using Bot.Adapters.Storage;
using Bot.Domain.Gathering;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Erasure;

/// <summary>
/// Deletes content that nothing refers to any more. It begins when the rows are committed; what cannot be deleted keeps its row, with
/// nobody referring to it, and is found again by the next sweep.
/// </summary>
internal sealed class BlobSweep(Store store, IBlobs blobs, IBlobList list, TimeProvider clock)
{
    /// <summary>An upload may wait for its message; a page that comes with a photo older than this is asked for it again.</summary>
    public static readonly TimeSpan Orphaned = TimeSpan.FromDays(1);

    private const int AtOnce = 500;

    /// <summary>How many contents a sweep would delete.</summary>
    public async Task<int> CountAsync(CancellationToken cancel)
    {
        var count = await store.ReadAsync(db => Released(db).CountAsync(cancel), cancel);
        await foreach (var _ in OrphansAsync(cancel)) count++;
        return count;
    }

    /// <summary>Deletes them.</summary>
    public async Task<SweptBlobs> RunAsync(CancellationToken cancel)
    {
        var swept = new SweptBlobs(0, 0);
        foreach (var key in await store.ReadAsync(db => Released(db).OrderBy(k => k).ToListAsync(cancel), cancel)) swept += await ReleaseAsync(key, cancel);
        await foreach (var key in OrphansAsync(cancel)) swept += await DeleteAsync(key, cancel);
        return swept;
    }

    private static IQueryable<string> Released(BotDb db) => db.Blobs.Where(b => b.References <= 0).Select(b => b.Key)
        .Where(k => !db.Attachments.Any(a => a.BlobKey == k) && !db.Plans.Any(p => p.BlobKey == k) && !db.Deliverables.Any(d => d.BlobKey == k));

    // The row is held meanwhile: whoever sends the same photo waits and then has a row of their own.
    private Task<SweptBlobs> ReleaseAsync(string key, CancellationToken cancel) => store.WriteGuardedAsync(
        async db =>
        {
            var held = await db.Blobs.Where(b => b.Key == key && b.References <= 0).ExecuteUpdateAsync(s => s.SetProperty(b => b.References, 0), cancel);
            if (held == 0) return new SweptBlobs(0, 0);
            await db.PhotoPrints.Where(p => p.BlobKey == key).ExecuteDeleteAsync(cancel);
            var swept = await DeleteAsync(BlobKey.Parse(key), cancel);
            if (swept.Left == 0) await db.Blobs.Where(b => b.Key == key).ExecuteDeleteAsync(cancel);
            return swept;
        },
        cancel);

    private async Task<SweptBlobs> DeleteAsync(BlobKey key, CancellationToken cancel)
    {
        try
        {
            return new SweptBlobs(await blobs.DeleteAsync(key, cancel) ? 1 : 0, 0);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or HttpRequestException or Amazon.Runtime.AmazonServiceException or Amazon.Runtime.AmazonClientException)
        {
            return new SweptBlobs(0, 1);
        }
    }

    private async IAsyncEnumerable<BlobKey> OrphansAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Orphaned;
        await foreach (var some in list.AllAsync(cancel).Where(b => b.WrittenAt < before).Select(b => b.Key).Chunk(AtOnce).WithCancellation(cancel))
        {
            var keys = some.Select(k => k.Hex).ToList();
            var known = await store.ReadAsync(db => KnownAsync(db, keys, cancel), cancel);
            foreach (var key in some.Where(k => !known.Contains(k.Hex))) yield return key;
        }
    }

    private static async Task<HashSet<string>> KnownAsync(BotDb db, List<string> keys, CancellationToken cancel)
    {
        var known = (await db.Blobs.Where(b => keys.Contains(b.Key)).Select(b => b.Key).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        known.UnionWith(await db.Attachments.Where(a => a.BlobKey != null && keys.Contains(a.BlobKey)).Select(a => a.BlobKey!).ToListAsync(cancel));
        known.UnionWith(await db.Plans.Where(p => p.BlobKey != null && keys.Contains(p.BlobKey)).Select(p => p.BlobKey!).ToListAsync(cancel));
        known.UnionWith(await db.Deliverables.Where(d => d.BlobKey != null && keys.Contains(d.BlobKey)).Select(d => d.BlobKey!).ToListAsync(cancel));
        return known;
    }
}

/// <summary>What a sweep came to.</summary>
/// <param name="Deleted">Contents that are gone.</param>
/// <param name="Left">Contents that could not be deleted.</param>
internal readonly record struct SweptBlobs(int Deleted, int Left)
{
    public static SweptBlobs operator +(SweptBlobs one, SweptBlobs other) => new(one.Deleted + other.Deleted, one.Left + other.Left);
}
