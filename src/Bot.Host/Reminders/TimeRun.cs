using Bot.Host.Inbound;
using Bot.Host.Outbound;

namespace Bot.Host.Reminders;

/// <summary>Takes a movable clock through time, doing everything at its instant: what a host that never slept would have done.</summary>
internal sealed class TimeRun(ChatWorker chats, ReminderTick tick, OutboxWorker outbox, WakeTimes wakes, TimeProvider clock)
{
    /// <summary>How far ahead a next push is looked for.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(120);

    /// <summary>Does everything there is to do at the instant the clock shows, messages before pushes; returns how many pushes there were.</summary>
    public async Task<int> SettleAsync(CancellationToken cancel)
    {
        await chats.DrainAsync(cancel);
        var pushed = await tick.RunAsync(cancel);
        await outbox.DrainAsync(cancel);
        return pushed;
    }

    /// <summary>Goes on to the next instant at which something is pushed; false: nothing is planned in the next months.</summary>
    public async Task<bool> RunToPushAsync(Func<DateTimeOffset, Task> moveTo, CancellationToken cancel)
    {
        var latest = clock.GetUtcNow() + Horizon;
        while (await tick.NextStepAsync(clock.GetUtcNow(), cancel) is { } next && next <= latest)
        {
            await moveTo(next);
            if (await SettleAsync(cancel) > 0) return true;
        }

        return false;
    }

    /// <summary>Goes on to an instant, stopping wherever there is something to do.</summary>
    /// <param name="target">The instant (UTC).</param>
    /// <param name="moveTo">Puts the clock to an instant.</param>
    /// <param name="stops">Whether to settle at the target itself; not where something else comes first at that instant.</param>
    /// <param name="cancel">Stops on the way.</param>
    public async Task RunToAsync(DateTimeOffset target, Func<DateTimeOffset, Task> moveTo, bool stops, CancellationToken cancel)
    {
        while (await wakes.NextAsync(clock.GetUtcNow(), cancel) is { } next && next < target)
        {
            await moveTo(next);
            await SettleAsync(cancel);
        }

        await moveTo(target);
        if (stops) await SettleAsync(cancel);
    }
}
