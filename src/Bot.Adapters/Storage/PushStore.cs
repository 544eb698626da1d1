using Bot.Adapters.Storage.Rows;
using Bot.Adapters.Telemetry;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Pushes as rows under unique keys.</summary>
internal sealed class PushStore(Store store, BotMeter? meter = null) : IPushes
{
    public Task<IReadOnlySet<HandledStep>> HandledAsync(OfficeId office, DateTimeOffset since, CancellationToken cancel) => store.ReadAsync<IReadOnlySet<HandledStep>>(
        async db =>
        {
            var rows = await db.Pushes.Where(p => p.OfficeId == office.Value && p.PlannedAt >= since)
                .Select(p => new { p.CampaignId, p.ObligationId, p.Occurrence, p.Deadline, p.Step }).Distinct().ToListAsync(cancel);
            return rows.Select(r => new HandledStep(new OccurrenceKey(new CampaignId(r.CampaignId), r.ObligationId, r.Occurrence), r.Deadline, r.Step)).ToHashSet();
        },
        cancel);

    public async Task<int> RecordAsync(
        OfficeId office, IReadOnlyList<PushEntry> entries, IReadOnlyList<OutgoingMessage> messages, DateTimeOffset now, CancellationToken cancel)
    {
        var queued = await QueueAsync(office, entries, messages, now, cancel);
        foreach (var message in queued) meter?.Pushed(entries.Where(e => e.MessageKey == message.Key).Max(e => e.PlannedAt), now);
        return queued.Count;
    }

    public Task<IReadOnlyList<StillMissing>> StillMissingAsync(string messageKey, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<StillMissing>>(
        async db =>
        {
            var rows = await db.Pushes.Where(p => p.MessageKey == messageKey).OrderBy(p => p.Deadline).ThenBy(p => p.CampaignId).ThenBy(p => p.ObligationId).ToListAsync(cancel);
            var still = new List<StillMissing>(rows.Count);
            foreach (var row in rows) still.Add(await StillAsync(db, row, cancel));
            return still;
        },
        cancel);

    public Task<IReadOnlyDictionary<OccurrenceKey, IReadOnlyList<UnitId>>> MissingAsync(
        OfficeId office, IReadOnlyCollection<OccurrenceKey> occurrences, DateOnly today, CancellationToken cancel) =>
        store.ReadAsync<IReadOnlyDictionary<OccurrenceKey, IReadOnlyList<UnitId>>>(
            async db =>
            {
                var missing = new Dictionary<OccurrenceKey, IReadOnlyList<UnitId>>();
                foreach (var of in occurrences.Distinct())
                {
                    var units = await (
                        from d in db.Dues
                        where d.OfficeId == office.Value && d.CampaignId == of.Campaign.Value && d.ObligationId == of.Obligation && d.Occurrence == of.Day && d.State == DueState.Open
                        join u in db.Units on d.UnitId equals u.Id
                        where u.ClosedOn == null || u.ClosedOn > today
                        orderby u.Order, u.Id
                        select u.Id).ToListAsync(cancel);
                    missing[of] = [.. units.Select(u => new UnitId(u))];
                }

                return missing;
            },
            cancel);

    public Task ToldAsync(OfficeId office, IReadOnlyDictionary<string, string> fingerprints, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            foreach (var (key, fingerprint) in fingerprints)
            {
                await db.Pushes.Where(p => p.OfficeId == office.Value && p.Key == key).ExecuteUpdateAsync(s => s.SetProperty(p => p.Fingerprint, fingerprint), cancel);
            }
        },
        cancel);

