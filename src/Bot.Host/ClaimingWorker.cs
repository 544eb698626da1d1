namespace Bot.Host;

/// <summary>
/// A worker that claims its work in the database. When the program stops it claims nothing more and finishes what it has; what is not
/// finished in time is given up, nothing of it written, and given back, so that another host takes it at once.
/// </summary>
internal abstract class ClaimingWorker : BackgroundService
{
    /// <summary>How long a stopping program waits for what it does; its supervisors wait longer.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);

    // The rest is for giving back.
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource givesUp = new();

    /// <summary>Cancelled when what was claimed must be given up.</summary>
    protected CancellationToken GivesUp => givesUp.Token;

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        givesUp.CancelAfter(ToFinish);
        return base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        givesUp.Dispose();
        base.Dispose();
    }

    /// <summary>Works until it is told to stop.</summary>
    /// <param name="work">Does what there is to do, and claims no more once its token is cancelled; whether there may be more.</param>
    /// <param name="wait">Waits until there may be something to do.</param>
    /// <param name="failed">Says that the work failed; it goes on.</param>
    /// <param name="stop">Cancelled when the program stops.</param>
    protected async Task RepeatAsync(Func<CancellationToken, Task<bool>> work, Func<CancellationToken, Task> wait, Action<Exception> failed, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var more = false;
            try
            {
                more = await work(stop);
            }
            catch (Exception) when (GivesUp.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                failed(failure);
            }

            if (!more) await wait(stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
