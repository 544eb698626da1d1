using System.Globalization;
using Bot.Adapters.Clock;
using Bot.Adapters.WebChat;
using Bot.Domain;
using Bot.Host.Access;

namespace Bot.Host.WebChat;

/// <summary>The conversation, read: the page, earlier bubbles, and what changed since.</summary>
internal static class ChatEndpoints
{
    public const string CursorHeader = "X-Cursor";
    private const string EarlierHeader = "X-Earlier";

    public static void MapChat(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", HomeAsync);
        routes.MapGet("/chat", HomeAsync);
        routes.MapGet("/chat/{room}", ShowAsync);
        routes.MapGet("/chat/{room}/earlier", EarlierAsync);
        routes.MapGet("/chat/{room}/changes", ChangesAsync);
    }

    /// <summary>The page, also after a post that was not taken.</summary>
    public static async Task<IResult> PageAsync(
        HttpContext context, string room, long? before, PostRead? refused, CancellationToken cancel)
    {
        var feed = context.RequestServices.GetRequiredService<IWebChatFeed>();
        var viewer = context.Viewer;
        var rooms = await feed.RoomsAsync(viewer, cancel);
        var entered = rooms.FirstOrDefault(r => r.Id == room);
        var page = entered is null ? null : await feed.PageAsync(viewer, room, before, ChatLimits.Page, cancel);
        if (entered is null || page is null)
            return NotYours();
        var model = new ChatModel
        {
            Viewer = viewer,
            Rooms = rooms,
            Room = entered,
            Feed = page,
            Older = before is not null,
            DemoNow = context.RequestServices.GetService<IDemoClock>()?.Now,
            ConsoleOpen = context.ConsoleOpen,
            ClientId = context.RequestServices.GetRequiredService<IIdSource>().Next(),
            Refusal = refused?.Refusal,
            Draft = refused?.Text,
        };
        return Page.Of<ChatPage>(
            new Dictionary<string, object?> { [nameof(ChatPage.Model)] = model },
            refused is null ? StatusCodes.Status200OK : Answers.NotTaken);
    }

    private static async Task<IResult> HomeAsync(HttpContext context, IWebChatFeed feed, CancellationToken cancel)
    {
        var rooms = await feed.RoomsAsync(context.Viewer, cancel);
        return rooms.Count > 0
            ? Results.Redirect(ChatPaths.Room(rooms[0].Id))
            : NotYours();
    }

    private static Task<IResult> ShowAsync(HttpContext context, string room, long? before, CancellationToken cancel) =>
        PageAsync(context, room, before, null, cancel);

    private static async Task<IResult> EarlierAsync(
        HttpContext context, string room, long before, IWebChatFeed feed, CancellationToken cancel)
    {
        var page = await feed.PageAsync(context.Viewer, room, before, ChatLimits.Page, cancel);
        if (page is null)
            return Results.NotFound();
        context.Response.Headers[EarlierHeader] = page.HasEarlier ? "yes" : "no";
        return Fragment(context, room, page);
    }

    private static async Task<IResult> ChangesAsync(
        HttpContext context, string room, long since, IWebChatFeed feed, CancellationToken cancel)
    {
        var page = await feed.ChangesAsync(context.Viewer, room, since, cancel);
        return page is null ? Results.NotFound() : Fragment(context, room, page);
    }

    private static IResult Fragment(HttpContext context, string room, FeedPage page)
    {
        context.Response.Headers[CursorHeader] = page.Cursor.ToString(CultureInfo.InvariantCulture);
        return Page.Of<EntryList>(new Dictionary<string, object?>
        {
            [nameof(EntryList.Entries)] = page.Entries,
            [nameof(EntryList.Viewer)] = context.Viewer,
            [nameof(EntryList.Room)] = room,
        });
    }

    private static IResult NotYours() =>
        Page.Of<NoticePage>(
            new Dictionary<string, object?>
            {
                [nameof(NoticePage.Title)] = "这里没有您的会话",
                [nameof(NoticePage.Text)] = "会话已结束，或者您不在这个群里。请向管理员确认。",
                [nameof(NoticePage.Back)] = "/",
            },
            StatusCodes.Status404NotFound);
}
