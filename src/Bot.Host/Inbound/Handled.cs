using Bot.Domain.Messages;

namespace Bot.Host.Inbound;

/// <summary>What came of handling a message.</summary>
/// <param name="Completed">The inbox messages that are done with.</param>
/// <param name="WaitUntil">The chat is to be left alone until then.</param>
/// <param name="Stops">Whether the chat is given back now.</param>
internal sealed record Handled(IReadOnlyList<MessageId> Completed, DateTimeOffset? WaitUntil, bool Stops)
{
    public static Handled Nothing { get; } = new([], null, false);

    public static Handled Lost { get; } = new([], null, true);

    public static Handled Wait(DateTimeOffset until) => new([], until, true);

    public static Handled Done(IReadOnlyList<MessageId> completed) => new(completed, null, false);
}
