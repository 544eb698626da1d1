using Bot.Adapters.Photos;

namespace Bot.Host.Photos;

/// <summary>Clears smaller copies of photos away in time, on every host for itself: an erased photo leaves no copy for longer.</summary>
internal sealed class ScaledPhotoTidying(ScaledPhotos scaled, ILogger<ScaledPhotoTidying> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                scaled.Tidy();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                PhotoLog.Failed(log, fault.GetType().Name, fault);
            }

            await Task.Delay(Between, TimeProvider.System, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
