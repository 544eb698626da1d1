using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>The buckets, one row each, shared by all hosts.</summary>
internal sealed class PaceStore(Store store) : IPace
{
    // Hosts' clocks differ a little; a clock further back than that was set back.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public async Task<TimeSpan> DrawAsync(IReadOnlyList<PaceDraw> draws, DateTimeOffset now, CancellationToken cancel)
    {
        if (draws.Count == 0) return TimeSpan.Zero;
        return await store.WriteGuardedAsync(
            async db =>
            {
                // In one order, so that two hosts never wait for one another.
                foreach (var bucket in draws.Select(d => d.Bucket).Order(StringComparer.Ordinal)) await db.TurnAsync($"pace {bucket}", cancel);
                var names = draws.Select(d => d.Bucket).ToList();
                var rows = await db.Paces.Where(p => names.Contains(p.Key)).ToDictionaryAsync(p => p.Key, cancel);
                var left = draws.Select(d => rows.TryGetValue(d.Bucket, out var row) ? d.After(row.Tokens, now - row.At) : d.Holds).ToList();
                var wait = draws.Zip(left).Max(d => d.First.Until(d.Second));
                if (wait > TimeSpan.Zero) return wait;
                foreach (var (draw, had) in draws.Zip(left))
                {
                    if (!rows.TryGetValue(draw.Bucket, out var row)) db.Paces.Add(row = new PaceRow { Key = draw.Bucket, At = now });
                    row.Tokens = had - draw.Messages;
                    if (row.At < now || row.At - now > Skew) row.At = now;
                }

                return TimeSpan.Zero;
            },
            cancel);
    }
}
