using System.Collections.Concurrent;
using Bot.Adapters.Storage;

namespace Bot.Adapters.WebChat;

/// <summary>Tells open pages, of every host, that a room changed. Pages look by themselves now and then, so a lost signal only costs time.</summary>
internal sealed class RoomSignals
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);
    private readonly HostSignals hosts;
    private readonly TimeProvider clock;

    public RoomSignals(HostSignals hosts, TimeProvider clock)
    {
        this.hosts = hosts;
        this.clock = clock;
        hosts.Listen(topic => { if (topic.StartsWith(HostSignals.Room, StringComparison.Ordinal)) Wake(topic[HostSignals.Room.Length..]); });
    }

    public void Changed(string room)
    {
        Wake(room);
        hosts.Tell(HostSignals.Room + room);
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

    private void Wake(string room)
    {
        if (waiting.TryRemove(room, out var source)) source.TrySetResult();
    }
}
