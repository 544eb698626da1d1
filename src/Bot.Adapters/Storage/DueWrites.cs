using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Writes what a decision changed of the dues, in its transaction.</summary>
internal static class DueWrites
{
    public static async Task WriteAsync(
        BotDb db, Guid office, RevisionId revision, IReadOnlyList<DueChange> changes, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var due in changes.Select(c => c.Due))
        {
            var met = due.MetBy?.Value;
            var known = await db.Dues.Where(d => d.Id == due.Id.Value && d.OfficeId == office).ExecuteUpdateAsync(
                s => s.SetProperty(d => d.State, due.State).SetProperty(d => d.MetBySubmissionId, met).SetProperty(d => d.MetAt, due.MetAt)
                    .SetProperty(d => d.ExcusedBecause, due.ExcusedBecause).SetProperty(d => d.ChangedAt, now),
                cancel);
            if (known > 0) continue;

            // An activity that was reported makes the due that asks for it.
            var row = DueMapping.Row(due, office, revision.Number);
            row.ChangedAt = now;
            db.Dues.Add(row);
        }
    }
}
