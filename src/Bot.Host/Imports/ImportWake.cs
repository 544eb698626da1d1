namespace Bot.Host.Imports;

/// <summary>Wakes whoever reads handed-in chat logs: at once where one is begun on this host, else now and then.</summary>
internal sealed class ImportWake : IDisposable
{
    private static readonly TimeSpan NowAndThen = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim begun = new(0, 1);

    public void Ring()
    {
        lock (begun)
        {
            if (begun.CurrentCount == 0) begun.Release();
        }
    }

    public Task WaitAsync(CancellationToken cancel) => begun.WaitAsync(NowAndThen, cancel);

    public void Dispose() => begun.Dispose();
}
