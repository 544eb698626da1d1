using System.Diagnostics;
using Bot.Adapters.Telemetry;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Bot.Host.Reminders;
using Polly;
using Polly.Timeout;

namespace Bot.Host.Outbound;

/// <summary>Step 11: sends what is due, per chat in order, with a timeout, backoff and parking.</summary>
internal sealed class OutboxWorker(
    IOutbox outbox, IEnumerable<ISender> senders, PushWording wording, OutboundWake wake, TimeProvider clock, ILogger<OutboxWorker> log) : ClaimingWorker
{
    private readonly Dictionary<Platform, ISender> senders = senders.ToDictionary(s => s.Platform);

    private readonly ResiliencePipeline patience = new ResiliencePipelineBuilder { TimeProvider = TimeProvider.System }
        .AddTimeout(TimeSpan.FromSeconds(30)).Build();

    // One at a time within the program: who moves the clock waits until what is being sent is sent.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Sends whatever is due now; returns how many rows were taken. What the loop does, once.</summary>
    public Task<int> DrainAsync(CancellationToken cancel) => DrainAsync(CancellationToken.None, cancel);

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RepeatAsync(
        async stop => await DrainAsync(stop, GivesUp) < 0, wake.WaitAsync, failure => OutboundLog.WorkerFailed(log, failure.GetType().Name, failure), stoppingToken);

    // To claim is not cancelled by stopping: a claim that is made just then would be nobody's until it runs out.
    private async Task<int> DrainAsync(CancellationToken stop, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var taken = 0;
            while (!stop.IsCancellationRequested && await outbox.ClaimNextAsync(clock.GetUtcNow(), cancel) is { } item)
            {
                await PassOnAsync(item, cancel);
                taken++;
            }

            return taken;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task PassOnAsync(OutboxItem item, CancellationToken cancel)
    {
        using var span = BotSpans.Send(item);
        try
        {
            if (await WordAsync(item, cancel) is { } worded) await SendAsync(worded, span, cancel);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // Given up: the next host need not wait until the claim has run out.
            await outbox.RetryAsync(item, clock.GetUtcNow(), "stopped", CancellationToken.None);
            throw;
        }
    }

    // A push gets its words now, from what is now true; everything else had them when it was written.
    private async Task<OutboxItem?> WordAsync(OutboxItem item, CancellationToken cancel)
    {
        if (!PushAddressing.IsPush(item.Message.Key)) return item;
        switch (await wording.WordAsync(item, cancel))
        {
            case Worded.Ready ready:
                await outbox.WordedAsync(item, ready.Message, cancel);
                return item with { Message = ready.Message };
            case Worded.Wait wait:
                await outbox.RetryAsync(item, wait.Until, "earlier-messages", cancel);
                return null;
            default:
                await outbox.WithdrawAsync(item, "nobody-missing", cancel);
                return null;
        }
    }

    private async Task SendAsync(OutboxItem item, Activity? span, CancellationToken cancel)
    {
        var outcome = await TryAsync(item, cancel);
        await outcome.Match(
            sent => outbox.SentAsync(item, sent.PlatformId, clock.GetUtcNow(), cancel),
            later =>
            {
                span.Fail(later.Code);
                return LaterAsync(item, later, cancel);
            },
            refused =>
            {
                span.Fail(refused.Code);
                return ParkAsync(item, refused.Code, cancel);
            });
    }

    private async Task<SendOutcome> TryAsync(OutboxItem item, CancellationToken cancel)
    {
        if (!senders.TryGetValue(item.Message.Chat.Platform, out var sender)) return new SendOutcome.Refused("no-sender");
        try
        {
            return await patience.ExecuteAsync(async inner => await sender.SendAsync(item.Message, inner), cancel);
        }
        catch (TimeoutRejectedException)
        {
            return new SendOutcome.RetryLater(TimeSpan.Zero, "timeout");
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return new SendOutcome.RetryLater(TimeSpan.Zero, failure.GetType().Name);
        }
    }

    private Task LaterAsync(OutboxItem item, SendOutcome.RetryLater later, CancellationToken cancel)
    {
        if (item.Attempts + 1 >= RetrySchedule.AttemptsAllowed) return ParkAsync(item, later.Code, cancel);
        var wait = RetrySchedule.After(item.Attempts + 1, later.After);
        OutboundLog.Retried(log, item.Seq, later.Code, wait);
        return outbox.RetryAsync(item, clock.GetUtcNow() + wait, later.Code, cancel);
    }

    private Task ParkAsync(OutboxItem item, string code, CancellationToken cancel)
    {
        OutboundLog.Parked(log, item.Seq, code);
        return outbox.ParkAsync(item, code, cancel);
    }
}
