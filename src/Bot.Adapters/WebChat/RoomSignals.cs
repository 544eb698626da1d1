using System.Collections.Concurrent;

namespace Bot.Adapters.WebChat;

/// <summary>Tells open pages of this host that a room changed. Pages look by themselves now and then, so a lost signal only costs time.</summary>
internal sealed class RoomSignals(TimeProvider clock)
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);

    public void Changed(string room)
    {
        if (waiting.TryRemove(room, out var source)) source.TrySetResult();
    }

    public async Task WaitAsync(string room, CancellationToken cancel)
    {
        var source = waiting.GetOrAdd(room, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await source.Task.WaitAsync(LookAnyway, clock, cancel);
        }
        catch (TimeoutException)
        {
            // Look anyway.
        }
    }
}
