using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Plans;

/// <summary>The office's plans: handed in, looked through, corrected, put away. Activating is <see cref="PlanActivation"/>.</summary>
internal sealed class PlanDesk(Store store, IBlobs blobs, PlanReadings readings, IIdSource ids, TimeProvider clock)
{
    private const int MostCorrections = 1000;

    /// <summary>All of them, the newest first.</summary>
    public Task<IReadOnlyList<PlanEntry>> AllAsync(OfficeId office, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<PlanEntry>>(
        async db =>
        {
            var rows = await db.Plans.Where(p => p.OfficeId == office.Value).OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id).ToListAsync(cancel);
            var names = await db.People.Where(p => p.OfficeId == office.Value).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
            return [.. rows.Select(row => Entry(row, names.GetValueOrDefault(row.CreatedBy ?? Guid.Empty, "")))];
        },
        cancel);

    /// <summary>One of them with its reading; null: the office has none of this id.</summary>
    public async Task<PlanSheet?> FindAsync(OfficeId office, DraftId id, CancellationToken cancel)
    {
        var (row, name) = await store.ReadAsync(
            async db =>
            {
                var found = await RowAsync(db, office, id, cancel);
                return (found, found is null ? null : await db.People.Where(p => p.Id == found.CreatedBy).Select(p => p.Name).SingleOrDefaultAsync(cancel));
            },
            cancel);
        return row is null ? null : await SheetAsync(row, name ?? "", cancel);
    }

