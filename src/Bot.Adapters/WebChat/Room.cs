namespace Bot.Adapters.WebChat;

/// <summary>A chat of the page: a group, or the viewer's private chat with the bot.</summary>
/// <param name="Id">The chat's id on the web-chat platform (<c>g-…</c> or <c>p-…</c>).</param>
/// <param name="Name">The name shown.</param>
/// <param name="Members">How many people are in it; 0: private.</param>
public sealed record Room(string Id, string Name, int Members)
{
    /// <summary>Whether it is the viewer's own chat with the bot.</summary>
    public bool IsPrivate => Members == 0;
}
