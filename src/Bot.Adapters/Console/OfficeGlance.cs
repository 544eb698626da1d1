using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>What stands at the head of every page of the console.</summary>
/// <param name="OfficeName">The office.</param>
/// <param name="Unclaimed">Submissions of people nobody has registered yet (待认领).</param>
/// <param name="Doubts">Booked figures somebody should look at (待核).</param>
/// <param name="Undelivered">Messages of the bot that could not be delivered (未送达).</param>
internal sealed record OfficeGlance(string OfficeName, int Unclaimed, int Doubts, int Undelivered)
{
    public static Task<OfficeGlance> ReadAsync(Store store, OfficeId office, CancellationToken cancel) => store.ReadAsync(
        async db => new OfficeGlance(
            await db.Offices.Where(o => o.Id == office.Value).Select(o => o.Name).SingleAsync(cancel),
            await db.Submissions.CountAsync(s => s.OfficeId == office.Value && s.State == SubmissionState.Unclaimed, cancel),
            await db.Remarks.CountAsync(r => r.OfficeId == office.Value && !r.Blocks && r.SettledAt == null, cancel),
            await db.Outbox.CountAsync(o => o.OfficeId == office.Value && o.State == OutboxState.Parked, cancel)),
        cancel);
}
