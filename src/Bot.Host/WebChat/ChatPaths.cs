using Bot.Adapters.WebChat;

namespace Bot.Host.WebChat;

/// <summary>
/// The page's paths. Those that read or write for somebody name who the page was made for: the cookie may have
/// changed hands in another tab since.
/// </summary>
internal static class ChatPaths
{
    public const string ViewerParameter = "viewer";

    public static string Room(string room) => "/chat/" + Uri.EscapeDataString(room);

    public static string Before(string room, long order) => $"{Room(room)}?before={order}";

    public static string Messages(string room, Viewer viewer) => $"{Room(room)}/messages?{For(viewer)}";

    public static string Press(string room, string id, Viewer viewer) =>
        $"{Room(room)}/press?id={Uri.EscapeDataString(id)}&{For(viewer)}";

    public static string For(Viewer viewer) => $"{ViewerParameter}={viewer.Person.Value}";
}
