using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;

namespace Bot.Adapters.Storage;

/// <summary>
/// Pages follow a room by the numbers of its lines. A number is given before the line is there for others to see; so whoever
/// adds one waits for the room's turn first, and no page passes by a line that shows up late.
/// </summary>
internal static class WebChatLines
{
    /// <summary>The name of a room's turn.</summary>
    public static string TurnOf(string room) => $"room {room}";

    /// <summary>The line that shows what somebody did: a bubble, another version of it, or an answer to the bot's.</summary>
    public static WebChatLineRow Of(IncomingMessage message) => message.Event == MessageEvent.Pressed
        ? new WebChatLineRow { ChatId = message.Key.Chat.Id, RefId = message.Quotes ?? "", FromBot = true }
        : new WebChatLineRow { ChatId = message.Key.Chat.Id, RefId = message.Key.Id, Opens = message.Key.Revision == 0 };
}
