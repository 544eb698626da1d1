using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.WeCom;

/// <summary>Whom a reminder means: the liaisons of the units that are missing.</summary>
internal sealed class WeComMentions(Store store)
{
    /// <summary>One liaison of each unit; none of a unit that has nobody on WeCom.</summary>
    public async Task<IReadOnlyList<WeComMention>> OfAsync(OutgoingMessage message, CancellationToken cancel)
    {
        if (message.Kind != OutgoingKind.Reminder || PrivateChats.Is(message.Chat)) return [];
        var names = message.Dues.SelectMany(d => d.Units).Distinct().ToList();
        if (names.Count == 0) return [];
        return await store.ReadAsync(
            async db =>
            {
                var office = await db.Outbox.Where(o => o.Key == message.Key).Select(o => o.OfficeId).FirstOrDefaultAsync(cancel);
                var rows = await (
                    from u in db.Units
                    where u.OfficeId == office && names.Contains(u.Name)
                    join l in db.Liaisons on u.Id equals l.UnitId
                    where l.MayReport && l.To == null
                    join a in db.Accounts on l.PersonId equals a.PersonId
                    where a.Platform == Platform.WeCom
                    orderby u.Order, l.Deputy, l.Id
                    select new { u.Name, a.ExternalId }).ToListAsync(cancel);
                return (IReadOnlyList<WeComMention>)[.. rows.DistinctBy(r => r.Name).Select(r => new WeComMention(r.Name, r.ExternalId))];
            },
            cancel);
    }
}
