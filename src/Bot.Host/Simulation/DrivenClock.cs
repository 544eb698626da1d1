namespace Bot.Host.Simulation;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class DrivenClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset now = start.ToUniversalTime();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    /// <summary>Puts it to an instant, forth or back.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        lock (gate) now = instant.ToUniversalTime();
    }
}
