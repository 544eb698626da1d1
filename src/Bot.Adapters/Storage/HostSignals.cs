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

    private readonly List<Action<string>> listeners = [];

    /// <summary>Tells the others, at once and without waiting: call it after the commit.</summary>
    public abstract void Tell(string topic);

    /// <summary>From now on hears every topic that a host told about, this one included. Listeners are added while the program is put together.</summary>
    public void Listen(Action<string> listener)
    {
        lock (listeners) listeners.Add(listener);
    }

    protected void Hear(string topic)
    {
        Action<string>[] all;
        lock (listeners) all = [.. listeners];
        foreach (var listener in all) listener(topic);
    }
}

/// <summary>There is one host: nobody to tell.</summary>
internal sealed class NoOtherHosts : HostSignals
{
    public override void Tell(string topic)
    {
        // Who would tell has rung its own bell already.
    }
}