    public Task<IReadOnlyList<PostedPush>> PostedAsync(OfficeId office, PushKind kind, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<PostedPush>>(
        async db =>
        {
            var rows = await db.Pushes.Where(p => p.OfficeId == office.Value && p.Kind == kind && p.State != PushState.Skipped).OrderBy(p => p.PlannedAt).ToListAsync(cancel);
            return [.. rows.Select(r => new PostedPush(DueMapping.Of(r), r.Deadline, r.Step, new ChatKey(r.Platform, r.ChatId), r.SentAt, r.Fingerprint))];
        },
        cancel);

    public Task<IReadOnlyList<OccurrenceKey>> CompletedSinceAsync(
        OfficeId office, IReadOnlyCollection<ObligationKind> kinds, DateTimeOffset since, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<OccurrenceKey>>(
        async db =>
        {
            var standing = await db.Dues.Where(d => d.OfficeId == office.Value && kinds.Contains(d.Kind))
                .GroupBy(d => new { d.CampaignId, d.ObligationId, d.Occurrence })
                .Select(g => new
                {
                    g.Key, Open = g.Sum(d => d.State == DueState.Open ? 1 : 0), Met = g.Sum(d => d.State == DueState.Met || d.State == DueState.Late ? 1 : 0),
                    Changed = g.Max(d => d.ChangedAt), Excused = g.Max(d => d.ExcusedAt),
                })
                .Where(o => o.Open == 0 && o.Met > 0).ToListAsync(cancel);
            return
            [
                .. standing.Where(o => o.Changed >= since || o.Excused >= since)
                    .Select(o => new OccurrenceKey(new CampaignId(o.Key.CampaignId), o.Key.ObligationId, o.Key.Occurrence)),
            ];
        },
        cancel);

    public Task<IReadOnlyList<(OccurrenceKey Of, UnitId Unit)>> MetSinceAsync(OfficeId office, DateTimeOffset since, CancellationToken cancel) =>
        store.ReadAsync<IReadOnlyList<(OccurrenceKey, UnitId)>>(
            async db =>
            {
                // What an import met was said long ago: nobody is thanked for it now.
                var rows = await db.Dues.Where(d => d.OfficeId == office.Value && d.ChangedAt >= since && (d.State == DueState.Met || d.State == DueState.Late))
                    .Where(d => !db.Submissions.Any(s => s.Id == d.MetBySubmissionId && s.Platform == Platform.Import))
                    .Select(d => new { d.CampaignId, d.ObligationId, d.Occurrence, d.UnitId }).ToListAsync(cancel);
                return [.. rows.Select(r => (new OccurrenceKey(new CampaignId(r.CampaignId), r.ObligationId, r.Occurrence), new UnitId(r.UnitId)))];
            },
            cancel);

    public Task<bool> AnyUnhandledAsync(OfficeId office, DateTimeOffset upTo, CancellationToken cancel) => store.ReadAsync(
        db => (
            from m in db.Messages
            where m.State == MessageState.Waiting && m.ReceivedAt <= upTo
            where db.Groups.Any(g => g.OfficeId == office.Value && g.Platform == m.Platform && g.ChatId == m.ChatId)
                || db.Accounts.Any(a => a.OfficeId == office.Value && a.Platform == m.Platform && a.ExternalId == m.SenderId)
            select m).AnyAsync(cancel),
        cancel);

    private Task<List<OutgoingMessage>> QueueAsync(
        OfficeId office, IReadOnlyList<PushEntry> entries, IReadOnlyList<OutgoingMessage> messages, DateTimeOffset now, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var keys = entries.Select(e => e.Key.ToString()).ToList();
            var known = new HashSet<string>(StringComparer.Ordinal);
            foreach (var chunk in keys.Chunk(500)) known.UnionWith(await db.Pushes.Where(p => p.OfficeId == office.Value && chunk.Contains(p.Key)).Select(p => p.Key).ToListAsync(cancel));
            var fresh = entries.Where(e => !known.Contains(e.Key.ToString())).ToList();
            db.Pushes.AddRange(fresh.Select(e => Row(e, office.Value, now)));
            var told = fresh.Select(e => e.MessageKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var queued = messages.Where(m => told.Contains(m.Key)).ToList();
            foreach (var message in queued) await OutboxWrites.AddAsync(db, office, message, now, cancel);
            return queued;
        },
        cancel);

    private static async Task<StillMissing> StillAsync(BotDb db, PushRow row, CancellationToken cancel)
    {
        var open = await (
            from d in db.Dues
            where d.OfficeId == row.OfficeId && d.CampaignId == row.CampaignId && d.ObligationId == row.ObligationId && d.Occurrence == row.Occurrence && d.State == DueState.Open
            join u in db.Units on d.UnitId equals u.Id
            orderby u.Order, u.Id
            select new { u.Id, u.Name }).ToListAsync(cancel);
        var revision = await db.Dues
            .Where(d => d.OfficeId == row.OfficeId && d.CampaignId == row.CampaignId && d.ObligationId == row.ObligationId && d.Occurrence == row.Occurrence)
            .Select(d => d.Revision).FirstOrDefaultAsync(cancel);
        var about = row.Units.ToHashSet();
        return new StillMissing(
            new OfficeId(row.OfficeId), row.Kind, new OccurrenceKey(new CampaignId(row.CampaignId), row.ObligationId, row.Occurrence), revision, row.Deadline,
            row.PlannedAt, [.. open.Where(u => about.Contains(u.Id)).Select(u => u.Name)])
        {
            Key = row.Key, Step = row.Step, About = [.. row.Units.Select(u => new UnitId(u))],
        };
    }

    private static PushRow Row(PushEntry e, Guid office, DateTimeOffset now) => new()
    {
        OfficeId = office, Key = e.Key.ToString(), Kind = e.Kind, CampaignId = e.Key.Of.Campaign.Value, ObligationId = e.Key.Of.Obligation,
        Occurrence = e.Key.Of.Day, Deadline = e.Key.Deadline, Step = e.Key.Step, Platform = e.Key.Chat.Platform, ChatId = e.Key.Chat.Id,
        PlannedAt = e.PlannedAt, DecidedAt = now, State = e.Skipped is null ? PushState.Queued : PushState.Skipped, Reason = e.Skipped,
        MessageKey = e.MessageKey, Units = [.. e.Units.Select(u => u.Value)], AskedBy = e.AskedBy?.Value,
    };
}
