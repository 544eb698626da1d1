using Bot.Adapters.Photos;
using Bot.Adapters.Storage;

namespace Bot.Host.Photos;

/// <summary>Off every message's path, on one host at a time: looks at the photos of reports, so that those that look alike are found.</summary>
internal sealed class PhotoWorker(PhotoPrints prints, SeenPhotos photos, Leases leases, ILogger<PhotoWorker> log) : BackgroundService
{
    /// <summary>The duty's name.</summary>
    public const string Duty = "photos";

    private const int AtOnce = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WithoutProgram = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await PictureTools.HasAsync(ScaledPhotos.Program, stoppingToken))
                {
                    await leases.HoldAsync(Duty, LookAsync, stoppingToken);
                }
                else
                {
                    PhotoLog.NoProgram(log);
                    await Task.Delay(WithoutProgram, TimeProvider.System, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                PhotoLog.Failed(log, failure.GetType().Name, failure);
                await Task.Delay(BetweenLooks, TimeProvider.System, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        while (true)
        {
            var next = await prints.NextAsync(AtOnce, cancel);
            foreach (var (key, kind) in next)
            {
                if (await photos.LookAsync(key, kind, cancel) is not { } seen) return;
                await prints.KeepAsync(key, seen, cancel);
            }

            if (next.Count == 0) await Task.Delay(BetweenLooks, TimeProvider.System, cancel);
        }
    }
}
