using System.Diagnostics.Metrics;

namespace Bot.Adapters.Telemetry;

/// <summary>The program's own metrics. They cost next to nothing while nobody collects them, and hold counts and seconds only.</summary>
internal sealed class BotMeter : IDisposable
{
    /// <summary>What collectors know it by.</summary>
    public const string Name = "SafetyMonth";

    // Woken once a minute, the program is in time within two.
    private static readonly TimeSpan InTime = TimeSpan.FromMinutes(2);

    private readonly Meter meter = new(Name);
    private readonly Counter<long> accepted;
    private readonly Counter<long> handled;
    private readonly Counter<long> asked;
    private readonly Counter<long> parked;
    private readonly Counter<long> onTime;
    private readonly Counter<long> late;
    private double? inbox;
    private double? outbox;

    public BotMeter()
    {
        accepted = meter.CreateCounter<long>("safetymonth.messages.accepted", description: "Messages stored and acknowledged.");
        handled = meter.CreateCounter<long>("safetymonth.messages.handled", description: "Messages handled.");
        asked = meter.CreateCounter<long>("safetymonth.messages.asked", description: "Messages the bot asked back about.");
        parked = meter.CreateCounter<long>("safetymonth.messages.parked", description: "Messages given up after the last try.");
        onTime = meter.CreateCounter<long>("safetymonth.pushes.on_time", description: "Pushes queued within two minutes of their instant.");
        late = meter.CreateCounter<long>("safetymonth.pushes.late", description: "Pushes queued later than that.");
        meter.CreateObservableGauge("safetymonth.inbox.lag", () => Known(inbox), "s", "Age of the oldest message that waits to be handled.");
        meter.CreateObservableGauge("safetymonth.outbox.lag", () => Known(outbox), "s", "Age of the oldest bot message that waits to be sent.");
    }

    /// <summary>A message was stored.</summary>
    public void Accepted() => accepted.Add(1);

    /// <summary>A transaction completed messages.</summary>
    /// <param name="messages">How many.</param>
    /// <param name="asksBack">Whether the bot asked back about them.</param>
    public void Handled(int messages, bool asksBack)
    {
        handled.Add(messages);
        if (asksBack) asked.Add(1);
    }

    /// <summary>A message was given up.</summary>
    public void Parked() => parked.Add(1);

    /// <summary>A push was queued.</summary>
    /// <param name="planned">When it was planned for (UTC).</param>
    /// <param name="now">Now (UTC).</param>
    public void Pushed(DateTimeOffset planned, DateTimeOffset now) => (now - planned <= InTime ? onTime : late).Add(1);

    /// <summary>How long the oldest message and the oldest bot message have waited; null: the database does not say.</summary>
    public void Lag(TimeSpan? ofInbox, TimeSpan? ofOutbox) => (inbox, outbox) = (ofInbox?.TotalSeconds, ofOutbox?.TotalSeconds);

    /// <summary>Shows every counter to those who collect, before anything was counted.</summary>
    public void Show()
    {
        foreach (var counter in (Counter<long>[])[accepted, handled, asked, parked, onTime, late]) counter.Add(0);
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    private static IEnumerable<Measurement<double>> Known(double? seconds) => seconds is { } value ? [new Measurement<double>(value)] : [];
}
