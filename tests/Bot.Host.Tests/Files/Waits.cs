namespace Bot.Host.Tests.Files;

/// <summary>Waiting for an event instead of a time.</summary>
internal static class Waits
{
    /// <summary>Until somebody cancels it.</summary>
    public static async Task WhenCancelledAsync(this CancellationToken cancel)
    {
        var called = new TaskCompletionSource();
        await using var _ = cancel.Register(() => called.TrySetResult());
        await called.Task;
    }
}
