using Bot.Host.Inbound;

namespace Bot.Host.Outbound;

/// <summary>The bell of the outbox worker.</summary>
internal sealed class OutboundWake
{
    public Wake Bell { get; } = new(TimeSpan.FromSeconds(1));
}
