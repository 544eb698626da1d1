namespace Bot.Adapters.Clock;

/// <summary>The demo office's clock: runs, is shown, can be moved. Absent outside the demo.</summary>
internal interface IDemoClock
{
    /// <summary>What it shows (UTC).</summary>
    DateTimeOffset Now { get; }

    /// <summary>Moves it; it runs on from there and keeps its place over a restart.</summary>
    Task MoveToAsync(DateTimeOffset instant, CancellationToken cancel);
}
