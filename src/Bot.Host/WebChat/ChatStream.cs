using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bot.Adapters.Access;
using Bot.Adapters.Clock;
using Bot.Adapters.WebChat;

namespace Bot.Host.WebChat;

/// <summary>
/// What one open page is told, as it happens. Events: <c>entries</c> (bubbles as markup; its id is the cursor to go on
/// from), <c>unread</c> (how many new bubbles another room of the viewer has), <c>beat</c> (all is well; the demo
/// clock's instant, or nothing), <c>gone</c> (the session has ended).
/// </summary>
internal sealed class ChatStream(IWebChatFeed feed, IAccessLinks links, EntryFragments fragments, IDemoClock? clock = null)
{
    /// <summary>Often enough for proxies that cut silent connections, and for other tabs to see the clock moved.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    /// <summary>How soon a page comes back after the connection was lost.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);
    private const int BeatsPerSessionCheck = 6;
    private const int Waiting = 16;

    public async IAsyncEnumerable<SseItem<string>> RunAsync(Viewer viewer, string room, long since, [EnumeratorCancellation] CancellationToken ended)
    {
        var rooms = await feed.RoomsAsync(viewer, ended);
        var items = Channel.CreateBounded<SseItem<string>>(Waiting);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ended);
        var work = Task.WhenAll(
            [
                UntilAsync(items.Writer, token => BeatAsync(viewer, items.Writer, token), stop.Token),
                UntilAsync(items.Writer, token => FollowAsync(viewer, room, since, items.Writer, token), stop.Token),
                .. rooms.Where(r => r.Id != room).Select(other =>
                    UntilAsync(items.Writer, token => CountAsync(viewer, other.Id, items.Writer, token), stop.Token)),
            ]);
        try
        {
            await foreach (var item in items.Reader.ReadAllAsync(CancellationToken.None))
                yield return item;
        }
        finally
        {
            await stop.CancelAsync();
            await work;
        }
    }

    /// <summary>Runs one follower; when it ends, for whatever reason, so does the stream, and the page comes back.</summary>
    private static async Task UntilAsync(
        ChannelWriter<SseItem<string>> items, Func<CancellationToken, Task> follow, CancellationToken stop)
    {
        Exception? failure = null;
        try
        {
            await follow(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The page was closed, or the program stops.
        }
        catch (Exception lost) when (lost is not OutOfMemoryException)
        {
            failure = lost;
        }
        items.TryComplete(failure);
    }

    private async Task FollowAsync(Viewer viewer, string room, long since, ChannelWriter<SseItem<string>> items, CancellationToken stop)
    {
        // Listening begins before looking: what comes in between is not missed.
        var changed = feed.WaitAsync(room, stop);
        while (await feed.ChangesAsync(viewer, room, since, stop) is { } page)
        {
            if (page.Entries.Count > 0)
            {
                var markup = await fragments.RenderAsync(viewer, room, page.Entries);
                var id = page.Cursor.ToString(CultureInfo.InvariantCulture);
                await items.WriteAsync(new SseItem<string>(markup, "entries") { EventId = id }, stop);
            }
            if (page.Cursor == since)
            {
                await changed;
                changed = feed.WaitAsync(room, stop);
            }
            since = page.Cursor;
        }
    }

    private async Task CountAsync(Viewer viewer, string room, ChannelWriter<SseItem<string>> items, CancellationToken stop)
    {
        if (await feed.PageAsync(viewer, room, null, 1, stop) is not { } newest)
            return;
        var since = newest.Cursor;
        var last = newest.Entries.Count > 0 ? newest.Entries[^1].Order : 0;
        var changed = feed.WaitAsync(room, stop);
        while (await feed.ChangesAsync(viewer, room, since, stop) is { } page)
        {
            var added = page.Entries.Count(e => e.Order > last && !e.Mine);
            if (added > 0)
                await items.WriteAsync(new SseItem<string>(string.Create(CultureInfo.InvariantCulture, $"{added} {room}"), "unread"), stop);
            last = page.Entries.Count > 0 ? Math.Max(last, page.Entries[^1].Order) : last;
            if (page.Cursor == since)
            {
                await changed;
                changed = feed.WaitAsync(room, stop);
            }
            since = page.Cursor;
        }
    }

    private async Task BeatAsync(Viewer viewer, ChannelWriter<SseItem<string>> items, CancellationToken stop)
    {
        // Connections live in real time, whatever the demo clock shows.
        using var timer = new PeriodicTimer(Beat, TimeProvider.System);
        var beats = 0;
        do
        {
            if (++beats % BeatsPerSessionCheck == 0 && await links.ViewerAsync(viewer.Office, viewer.Person, stop) is null)
            {
                await items.WriteAsync(new SseItem<string>("", "gone"), stop);
                return;
            }
            var shown = clock?.Now.ToString("O", CultureInfo.InvariantCulture) ?? "";
            await items.WriteAsync(new SseItem<string>(shown, "beat") { ReconnectionInterval = Retry }, stop);
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}
