using System.Text.Json;
using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Imports;

/// <summary>Chat logs handed in at the console: kept in the database, where every host finds them again, the file among the blobs until it is read.</summary>
internal sealed class ImportJobs(Store store, IBlobs blobs, IIdSource ids, TimeProvider clock)
{
    private const string Prefix = "import ";
    private const int Shown = 20;

    /// <summary>The office's newest ones, newest first.</summary>
    public async Task<IReadOnlyList<ImportJob>> AllAsync(OfficeId office, CancellationToken cancel) =>
        [.. (await ReadAsync($"{Prefix}{office.Value:n} ", cancel)).OrderByDescending(j => j.At).ThenByDescending(j => j.Id).Take(Shown)];

    /// <summary>One of them; null: the office has none of this id.</summary>
    public async Task<ImportJob?> FindAsync(OfficeId office, Guid id, CancellationToken cancel) => (await ReadAsync(Key(office.Value, id), cancel)).SingleOrDefault();

    /// <summary>The one to be read next, of whatever office; null: none.</summary>
    public async Task<ImportJob?> NextAsync(CancellationToken cancel) =>
        (await ReadAsync(Prefix, cancel)).Where(j => j.Stage == ImportStage.Running).OrderBy(j => j.At).FirstOrDefault();

    /// <summary>Keeps a file that was handed in.</summary>
    public async Task<ImportJob> AddAsync(Viewer admin, ImportJob asked, Stream content, CancellationToken cancel)
    {
        var stored = await blobs.StoreAsync(content, cancel);
        var job = asked with { Id = ids.Next(), Office = admin.Office.Value, By = admin.Person.Value, At = clock.GetUtcNow(), Blob = stored.Key.Hex };
        await store.WriteAsync(
            async db =>
            {
                if (await db.Blobs.FindAsync([job.Blob], cancel) is { } blob) blob.References++;
                else db.Blobs.Add(new BlobRow { Key = job.Blob, Bytes = stored.Length, StoredAt = job.At, References = 1 });
                db.Settings.Add(new SettingRow { Key = Key(job.Office, job.Id), Value = Write(job) });
            },
            cancel);
        return job;
    }

    /// <summary>Has its file read, in a place of its own that is gone afterwards.</summary>
    /// <returns>Nothing where the file is gone.</returns>
    public async Task<T?> WithFileAsync<T>(ImportJob job, Func<string, Task<T>> read, CancellationToken cancel)
        where T : class
    {
        if (job.Blob is null || await blobs.OpenAsync(BlobKey.Parse(job.Blob), cancel) is not { } content) return null;
        var folder = Directory.CreateTempSubdirectory("safetymonth-import");
        try
        {
            var path = Path.Combine(folder.FullName, "log" + Path.GetExtension(job.FileName).ToLowerInvariant());
            await using (content)
            await using (var file = File.Create(path)) await content.CopyToAsync(file, cancel);
            return await read(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Begins it, or begins it again; false: there is none to begin.</summary>
    public Task<bool> StartAsync(OfficeId office, Guid id, IReadOnlyDictionary<string, string>? choices, int messages, CancellationToken cancel) => ChangeAsync(
        office.Value, id,
        job => job.Stage is ImportStage.Review or ImportStage.Failed ? job with { Stage = ImportStage.Running, Choices = choices ?? job.Choices, Messages = messages, Done = 0, Fault = null } : null, cancel);

    /// <summary>Tells how far it is.</summary>
    public Task TellAsync(ImportJob job, int done, CancellationToken cancel) => ChangeAsync(job.Office, job.Id, now => now with { Done = done }, cancel);

    /// <summary>Ends it with a report; who is in the log is forgotten, and the file removed.</summary>
    public async Task EndAsync(ImportJob job, IReadOnlyList<ImportFigure> report, Guid group, int taken, CancellationToken cancel)
    {
        await store.WriteAsync(
            db =>
            {
                AuditTrail.Note(db, new OfficeId(job.Office), new PersonId(job.By), clock.GetUtcNow(), AuditAction.ChatImported, ("group", group), ("messages", taken));
                return Task.CompletedTask;
            },
            cancel);
        await ChangeAsync(job.Office, job.Id, now => now with { Stage = ImportStage.Done, Done = now.Messages, Report = report, Choices = new Dictionary<string, string>(), Blob = null }, cancel);
        await ReleaseAsync(job, cancel);
    }

    /// <summary>Says why it did not come to its end.</summary>
    public Task FailAsync(ImportJob job, string sentence, CancellationToken cancel) => ChangeAsync(job.Office, job.Id, now => now with { Stage = ImportStage.Failed, Fault = sentence }, cancel);

    /// <summary>Puts one away that does not run; what it counted stays.</summary>
    public async Task<bool> DiscardAsync(OfficeId office, Guid id, CancellationToken cancel)
    {
        if (await FindAsync(office, id, cancel) is not { Stage: not ImportStage.Running } job) return false;
        var key = Key(job.Office, job.Id);
        await store.WriteAsync(db => db.Settings.Where(s => s.Key == key).ExecuteDeleteAsync(cancel), cancel);
        await ReleaseAsync(job, cancel);
        return true;
    }

    // The row is held meanwhile: whoever hands in the same file waits and then has a row of their own.
    private Task ReleaseAsync(ImportJob job, CancellationToken cancel) => job.Blob is not { } key ? Task.CompletedTask : store.WriteAsync(
        async db =>
        {
            if (await db.Blobs.FindAsync([key], cancel) is not { } blob) return;
            blob.References--;
            if (blob.References > 0) return;
            db.Blobs.Remove(blob);
            await blobs.DeleteAsync(BlobKey.Parse(key), cancel);
        },
        cancel);

    private Task<bool> ChangeAsync(Guid office, Guid id, Func<ImportJob, ImportJob?> change, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            if (await db.Settings.FindAsync([Key(office, id)], cancel) is not { } row || change(Read(row.Value)) is not { } changed) return false;
            row.Value = Write(changed);
            return true;
        },
        cancel);

    private async Task<IEnumerable<ImportJob>> ReadAsync(string start, CancellationToken cancel) =>
        (await store.ReadAsync(db => db.Settings.Where(s => s.Key.StartsWith(start)).Select(s => s.Value).ToListAsync(cancel), cancel)).Select(Read);

    private static string Key(Guid office, Guid id) => $"{Prefix}{office:n} {id:n}";

    private static ImportJob Read(string json) => JsonSerializer.Deserialize(json, ImportJson.Default.ImportJob) ?? throw new InvalidOperationException("An import without content.");

    private static string Write(ImportJob job) => JsonSerializer.Serialize(job, ImportJson.Default.ImportJob);
}
