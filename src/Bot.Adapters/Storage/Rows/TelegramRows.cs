namespace Bot.Adapters.Storage.Rows;

/// <summary>What is known of a Telegram group beside its binding.</summary>
internal sealed class TelegramChatRow
{
    public long Id { get; set; }

    /// <summary>The supergroup it became; messages of the old group still resolve by it.</summary>
    public long? MovedTo { get; set; }

    /// <summary>The forum topic it was bound in: what answers nobody is said there.</summary>
    public long? Topic { get; set; }

    /// <summary>Since when the bot is not in it any more.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Since when it was told that the bot cannot hear it.</summary>
    public DateTimeOffset? DeafSince { get; set; }
}

/// <summary>A part of a bot message that was split: sent, and not again when the rest is tried anew.</summary>
internal sealed class SentPartRow
{
    public string Key { get; set; } = "";
    public int Part { get; set; }
    public string PlatformId { get; set; } = "";
}
