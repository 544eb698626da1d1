using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Host.Tests;

internal static class Waiting
{
    public static Task<bool> AnyAsync(Store store, CancellationToken cancel) => store.ReadAsync(
        async db => await db.Messages.AnyAsync(m => m.State == MessageState.Waiting, cancel) || await db.Outbox.AnyAsync(o => o.State == OutboxState.Waiting, cancel),
        cancel);
}
