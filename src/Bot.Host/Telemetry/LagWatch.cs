using Bot.Adapters.Storage;
using Bot.Adapters.Telemetry;

namespace Bot.Host.Telemetry;

/// <summary>Asks the database now and then how long its queues are: what collectors are told is at most so old.</summary>
internal sealed class LagWatch(QueueLag lag, BotMeter meter, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, TimeProvider.System);
        do
        {
            try
            {
                var (inbox, outbox) = await lag.ReadAsync(clock.GetUtcNow(), stoppingToken);
                meter.Lag(inbox, outbox);
            }
            catch (Exception failure) when (DatabaseOutage.Is(failure))
            {
                meter.Lag(null, null);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
