using System.Diagnostics;
using Bot.Adapters.Storage;
using Bot.Adapters.Telemetry;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Bot.Host.Reminders;

namespace Bot.Host.Outbound;

/// <summary>Step 11: sends what is due, per chat in order, within each platform's limits, with backoff and parking.</summary>
internal sealed class OutboxWorker : ClaimingWorker
{
    private const int Lanes = 4;
    private const int AtOnce = 4;
    private static readonly TimeSpan ForOtherHost = TimeSpan.FromSeconds(1);

    private readonly IOutbox outbox;
    private readonly IPace pace;
    private readonly PushWording wording;
    private readonly OutboundWake wake;
    private readonly TimeProvider clock;
    private readonly ILogger<OutboxWorker> log;
    private readonly Dictionary<Platform, (ISender Sender, PlatformLine Line)> ways;

    // Who moves the clock has all lanes, and so waits until what is being sent is sent.
    private readonly SemaphoreSlim lanes = new(Lanes, Lanes);
    private readonly SemaphoreSlim whole = new(1, 1);

    public OutboxWorker(IOutbox outbox, IPace pace, IEnumerable<ISender> senders, PushWording wording, OutboundWake wake, TimeProvider clock, ILogger<OutboxWorker> log)
    {
        (this.outbox, this.pace, this.wording, this.wake, this.clock, this.log) = (outbox, pace, wording, wake, clock, log);
        ways = senders.ToDictionary(s => s.Platform, s => (s, new PlatformLine(s, TimeProvider.System, isAway => Tell(s.Platform, isAway))));
    }

    /// <summary>Sends whatever is due now, one after the other and nothing beside it; returns how many rows were taken.</summary>
    public async Task<int> DrainAsync(CancellationToken cancel)
    {
        await whole.WaitAsync(cancel);
        var held = 0;
        try
        {
            for (; held < Lanes; held++) await lanes.WaitAsync(cancel);
            return await DrainAsync(1, CancellationToken.None, cancel);
        }
        finally
        {
            if (held > 0) lanes.Release(held);
            whole.Release();
        }
    }

    public override void Dispose()
    {
        lanes.Dispose();
        whole.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => RepeatAsync(
            async stop => await LaneAsync(stop) < 0, wake.WaitAsync, failure => OutboundLog.WorkerFailed(log, failure.GetType().Name, failure), stoppingToken)));

    private async Task<int> LaneAsync(CancellationToken stop)
    {
        await lanes.WaitAsync(GivesUp);
        try
        {
            return await DrainAsync(AtOnce, stop, GivesUp);
        }
        finally
        {
            lanes.Release();
        }
    }

    // To claim is not cancelled by stopping: a claim that is made just then would be nobody's until it runs out.
    private async Task<int> DrainAsync(int most, CancellationToken stop, CancellationToken cancel)
    {
        var taken = 0;
        while (!stop.IsCancellationRequested && await outbox.ClaimAsync(clock.GetUtcNow(), most, cancel) is { Count: > 0 } items)
        {
            await Task.WhenAll(items.Select(i => PassOnAsync(i, cancel)));
            taken += items.Count;
        }

        return taken;
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
            await outbox.RetryAsync(item, clock.GetUtcNow(), new SendOutcome.RetryLater(TimeSpan.Zero, "stopped", SendTrouble.NoAnswer), CancellationToken.None);
            throw;
        }
    }

    // A push gets its words now, from what is now true; everything else had them when it was written. What may have been said already is
    // neither said otherwise nor taken back.
    private async Task<OutboxItem?> WordAsync(OutboxItem item, CancellationToken cancel)
    {
        if (!PushAddressing.IsPush(item.Message.Key) || (item.MayBeThere && item.Message.Text.Length > 0)) return item;
        switch (await wording.WordAsync(item, cancel))
        {
            case Worded.Ready ready:
                await outbox.WordedAsync(item, ready.Message, cancel);
                return item with { Message = ready.Message, MayBeThere = false };
            case Worded.Wait wait:
                await outbox.RetryAsync(item, wait.Until, new SendOutcome.RetryLater(TimeSpan.Zero, "earlier-messages", SendTrouble.Chat), cancel);
                return null;
            default:
                await outbox.WithdrawAsync(item, "nobody-missing", cancel);
                return null;
        }
    }

    private async Task SendAsync(OutboxItem item, Activity? span, CancellationToken cancel)
    {
        if (!ways.TryGetValue(item.Message.Chat.Platform, out var way))
        {
            await ParkAsync(item, "no-sender", cancel);
            return;
        }

        if (!await way.Sender.IsHereAsync(item.Message, cancel))
        {
            await outbox.WaitAsync(item, clock.GetUtcNow() + ForOtherHost, "other-host", cancel);
            return;
        }

        item = await outbox.JoinAsync(item, cancel);
        if (await pace.DrawAsync(way.Sender.Draws(item.Message), clock.GetUtcNow(), cancel) is { Ticks: > 0 } wait)
        {
            await outbox.WaitAsync(item, clock.GetUtcNow() + wait, OutboxStore.Paced, cancel);
            return;
        }

        if (!way.Sender.KnowsRepeats) await outbox.BeganAsync(item, cancel);
        if (await way.Line.SendAsync(item.Message, cancel) is not { } outcome)
        {
            await outbox.WaitAsync(item, clock.GetUtcNow() + PlatformLine.Rest, "platform-away", cancel);
            return;
        }

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

    private Task LaterAsync(OutboxItem item, SendOutcome.RetryLater later, CancellationToken cancel)
    {
        if (item.Attempts + 1 >= RetrySchedule.AttemptsAllowed) return ParkAsync(item, later.Code, cancel);
        var wait = RetrySchedule.After(item.Attempts + 1, later.After);
        OutboundLog.Retried(log, item.Seq, later.Code, wait);
        return outbox.RetryAsync(item, clock.GetUtcNow() + wait, later, cancel);
    }

    private Task ParkAsync(OutboxItem item, string code, CancellationToken cancel)
    {
        OutboundLog.Parked(log, item.Seq, code);
        return outbox.ParkAsync(item, code, cancel);
    }

    private void Tell(Platform platform, bool isAway)
    {
        if (isAway) OutboundLog.PlatformAway(log, platform, PlatformLine.Rest);
        else OutboundLog.PlatformBack(log, platform);
    }
}
