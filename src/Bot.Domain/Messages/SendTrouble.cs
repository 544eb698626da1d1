namespace Bot.Domain.Messages;

/// <summary>What is in the way of a send that is tried again.</summary>
public enum SendTrouble
{
    /// <summary>This chat or message only: too fast for the chat, a file not yet taken. It was not sent.</summary>
    Chat,

    /// <summary>The platform cannot be reached, or answers that it cannot serve anybody now. It was not sent.</summary>
    Platform,

    /// <summary>It went out, and no answer came: it may be there.</summary>
    NoAnswer,
}
