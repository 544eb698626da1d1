using Bot.Adapters.WebChat;
using Bot.Domain.Gathering;
using Bot.Host.Access;

namespace Bot.Host.WebChat;

/// <summary>Photos and files of messages, for those who may see the messages.</summary>
internal static class MediaEndpoint
{
    public static void MapMedia(this IEndpointRouteBuilder routes) => routes.MapGet(MediaPaths.Route, ServeAsync);

    private static async Task<IResult> ServeAsync(
        HttpContext context, string sha256, IWebChatFeed feed, IBlobs blobs, CancellationToken cancel)
    {
        if (!BlobKey.TryParse(sha256, out var key)
            || await feed.AttachmentAsync(context.Viewer, key, cancel) is not { Kind: { } kind } attachment
            || await blobs.OpenAsync(key, cancel) is not { } content)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var saved = kind.Class() is MediaClass.Document ? attachment.Name : null;
        return Results.Stream(content, kind.ContentType(), saved, entityTag: new($"\"{key.Hex}\""), enableRangeProcessing: true);
    }
}
