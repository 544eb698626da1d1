using Bot.Adapters.WebChat;

namespace Bot.Host.WebChat;

/// <summary>Everything the chat page shows when it is asked for.</summary>
public sealed record ChatModel
{
    /// <summary>Who looks at it.</summary>
    public required Viewer Viewer { get; init; }

    /// <summary>Where they may go.</summary>
    public required IReadOnlyList<Room> Rooms { get; init; }

    /// <summary>Where they are.</summary>
    public required Room Room { get; init; }

    /// <summary>The newest bubbles, or an older stretch.</summary>
    public required FeedPage Feed { get; init; }

    /// <summary>Whether an older stretch is shown, without what came after it.</summary>
    public bool Older { get; init; }

    /// <summary>What the demo clock shows (UTC); null: not the demo.</summary>
    public DateTimeOffset? DemoNow { get; init; }

    /// <summary>Whether the viewer's session may use the console now.</summary>
    public bool ConsoleOpen { get; init; }

    /// <summary>Names the next post: sent twice, it is one.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>Why the last post was not taken; null: it was.</summary>
    public string? Refusal { get; init; }

    /// <summary>The text that was not taken.</summary>
    public string? Draft { get; init; }
}
