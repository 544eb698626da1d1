using Bot.Domain.Messages;

namespace Bot.Domain.Replies;

/// <summary>What the bot says about a submission.</summary>
/// <param name="Text">The text, plain.</param>
/// <param name="Buttons">The choices below it.</param>
/// <param name="Kind">Receipt, or question where something waits for an answer.</param>
public sealed record ReceiptText(string Text, IReadOnlyList<MessageButton> Buttons, OutgoingKind Kind)
{
    /// <summary>Whether it says nothing beyond that all was taken as it was written.</summary>
    public bool IsQuiet { get; init; }
}
