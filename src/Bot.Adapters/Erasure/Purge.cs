using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Erasure;

/// <summary>
/// Takes the words, photos and bot messages of what was said before an instant, whatever became of its campaign; keys, times, hashes and
/// bookings stay. Batch by batch, each a transaction: stopped anywhere, the next run goes on with what is left.
/// </summary>
/// <param name="store">The database.</param>
/// <param name="clock">The wall clock, for the log.</param>
/// <param name="atOnce">How many messages a transaction takes.</param>
/// <param name="afterBatch">Told after each transaction, with what it touched; null: nobody asks.</param>
internal sealed class Purge(Store store, TimeProvider clock, int atOnce = MessageWipe.AtOnce, Action<Tally>? afterBatch = null)
{

    /// <summary>What there is to take, by table.</summary>
    public Task<Tally> CountAsync(Guid? office, DateTimeOffset before, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var old = new OldTexts(db, office, before);
            var tally = new Tally();
            tally.Add("Messages", await old.Messages.CountAsync(cancel));
            tally.Add("SubmissionReadings", await old.Readings.CountAsync(cancel));
            tally.Add("Outbox", await old.Told.CountAsync(cancel));
            return tally;
        },
        cancel);

    /// <summary>Takes it.</summary>
    /// <returns>The rows that were touched.</returns>
    public async Task<Tally> RunAsync(Guid? office, DateTimeOffset before, CancellationToken cancel)
    {
        await NoteAsync(office, before, cancel);
        var tally = new Tally();
        while (await BatchAsync(office, before, MessagesAsync, tally, cancel)) { }
        while (await BatchAsync(office, before, ToldAsync, tally, cancel)) { }
        tally.Add("SubmissionReadings", await store.WriteAsync(db => new OldTexts(db, office, before).Readings.ExecuteDeleteAsync(cancel), cancel));
        return tally;
    }

    // Written first: whatever stops the run, the log says that it was made.
    private Task NoteAsync(Guid? office, DateTimeOffset before, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var old = await new OldTexts(db, office, before).Messages.Where(m => m.OfficeId != null).GroupBy(m => m.OfficeId!.Value)
                .Select(g => new { Office = g.Key, Count = g.Count() }).ToListAsync(cancel);
            foreach (var o in old)
            {
                AuditTrail.Note(
                    db, new OfficeId(o.Office), new PersonId(Guid.Empty), clock.GetUtcNow(), AuditAction.OldTextsErased,
                    ("before", DateOnly.FromDateTime(before.UtcDateTime)), ("messages", o.Count));
            }
        },
        cancel);

    private async Task<bool> BatchAsync(Guid? office, DateTimeOffset before, Func<OldTexts, Tally, CancellationToken, Task<bool>> take, Tally tally, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (more, taken) = await store.WriteAsync(
            async db =>
            {
                var once = new Tally(); // a transaction that is run again counts again
                return (await take(new OldTexts(db, office, before), once, cancel), once);
            },
            cancel);
        foreach (var (table, count) in taken.Rows) tally.Add(table, count);
        afterBatch?.Invoke(taken);
        return more;
    }

    private async Task<bool> MessagesAsync(OldTexts old, Tally tally, CancellationToken cancel)
    {
        var ids = await old.Messages.OrderBy(m => m.Seq).Select(m => m.Id).Take(atOnce).ToListAsync(cancel);
        await MessageWipe.RunAsync(old.Db, ids, tally, cancel);
        return ids.Count == atOnce;
    }

    private async Task<bool> ToldAsync(OldTexts old, Tally tally, CancellationToken cancel)
    {
        var rows = await old.Told.OrderBy(o => o.Seq).Take(atOnce).ToListAsync(cancel);
        foreach (var row in rows) row.Payload = WipedPayload.Of(WipedPayload.Read(row.Payload));
        tally.Add("Outbox", rows.Count);
        return rows.Count == atOnce;
    }
}
