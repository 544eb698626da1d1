using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Messages that were handled, by their id.</summary>
internal sealed class MessageStore(Store store) : IMessages
{
    public Task<IncomingMessage?> FindAsync(OfficeId office, MessageId id, CancellationToken cancel) => store.ReadAsync(
        async db => await db.Messages.AnyAsync(m => m.Id == id.Value && m.OfficeId == office.Value, cancel) ? await MessageReads.FindAsync(db, id.Value, cancel) : null,
        cancel);
}
