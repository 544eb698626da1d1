using Bot.Domain.Gathering;
using Bot.Domain.Messages;

namespace Bot.Adapters.WebChat;

/// <summary>The conversation as the page reads it.</summary>
internal interface IWebChatFeed
{
    /// <summary>The rooms the viewer may enter, groups first.</summary>
    Task<IReadOnlyList<Room>> RoomsAsync(Viewer viewer, CancellationToken cancel);

    /// <summary>The newest bubbles of a room, or those before an order. Null: not the viewer's room.</summary>
    Task<FeedPage?> PageAsync(Viewer viewer, string room, long? before, int take, CancellationToken cancel);

    /// <summary>What was added or changed since a cursor; entries changed twice come once, as they stand now.</summary>
    Task<FeedPage?> ChangesAsync(Viewer viewer, string room, long since, CancellationToken cancel);

    /// <summary>A photo or file of a message the viewer may see; null: none with this content.</summary>
    Task<Attachment?> AttachmentAsync(Viewer viewer, BlobKey blob, CancellationToken cancel);

    /// <summary>Returns when the room may have changed, or after a while; never before the cancellation throws.</summary>
    Task WaitAsync(string room, CancellationToken cancel);
}
