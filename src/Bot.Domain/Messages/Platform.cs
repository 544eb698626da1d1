namespace Bot.Domain.Messages;

/// <summary>Where chats live. The names are stored; they are never renamed.</summary>
public enum Platform
{
    /// <summary>The program's own page.</summary>
    WebChat,

    /// <summary>Telegram.</summary>
    Telegram,

    /// <summary>WeCom (企业微信).</summary>
    WeCom,

    /// <summary>Pasted or imported chat logs.</summary>
    Import,
}
