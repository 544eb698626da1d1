namespace Bot.Adapters.WebChat;

/// <summary>A stretch of the conversation, oldest first.</summary>
/// <param name="Entries">The bubbles.</param>
/// <param name="Cursor">Where live changes go on from.</param>
/// <param name="HasEarlier">Whether there is more above.</param>
public sealed record FeedPage(IReadOnlyList<ChatEntry> Entries, long Cursor, bool HasEarlier);
