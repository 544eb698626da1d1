using Bot.Adapters.Storage;
using Bot.Adapters.Telemetry;
using Bot.Domain.Messages;

namespace Bot.Host.Inbound;

/// <summary>Step 3 of a message's way: store, then acknowledge, then wake the worker. Nothing happens before the row is durable.</summary>
internal sealed class Arrivals(IInboxStore inbox, InboundWake wake, BotMeter meter) : IInbox
{
    public async Task<bool> AcceptAsync(IncomingMessage message, CancellationToken cancel)
    {
        using var span = BotSpans.Accept(message);
        var isNew = await inbox.AcceptAsync(message, cancel);
        if (isNew) meter.Accepted();
        wake.Ring();
        return isNew;
    }
}

/// <summary>The bell of the chat workers.</summary>
internal sealed class InboundWake(HostSignals hosts) : HostWake(hosts, HostSignals.Inbox);
