namespace Bot.Adapters.Storage.Rows;

/// <summary>A message that came with an address at which it may be answered, once, within its hour.</summary>
internal sealed class WeComReplyRow
{
    /// <summary>The message's id on its platform.</summary>
    public string MessageId { get; set; } = "";

    /// <summary>The address; whoever has it can answer.</summary>
    public string Url { get; set; } = "";

    /// <summary>When it came, in milliseconds since 1970 UTC.</summary>
    public long ReceivedAt { get; set; }

    public bool IsUsed { get; set; }
}

/// <summary>What is known of a WeCom group beside its binding.</summary>
internal sealed class WeComChatRow
{
    public string Id { get; set; } = "";

    /// <summary>When the group was told how to hand in photos.</summary>
    public DateTimeOffset? TaughtAt { get; set; }

    /// <summary>Since when neither the bot nor its robot is in it any more.</summary>
    public DateTimeOffset? LeftAt { get; set; }
}
