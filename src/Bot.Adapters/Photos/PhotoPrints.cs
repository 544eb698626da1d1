using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Gathering;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Photos;

/// <summary>Keeps what was seen in photos.</summary>
internal sealed class PhotoPrints(Store store, TimeProvider clock)
{
    private static readonly MediaKind?[] Photos = [.. Enum.GetValues<MediaKind>().Where(k => k.Class() == MediaClass.Photo).Select(k => (MediaKind?)k)];

    /// <summary>Some photos of reports that nobody has looked at yet.</summary>
    public Task<IReadOnlyList<(BlobKey Key, MediaKind Kind)>> NextAsync(int atMost, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<(BlobKey, MediaKind)>>(
        async db =>
        {
            var rows = await (
                from a in db.Attachments
                where a.BlobKey != null && Photos.Contains(a.Kind) && !db.PhotoPrints.Any(p => p.BlobKey == a.BlobKey)
                select new { a.BlobKey, a.Kind }).Distinct().Take(atMost).ToListAsync(cancel);
            return [.. rows.Select(r => (BlobKey.Parse(r.BlobKey!), r.Kind!.Value))];
        },
        cancel);

    /// <summary>Keeps what was seen; once, whoever saw it first.</summary>
    public Task KeepAsync(BlobKey key, SeenPhoto seen, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            if (await db.PhotoPrints.AnyAsync(p => p.BlobKey == key.Hex, cancel))
                return;
            db.PhotoPrints.Add(new PhotoPrintRow
            {
                BlobKey = key.Hex, Opened = seen.Print is not null, High = unchecked((long)(seen.Print?.High ?? 0)), Low = unchecked((long)(seen.Print?.Low ?? 0)),
                TakenAt = seen.TakenAt, At = clock.GetUtcNow(),
            });
        },
        cancel);
}
