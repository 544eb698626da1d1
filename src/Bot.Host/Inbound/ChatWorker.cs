using Bot.Adapters.Storage;
using Bot.Adapters.Telemetry;
using Bot.Domain.Messages;

namespace Bot.Host.Inbound;

/// <summary>Step 5: claims a chat and handles its messages in order; several workers handle several chats at once.</summary>
internal sealed class ChatWorker(
    IChatClaims claims, HandleMessage handle, InboundWake inbound, Outbound.OutboundWake outbound, BotMeter meter, TimeProvider clock, ILogger<ChatWorker> log) : ClaimingWorker
{
    private const int Workers = 4;
    private const int AtOnce = 50;
    private const int AttemptsAllowed = 5;

    /// <summary>A claim lasts thirty seconds; a long backlog keeps it by renewing in good time.</summary>
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => RepeatAsync(
            async stop => await DrainAsync(stop, GivesUp) > 0, inbound.WaitAsync, failure => InboundLog.WorkerFailed(log, failure.GetType().Name, failure), stoppingToken)));

    /// <summary>Handles whatever waits now; returns how many messages it completed. What the loop does, once.</summary>
    public Task<int> DrainAsync(CancellationToken cancel) => DrainAsync(CancellationToken.None, cancel);

    /// <summary>Handles whatever waits in one chat, unless somebody else does; returns how many messages it completed.</summary>
    public async Task<int> DrainAsync(ChatKey chat, CancellationToken cancel)
    {
        var done = 0;
        while (await claims.ClaimAsync(chat, clock.GetUtcNow(), cancel) is { } claim && await HandleChatAsync(claim, cancel) is > 0 and var some) done += some;
        return done;
    }

    // To claim is not cancelled by stopping: a claim that is made just then would be nobody's until it runs out.
    private async Task<int> DrainAsync(CancellationToken stop, CancellationToken cancel)
    {
        var done = 0;
        while (!stop.IsCancellationRequested && await claims.ClaimNextAsync(clock.GetUtcNow(), cancel) is { } claim) done += await HandleChatAsync(claim, cancel);
        return done;
    }

    private async Task<int> HandleChatAsync(ChatClaim claim, CancellationToken cancel)
    {
        var done = 0;
        DateTimeOffset? waitUntil = null;
        try
        {
            var completed = new HashSet<MessageId>();
            var renewed = TimeProvider.System.GetTimestamp();
            foreach (var message in await claims.WaitingAsync(claim, AtOnce, cancel))
            {
                if (completed.Contains(message.Id)) continue;
                if (TimeProvider.System.GetElapsedTime(renewed) > RenewAfter)
                {
                    if (!await claims.RenewAsync(claim, cancel)) break;
                    renewed = TimeProvider.System.GetTimestamp();
                }

                var outcome = await HandleOneAsync(claim, message, cancel);
                waitUntil = outcome.WaitUntil;
                completed.UnionWith(outcome.Completed);
                done += outcome.Completed.Count;
                if (outcome.Stops) break;
            }
        }
        finally
        {
            await claims.ReleaseAsync(claim, waitUntil, CancellationToken.None);
            outbound.Ring();
        }

        return done;
    }

    private async Task<Handled> HandleOneAsync(ChatClaim claim, IncomingMessage message, CancellationToken cancel)
    {
        using var span = BotSpans.Handle(message);
        try
        {
            return await handle.HandleAsync(claim, message, cancel);
        }
        catch (Exception failure) when (!(failure is OperationCanceledException && cancel.IsCancellationRequested) && !DatabaseOutage.Is(failure))
        {
            // Nothing was written. The chat waits a little and tries again; after the last try it goes on without the message.
            var parked = await claims.FailedAsync(claim, message.Id, failure.GetType().Name, AttemptsAllowed, cancel);
            InboundLog.MessageFailed(log, message.Id.Value, parked, failure);
            span.Fail(failure.GetType().Name);
            if (parked) meter.Parked();
            return parked ? Handled.Nothing : Handled.Wait(clock.GetUtcNow() + TimeSpan.FromSeconds(2));
        }
    }
}
