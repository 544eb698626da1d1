using System.Threading.Channels;

namespace Bot.Host.Inbound;

/// <summary>Wakes a worker of this host. It decides nothing: the database is asked what there is to do, and now and then anyway.</summary>
internal sealed class Wake(TimeSpan lookAnyway)
{
    // A bell that rings already needs no second ring.
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => bell.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(lookAnyway, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            await bell.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Time to look anyway.
        }
    }
}
