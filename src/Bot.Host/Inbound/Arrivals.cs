using Bot.Adapters.Storage;
using Bot.Domain.Messages;

namespace Bot.Host.Inbound;

/// <summary>Step 3 of a message's way: store, then acknowledge, then wake the worker. Nothing happens before the row is durable.</summary>
internal sealed class Arrivals(IInboxStore inbox, InboundWake wake) : IInbox
{
    public async Task<bool> AcceptAsync(IncomingMessage message, CancellationToken cancel)
    {
        var isNew = await inbox.AcceptAsync(message, cancel);
        wake.Ring();
        return isNew;
    }
}

/// <summary>The bell of the chat workers.</summary>
internal sealed class InboundWake(HostSignals hosts) : HostWake(hosts, HostSignals.Inbox);
