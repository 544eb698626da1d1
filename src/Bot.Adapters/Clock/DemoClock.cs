using System.Globalization;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Clock;

/// <summary>A clock that runs at the wall's pace from wherever it was put, and keeps its place over a restart.</summary>
internal sealed class DemoClock(Store store, TimeProvider wall, DateTimeOffset start) : TimeProvider, IDemoClock
{
    private const string Key = "demo-clock";

    private readonly Lock gate = new();
    private DateTimeOffset shown = start;
    private long since = wall.GetTimestamp();

    public DateTimeOffset Now => GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return shown + wall.GetElapsedTime(since);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        wall.CreateTimer(callback, state, dueTime, period);

    /// <summary>Goes on where it stood when the program last moved or stopped it.</summary>
    public async Task ResumeAsync(CancellationToken cancel)
    {
        var kept = await store.ReadAsync(async db => (await db.Settings.FindAsync([Key], cancel))?.Value, cancel);
        if (kept is not null && DateTimeOffset.TryParse(kept, CultureInfo.InvariantCulture, out var instant)) Put(instant);
    }

    public async Task MoveToAsync(DateTimeOffset instant, CancellationToken cancel)
    {
        Put(instant);
        await KeepAsync(cancel);

        // What waits for an instant of the old time would wait for days after a move back.
        await store.WriteGuardedAsync(
            async db =>
            {
                await db.Chats.Where(c => c.WaitUntil != null).ExecuteUpdateAsync(s => s.SetProperty(c => c.WaitUntil, (DateTimeOffset?)null), cancel);
                await db.Outbox.Where(o => o.NextTryAt != null && o.State == OutboxState.Waiting)
                    .ExecuteUpdateAsync(s => s.SetProperty(o => o.NextTryAt, (DateTimeOffset?)null), cancel);
            },
            cancel);
    }

    /// <summary>Writes down where it stands.</summary>
    public Task KeepAsync(CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var text = GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
            if (await db.Settings.FindAsync([Key], cancel) is { } row) row.Value = text;
            else db.Settings.Add(new SettingRow { Key = Key, Value = text });
        },
        cancel);

    private void Put(DateTimeOffset instant)
    {
        lock (gate)
        {
            shown = instant.ToUniversalTime();
            since = wall.GetTimestamp();
        }
    }
}
