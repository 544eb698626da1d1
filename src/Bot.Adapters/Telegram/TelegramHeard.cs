using Bot.Domain.Messages;

namespace Bot.Adapters.Telegram;

/// <summary>What an update says.</summary>
internal abstract record TelegramHeard
{
    private TelegramHeard() { }

    /// <summary>Somebody said something, or changed it.</summary>
    /// <param name="Message">What, still without revision and with the platform's own time.</param>
    /// <param name="EditedAfter">Seconds between saying and changing it; null: it is as first said.</param>
    /// <param name="Topic">The forum topic it stands in; null: none.</param>
    public sealed record Said(IncomingMessage Message, long? EditedAfter, long? Topic) : TelegramHeard;

    /// <summary>A button was pressed.</summary>
    /// <param name="Message">The press; null: the message below which the button stood is out of reach.</param>
    /// <param name="Query">What is acknowledged.</param>
    /// <param name="IsOwn">Whether whoever pressed was the one who was asked: in private, or below an answer to words of theirs.</param>
    public sealed record Pressed(IncomingMessage? Message, string Query, bool IsOwn = false) : TelegramHeard;

    /// <summary>A group became a supergroup.</summary>
    public sealed record Moved(long From, long To) : TelegramHeard;

    /// <summary>The bot's own standing in a group changed.</summary>
    public sealed record Standing(long Chat, bool IsIn, bool IsAdmin) : TelegramHeard;

    /// <summary>Something was said that cannot be taken, and why.</summary>
    /// <param name="Chat">Where.</param>
    /// <param name="Message">Which message.</param>
    /// <param name="Why">The sentence that says what to do instead.</param>
    public sealed record NotTaken(ChatKey Chat, string Message, string Why) : TelegramHeard;

    /// <summary>Nothing for us.</summary>
    public sealed record Nothing : TelegramHeard;
}
