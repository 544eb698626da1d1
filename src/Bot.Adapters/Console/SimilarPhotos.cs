using Bot.Adapters.Photos;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>
/// Photos of different reports that are the same or nearly the same, over all campaigns and units of an office. A hint for whoever
/// looks through reports, never more: one event of two units gives such photos rightly.
/// </summary>
internal sealed class SimilarPhotos(Store store)
{
    private const int Most = 200;

    /// <summary>Photos of other reports that look like those of this one.</summary>
    public async Task<IReadOnlyList<SimilarPhoto>> OfAsync(OfficeId office, SubmissionId submission, CancellationToken cancel)
    {
        var all = await store.ReadAsync(db => AllAsync(db, office, cancel), cancel);
        var own = all.Where(p => p.Submission == submission).ToList();
        return own.Count == 0 ? [] : [.. Pairs(own, [.. all.Where(p => p.Submission != submission)]).Take(Most)];
    }

    /// <summary>All pairs of an office, those that are the same first; each once.</summary>
    public async Task<IReadOnlyList<SimilarPhoto>> AllAsync(OfficeId office, CancellationToken cancel)
    {
        var all = await store.ReadAsync(db => AllAsync(db, office, cancel), cancel);
        return [.. all.Index().SelectMany(p => Pairs([p.Item], all.Skip(p.Index + 1).Where(o => o.Submission != p.Item.Submission))).OrderBy(p => p.Distance).Take(Most)];
    }

    private static IEnumerable<SimilarPhoto> Pairs(IReadOnlyList<KnownPhoto> own, IEnumerable<KnownPhoto> others) =>
        from other in others
        from photo in own
        let distance = photo.Key == other.Key ? 0 : photo.Print.Distance(other.Print)
        where photo.Key == other.Key || distance <= PhotoPrint.Near
        select new SimilarPhoto(photo, other, distance, photo.Key == other.Key);

    private static async Task<IReadOnlyList<KnownPhoto>> AllAsync(BotDb db, OfficeId office, CancellationToken cancel)
    {
        var rows = await (
            from s in db.Submissions
            where s.OfficeId == office.Value && s.State == SubmissionState.Handled
            join m in db.Messages on (Guid?)s.Id equals m.SubmissionId
            join a in db.Attachments on m.Id equals a.MessageId
            join p in db.PhotoPrints on a.BlobKey equals p.BlobKey
            where p.Opened
            orderby s.SaidAt, a.Position
            select new { s.Id, s.SaidOn, s.UnitId, s.SenderName, a.BlobKey, p.High, p.Low }).ToListAsync(cancel);
        var units = await db.Units.Where(u => u.OfficeId == office.Value).ToDictionaryAsync(u => u.Id, u => u.Name, cancel);
        return
        [
            .. rows.DistinctBy(r => (r.Id, r.BlobKey)).Select(r => new KnownPhoto(
                BlobKey.Parse(r.BlobKey!), new SubmissionId(r.Id), r.SaidOn, r.UnitId is { } unit ? units.GetValueOrDefault(unit, r.SenderName) : r.SenderName,
                new PhotoPrint(unchecked((ulong)r.High), unchecked((ulong)r.Low)))),
        ];
    }
}

/// <summary>A photo of a report.</summary>
/// <param name="Key">The photo.</param>
/// <param name="Submission">The report it came with.</param>
/// <param name="SaidOn">When that was said.</param>
/// <param name="Whose">The unit, or who said it.</param>
/// <param name="Print">What it looks like.</param>
internal sealed record KnownPhoto(BlobKey Key, SubmissionId Submission, DateOnly SaidOn, string Whose, PhotoPrint Print);

/// <summary>Two photos of different reports that look alike.</summary>
/// <param name="Photo">One.</param>
/// <param name="Other">The other.</param>
/// <param name="Distance">In how many bits they differ.</param>
/// <param name="IsSame">Whether they are the same file.</param>
internal sealed record SimilarPhoto(KnownPhoto Photo, KnownPhoto Other, int Distance, bool IsSame);
