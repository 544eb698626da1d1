using Bot.Adapters.Storage;

namespace Bot.Host.Inbound;

/// <summary>A bell in every host of the installation: rung here, it rings everywhere.</summary>
internal abstract class HostWake
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    private readonly Wake bell = new(LookAnyway);
    private readonly HostSignals hosts;
    private readonly string topic;

    protected HostWake(HostSignals hosts, string topic)
    {
        this.hosts = hosts;
        this.topic = topic;
        hosts.Listen(heard => { if (heard == topic) bell.Ring(); });
    }

    /// <summary>Rings; call it after the commit.</summary>
    public void Ring()
    {
        bell.Ring();
        hosts.Tell(topic);
    }

    public Task WaitAsync(CancellationToken cancel) => bell.WaitAsync(cancel);
}
