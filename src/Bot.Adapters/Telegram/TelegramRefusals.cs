namespace Bot.Adapters.Telegram;

/// <summary>What a refusal of Telegram means for what was to be sent (platforms' page, "errors to tell apart"). Words may change: what is not known is a refusal for good.</summary>
internal enum TelegramRefusal
{
    /// <summary>Never, and nothing is known about why.</summary>
    Other,

    /// <summary>Wait, and the same again.</summary>
    Wait,

    /// <summary>The token is not, or no longer, valid.</summary>
    Token,

    /// <summary>The group has another id now.</summary>
    Moved,

    /// <summary>What it was to change is so already.</summary>
    Already,

    /// <summary>The forum topic is gone or closed.</summary>
    Topic,

    /// <summary>Marked places of the text were not understood.</summary>
    Markup,

    /// <summary>A button's data was not accepted.</summary>
    Button,

    /// <summary>The reaction is not allowed here.</summary>
    Reaction,

    /// <summary>The bot is not in the group any more.</summary>
    Left,

    /// <summary>The person has not started the bot, blocked it, or is gone.</summary>
    Unreachable,

    /// <summary>The bot may not write here.</summary>
    Rights,

    /// <summary>The chat is not known.</summary>
    NoChat,

    /// <summary>The file is too large.</summary>
    TooLarge,

    /// <summary>It is no photo as Telegram wants them; as a file it may go.</summary>
    Photo,
}

/// <summary>Tells refusals apart.</summary>
internal static class TelegramRefusals
{
    /// <summary>By code and the beginning of the description.</summary>
    public static TelegramRefusal Of<T>(TelegramAnswer<T>.Refused refused) => refused switch
    {
        { MovedTo: not null } => TelegramRefusal.Moved,
        { Code: 429 } => TelegramRefusal.Wait,
        { Code: 401 or 404 } => TelegramRefusal.Token,
        { Code: 413 } => TelegramRefusal.TooLarge,
        { Code: 403 } => Forbidden(refused.Description),
        { Code: 400 } => Bad(refused.Description),
        _ => TelegramRefusal.Other,
    };

    private static TelegramRefusal Forbidden(string words) =>
        Begins(words, "bot was blocked by the user", "user is deactivated", "bot can't initiate conversation", "bot can't send messages to bots") ? TelegramRefusal.Unreachable
        : Begins(words, "bot was kicked", "bot is not a member", "the group chat was deleted") ? TelegramRefusal.Left
        : TelegramRefusal.Rights;

    private static TelegramRefusal Bad(string words) =>
        Begins(words, "message is not modified") ? TelegramRefusal.Already
        : Begins(words, "message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED") ? TelegramRefusal.Topic
        : Begins(words, "can't parse entities", "can't parse message", "ENTITY_") ? TelegramRefusal.Markup
        : Begins(words, "BUTTON_", "can't parse inline keyboard") ? TelegramRefusal.Button
        : Begins(words, "REACTION", "not enough rights to add reaction", "message to react not found") ? TelegramRefusal.Reaction
        : Begins(words, "chat not found", "PEER_ID_INVALID") ? TelegramRefusal.NoChat
        : Begins(words, "not enough rights", "CHAT_WRITE_FORBIDDEN", "have no rights") ? TelegramRefusal.Rights
        : Begins(words, "PHOTO_", "IMAGE_PROCESS_FAILED") ? TelegramRefusal.Photo
        : Begins(words, "file is too big", "wrong file identifier") ? TelegramRefusal.TooLarge
        : TelegramRefusal.Other;

    private static bool Begins(string words, params ReadOnlySpan<string> known)
    {
        foreach (var one in known)
        {
            if (words.StartsWith(one, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
