using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Whom a reminder means: the names of the missing units become mentions of their liaisons, so that they are told without another
/// word. Marked by place and id, not by name: nobody needs a user name, and no name can break the message.
/// </summary>
internal sealed class TelegramMentions(Store store)
{
    // Telegram leaves out the hundredth; long lists of ids weigh on the message.
    private const int Most = 50;

    public async Task<IReadOnlyList<TelegramMention>> OfAsync(OutgoingMessage message, CancellationToken cancel)
    {
        if (message.Kind != OutgoingKind.Reminder || PrivateChats.Is(message.Chat)) return [];
        var names = message.Dues.SelectMany(d => d.Units).Distinct().ToList();
        if (names.Count == 0) return [];
        var people = await store.ReadAsync(db => PeopleAsync(db, message.Key, names, cancel), cancel);
        var mentions = new List<TelegramMention>();
        foreach (var (unit, user) in people.OrderByDescending(p => p.Unit.Length))
        {
            if (mentions.Count < Most && Free(message.Text, unit, mentions) is var at and >= 0) mentions.Add(new TelegramMention(at, unit.Length, user));
        }

        return [.. mentions.OrderBy(m => m.At)];
    }

    private static async Task<IReadOnlyList<(string Unit, long User)>> PeopleAsync(BotDb db, string key, List<string> names, CancellationToken cancel)
    {
        var office = await db.Outbox.Where(o => o.Key == key).Select(o => o.OfficeId).FirstOrDefaultAsync(cancel);
        var rows = await (
            from u in db.Units
            where u.OfficeId == office && names.Contains(u.Name)
            join l in db.Liaisons on u.Id equals l.UnitId
            where l.MayReport && l.To == null
            join a in db.Accounts on l.PersonId equals a.PersonId
            where a.Platform == Platform.Telegram
            orderby u.Order, l.Deputy, l.Id
            select new { u.Name, a.ExternalId }).ToListAsync(cancel);
        return [.. rows.DistinctBy(r => r.Name).Where(r => long.TryParse(r.ExternalId, out _)).Select(r => (r.Name, long.Parse(r.ExternalId, System.Globalization.CultureInfo.InvariantCulture)))];
    }

    // Where the name stands by itself, not as a part of a longer one that is marked already.
    private static int Free(string text, string name, List<TelegramMention> taken)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!taken.Exists(m => at < m.At + m.Length && m.At < at + name.Length)) return at;
        }

        return -1;
    }
}
