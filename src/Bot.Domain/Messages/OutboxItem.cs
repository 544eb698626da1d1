namespace Bot.Domain.Messages;

/// <summary>A bot message that is to be sent now.</summary>
/// <param name="Seq">Its place in the outbox.</param>
/// <param name="Token">The claim under which it is sent.</param>
/// <param name="Attempts">How often it was tried before.</param>
/// <param name="Message">What to say.</param>
public sealed record OutboxItem(long Seq, Guid Token, int Attempts, OutgoingMessage Message)
{
    /// <summary>Whether the chat's pace let it wait.</summary>
    public bool WasPaced { get; init; }

    /// <summary>Whether it may have been sent before: whoever held it last died, or heard no answer.</summary>
    public bool MayBeThere { get; init; }
}
