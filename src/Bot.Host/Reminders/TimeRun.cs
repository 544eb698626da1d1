using Bot.Host.Inbound;
using Bot.Host.Outbound;

namespace Bot.Host.Reminders;

/// <summary>Takes a movable clock through time, doing everything at its instant: what a host that never slept would have done.</summary>
internal sealed class TimeRun(ChatWorker chats, ReminderTick tick, OutboxWorker outbox, WakeTimes wakes, TimeProvider clock)
{
    /// <summary>Does everything there is to do at the instant the clock shows; messages are handled before pushes.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        int done;
        do
        {
            done = await chats.DrainAsync(cancel);
            await tick.RunAsync(cancel);
            done += await outbox.DrainAsync(cancel);
        }
        while (done > 0);
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
