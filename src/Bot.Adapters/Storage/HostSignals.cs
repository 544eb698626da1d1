namespace Bot.Adapters.Storage;

/// <summary>
/// What hosts of one installation tell one another: that there is something to look at. Nothing depends on it but speed; whoever
/// hears nothing looks anyway now and then.
/// </summary>
internal abstract class HostSignals
{
    /// <summary>Messages came in.</summary>
    public const string Inbox = "inbox";

    /// <summary>Something is to be sent.</summary>
    public const string Outbox = "outbox";

    /// <summary>What begins the topic of a room of the web chat; its id follows.</summary>
    public const string Room = "room ";

    /// <summary>A topic another host told about, or this one.</summary>
    public event Action<string>? Heard;

    /// <summary>Tells the others, at once and without waiting: call it after the commit.</summary>
    public abstract void Tell(string topic);

    protected void Hear(string topic) => Heard?.Invoke(topic);
}

/// <summary>There is one host: nobody to tell.</summary>
internal sealed class NoOtherHosts : HostSignals
{
    public override void Tell(string topic)
    {
        // Who would tell has rung its own bell already.
    }
}