    /// <summary>The draft an admin speaks of without naming it: their own newest one that is open, else the office's; null: none is.</summary>
    public async Task<PlanSheet?> LatestAsync(OfficeId office, PersonId person, CancellationToken cancel)
    {
        var id = await store.ReadAsync(
            db => db.Plans.Where(p => p.OfficeId == office.Value && p.State == DraftState.Draft)
                .OrderByDescending(p => p.CreatedBy == person.Value).ThenByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancel),
            cancel);
        return id is { } found ? await FindAsync(office, new DraftId(found), cancel) : null;
    }

    /// <summary>The plan an admin was done with last, activated or put away; null: none yet.</summary>
    public async Task<PlanEntry?> LastEndedAsync(OfficeId office, PersonId person, CancellationToken cancel)
    {
        var row = await store.ReadAsync(
            db => db.Plans.Where(p => p.OfficeId == office.Value && p.EndedBy == person.Value && p.EndedAt != null).OrderByDescending(p => p.EndedAt).ThenByDescending(p => p.Id).FirstOrDefaultAsync(cancel), cancel);
        return row is null ? null : Entry(row, "");
    }

    /// <summary>Takes a plan's file in: readable, it becomes a draft; the same file again leads to the draft that is open.</summary>
    public async Task<RegisterOutcome> AddAsync(OfficeId office, PersonId person, string name, byte[] content, CancellationToken cancel)
    {
        var clean = FileName.Clean(name);
        var (reading, refusal) = await readings.OfFileAsync(content, clean, cancel);
        if (reading is null) return new RegisterOutcome.Refused("file", refusal!);
        var stored = await blobs.StoreAsync(new MemoryStream(content, writable: false), cancel);
        return await AddAsync(office, person, new PlanRow { BlobKey = stored.Key.Hex, FileName = clean, Title = reading.Title ?? "" }, stored.Length, cancel);
    }

    /// <summary>Makes a draft after a campaign of an earlier year.</summary>
    public async Task<RegisterOutcome> AddAfterAsync(OfficeId office, PersonId person, RevisionId after, int year, CancellationToken cancel)
    {
        var row = new PlanRow { OfficeId = office.Value, AfterCampaign = after.Campaign.Value, AfterRevision = after.Number, ForYear = year };
        row.Title = (await readings.OfAsync(row, cancel)).Title ?? "";
        return await AddAsync(office, person, row, 0, cancel);
    }

    /// <summary>Keeps something a person said otherwise than it was read.</summary>
    public Task<RegisterOutcome> CorrectAsync(OfficeId office, PersonId person, DraftId id, IReadOnlyList<PlanCorrection> corrections, CancellationToken cancel) =>
        ChangeAsync(
            office, person, id, AuditAction.PlanCorrected, row =>
            {
                var kept = CorrectionJson.Read(row.Corrections);
                if (corrections.Any(c => c.SaidIn is { } said && kept.Any(k => k.SaidIn == said))) return null;
                if (kept.Count + corrections.Count > MostCorrections) return new RegisterOutcome.Refused("plan", "这份草稿改动太多了，请重新录入方案。");
                row.Corrections = CorrectionJson.Write([.. kept, .. corrections]);
                if (corrections.OfType<PlanCorrection.Head>().LastOrDefault() is { Title: { } title }) row.Title = title;
                return null;
            },
            cancel, [.. corrections.Select(c => ("part", (object)c.GetType().Name)).Distinct().Take(1)]);

    /// <summary>Takes the last correction back.</summary>
    public Task<RegisterOutcome> UndoAsync(OfficeId office, PersonId person, DraftId id, CancellationToken cancel) => ChangeAsync(
        office, person, id, AuditAction.PlanCorrected, row =>
        {
            row.Corrections = CorrectionJson.Write([.. CorrectionJson.Read(row.Corrections).SkipLast(1)]);
            return null;
        },
        cancel);

    /// <summary>Puts a draft away.</summary>
    public Task<RegisterOutcome> DiscardAsync(OfficeId office, PersonId person, DraftId id, CancellationToken cancel) => ChangeAsync(
        office, person, id, AuditAction.PlanDiscarded, row =>
        {
            (row.State, row.EndedAt, row.EndedBy) = (DraftState.Discarded, clock.GetUtcNow(), person.Value);
            return null;
        },
        cancel);

    /// <summary>The row of a plan of the office.</summary>
    public static Task<PlanRow?> RowAsync(BotDb db, OfficeId office, DraftId id, CancellationToken cancel) =>
        db.Plans.SingleOrDefaultAsync(p => p.Id == id.Value && p.OfficeId == office.Value, cancel);

    private Task<RegisterOutcome> AddAsync(OfficeId office, PersonId person, PlanRow row, long bytes, CancellationToken cancel) => store.WriteAsync<RegisterOutcome>(
        async db =>
        {
            var now = clock.GetUtcNow();
            var open = await db.Plans.FirstOrDefaultAsync(
                p => p.OfficeId == office.Value && p.State == DraftState.Draft && p.BlobKey == row.BlobKey
                    && p.AfterCampaign == row.AfterCampaign && p.AfterRevision == row.AfterRevision && p.ForYear == row.ForYear,
                cancel);
            if (open is not null) return new RegisterOutcome.Done(open.Id);
            (row.Id, row.OfficeId, row.CreatedAt, row.CreatedBy) = (ids.Next(), office.Value, now, person.Value);
            db.Plans.Add(row);
            if (row.BlobKey is { } key) await CountAsync(db, key, bytes, now, cancel);
            AuditTrail.Note(db, office, person, now, AuditAction.PlanAdded, ("plan", row.Id));
            return new RegisterOutcome.Done(row.Id);
        },
        cancel);

    private static async Task CountAsync(BotDb db, string key, long bytes, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Blobs.FindAsync([key], cancel) is { } blob) blob.References++;
        else db.Blobs.Add(new BlobRow { Key = key, Bytes = bytes, StoredAt = now, References = 1 });
    }

    private Task<RegisterOutcome> ChangeAsync(
        OfficeId office, PersonId person, DraftId id, AuditAction action, Func<PlanRow, RegisterOutcome?> change, CancellationToken cancel, params IReadOnlyList<(string Key, object Value)> details) =>
        store.WriteAsync(
            async db =>
            {
                if (await RowAsync(db, office, id, cancel) is not { State: DraftState.Draft } row) return new RegisterOutcome.Unknown();
                if (change(row) is { } refused) return refused;
                AuditTrail.Note(db, office, person, clock.GetUtcNow(), action, [("plan", row.Id), .. details]);
                return new RegisterOutcome.Done(row.Id);
            },
            cancel);

    private async Task<PlanSheet> SheetAsync(PlanRow row, string by, CancellationToken cancel)
    {
        var read = await readings.OfAsync(row, cancel);
        var corrections = CorrectionJson.Read(row.Corrections);
        return new PlanSheet
        {
            Office = new OfficeId(row.OfficeId), Entry = Entry(row, by), Read = read, Reading = readings.Corrected(read, corrections), Corrections = corrections, Blob = row.BlobKey,
            After = row is { AfterCampaign: { } after, AfterRevision: { } number } ? new RevisionId(new CampaignId(after), number) : null,
        };
    }

    private static PlanEntry Entry(PlanRow row, string by) => new()
    {
        Id = new DraftId(row.Id), Title = row.Title, FileName = row.FileName, CreatedAt = row.CreatedAt, By = by, State = row.State, EndedAt = row.EndedAt,
        Made = row is { CampaignId: { } campaign, Revision: { } number } ? new RevisionId(new CampaignId(campaign), number) : null,
    };
}
