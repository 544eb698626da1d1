namespace Bot.Adapters.Storage;

/// <summary>
/// Pages follow a room by the numbers of its lines. A number is given before the line is there for others to see; so whoever
/// adds one waits for the room's turn first, and no page passes by a line that shows up late.
/// </summary>
internal static class WebChatLines
{
    public static Task TurnAsync(Store store, BotDb db, string room, CancellationToken cancel) => store.TurnAsync(db, $"room {room}", cancel);
}
