using System.Text.Json;
using Bot.Domain.GroupWords;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Returns as rows, each version frozen to its bookings.</summary>
internal sealed class ReturnStore(Store store) : IReturns
{
    public Task<IReadOnlyList<Return>> DrawAsync(OfficeId office, IReadOnlyList<Return> drafts, CancellationToken cancel) => store.WriteAsync<IReadOnlyList<Return>>(
        async db =>
        {
            if (drafts.Count == 0) return [];
            var unit = drafts[0].Unit.Value;
            await store.LockAsync(db, office.Value, drafts[0].Of.Campaign.Value, unit, cancel);
            var newest = (await ReturnReads.NewestAsync(db, office.Value, [unit], null, cancel)).Select(r => r.Version).ToDictionary(r => r.Of);
            if (drafts.All(d => newest.TryGetValue(d.Of, out var known) && known.Fingerprint == d.Fingerprint && known.CreatedAt == newest[drafts[0].Of].CreatedAt))
            {
                return [.. drafts.Select(d => newest[d.Of])];
            }

            var drawn = new List<Return>(drafts.Count);
            foreach (var draft in drafts) drawn.Add(await ReturnWrites.AddAsync(db, office.Value, draft, cancel));
            return drawn;
        },
        cancel);

    public Task<Return?> FindAsync(OfficeId office, ReturnId id, CancellationToken cancel) => store.ReadAsync(
        async db => await db.Returns.SingleOrDefaultAsync(r => r.OfficeId == office.Value && r.Id == id.Value && r.UnitId != null && r.ObligationId != null, cancel) is { } row
            ? await ReturnReads.FillAsync(db, row, cancel) : null,
        cancel);

    public Task<IReadOnlyList<OfferedReturn>> OfferedAsync(OfficeId office, ReturnId id, CancellationToken cancel) =>
        store.ReadAsync(db => ReturnReads.OfferedAsync(db, office.Value, id.Value, cancel), cancel);

    public Task<IReadOnlyList<OfferedReturn>> NewestAsync(
        OfficeId office, IReadOnlyCollection<UnitId> units, DateTimeOffset? before, CancellationToken cancel) =>
        store.ReadAsync(db => ReturnReads.NewestAsync(db, office.Value, [.. units.Select(u => u.Value)], before, cancel), cancel);

    public Task<ReturnId?> OfferedInAsync(ChatKey chat, string platformMessageId, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var payload = await db.Outbox.Where(o => o.Platform == chat.Platform && o.ChatId == chat.Id && (o.PlatformId == platformMessageId || db.SentParts.Any(p => p.Key == o.Key && p.PlatformId == platformMessageId)))
                .Select(o => o.Payload).FirstOrDefaultAsync(cancel);
            var buttons = payload is null ? null : JsonSerializer.Deserialize(payload, PayloadJson.Readable.OutgoingMessage)?.Buttons;
            return buttons?.Select(b => Press.Read(b.Data)).OfType<Press.Confirm>().Select(c => (ReturnId?)c.Return).FirstOrDefault();
        },
        cancel);

    public Task<IReadOnlyList<UnitId>> ConfirmsForAsync(OfficeId office, PersonId person, DateOnly day, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<UnitId>>(
        async db =>
        {
            var units = await db.Liaisons
                .Where(l => l.OfficeId == office.Value && l.PersonId == person.Value && l.MayConfirm && l.From <= day && (l.To == null || l.To >= day))
                .Select(l => l.UnitId).Distinct().ToListAsync(cancel);
            return [.. units.Order().Select(u => new UnitId(u))];
        },
        cancel);
}
