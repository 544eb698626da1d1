using Bot.Adapters.Clock;

namespace Bot.Host;

/// <summary>Writes down where the demo clock stands, now and then and at the end, so that a restart goes on from there.</summary>
internal sealed class DemoClockKeeper(DemoClock clock) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await clock.KeepAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await clock.KeepAsync(stoppingToken);
    }
}
