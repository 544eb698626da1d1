namespace Bot.Adapters.WeCom;

/// <summary>A callback that is still open for its answer: the sender offers words, the callback takes them along.</summary>
internal sealed class WeComTurn(string message, string stream, DateTimeOffset openedAt)
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource offered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? taken;
    private string? words;
    private bool isClosed;

    /// <summary>The message's id on its platform.</summary>
    public string Message => message;

    /// <summary>The id of the stream that is its answer.</summary>
    public string Stream => stream;

    /// <summary>When it came, on the real clock.</summary>
    public DateTimeOffset OpenedAt => openedAt;

    /// <summary>Whether it may still take an answer along.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate) return !isClosed && words is null;
        }
    }

    /// <summary>Offers the answer; whether it was taken along.</summary>
    /// <param name="answer">The words.</param>
    /// <param name="patience">How long the next request of WeCom is waited for.</param>
    /// <param name="cancel">Breaks off.</param>
    public async Task<bool> OfferAsync(string answer, TimeSpan patience, CancellationToken cancel)
    {
        TaskCompletionSource done;
        lock (gate)
        {
            if (isClosed || words is not null) return false;
            (words, done) = (answer, taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            offered.TrySetResult();
        }

        await Task.WhenAny(done.Task, Task.Delay(patience, TimeProvider.System, cancel));
        lock (gate)
        {
            if (done.Task.IsCompletedSuccessfully) return true;
            // Nobody came for it: it is said another way, and not here as well.
            (words, isClosed) = (null, true);
            return false;
        }
    }

    /// <summary>The answer, if it is there in time; the same again for a repeated request.</summary>
    public async Task<string?> TakeAsync(TimeSpan patience, CancellationToken cancel)
    {
        await Task.WhenAny(offered.Task, Task.Delay(patience, TimeProvider.System, cancel));
        lock (gate)
        {
            if (words is not null) taken?.TrySetResult();
            return words;
        }
    }

    /// <summary>Nothing is taken along any more.</summary>
    public void Close()
    {
        lock (gate) isClosed |= words is null;
    }
}
