using Bot.Adapters.Storage.Rows;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>What became of pushes, in the transaction that says so of their message.</summary>
internal static class PushWrites
{
    /// <summary>Sent: each entry keeps the units that were named; one that named nobody was skipped.</summary>
    public static async Task SentAsync(BotDb db, OutgoingMessage message, DateTimeOffset now, CancellationToken cancel)
    {
        var named = message.Dues.ToLookup(d => d.Id, d => d.Units);
        foreach (var row in await db.Pushes.Where(p => p.MessageKey == message.Key).ToListAsync(cancel))
        {
            if (message.Dues.Count > 0 && row.Kind is PushKind.Reminder or PushKind.Escalation)
            {
                var names = named[MentionedDue.IdOf(DueMapping.Of(row))].SelectMany(n => n).ToHashSet(StringComparer.Ordinal);
                if (names.Count == 0)
                {
                    (row.State, row.Reason) = (PushState.Skipped, SkipReason.NobodyMissing);
                    continue;
                }

                var about = row.Units;
                row.Units = await db.Units.Where(u => about.Contains(u.Id) && names.Contains(u.Name)).OrderBy(u => u.Order).Select(u => u.Id).ToListAsync(cancel);
            }

            (row.State, row.SentAt) = (PushState.Sent, now);
        }
    }

    /// <summary>Had become untrue before it was sent.</summary>
    public static Task WithdrawnAsync(BotDb db, string messageKey, CancellationToken cancel) => db.Pushes.Where(p => p.MessageKey == messageKey).ExecuteUpdateAsync(
        s => s.SetProperty(p => p.State, PushState.Skipped).SetProperty(p => p.Reason, SkipReason.NobodyMissing), cancel);
}
