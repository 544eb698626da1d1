using Bot.Adapters.Storage;
using Bot.Host.Inbound;

namespace Bot.Host.Outbound;

/// <summary>The bell of the outbox worker.</summary>
internal sealed class OutboundWake(HostSignals hosts) : HostWake(hosts, HostSignals.Outbox);
