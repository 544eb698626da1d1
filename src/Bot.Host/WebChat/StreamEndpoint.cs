using System.Globalization;
using Bot.Host.Access;

namespace Bot.Host.WebChat;

/// <summary>Server-sent events for an open page; a page that comes back says from where it goes on.</summary>
internal static class StreamEndpoint
{
    public static void MapStream(this IEndpointRouteBuilder routes) => routes.MapGet("/chat/{room}/stream", Open);

    private static IResult Open(HttpContext context, string room, long? since, ChatStream stream, IHostApplicationLifetime program)
    {
        var from = long.TryParse(context.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var last)
            ? last
            : since ?? 0;
        // An open stream must not hold up the program's stopping.
        var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, program.ApplicationStopping);
        context.Response.RegisterForDispose(ended);
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(stream.RunAsync(context.Viewer, room, from, ended.Token));
    }
}
