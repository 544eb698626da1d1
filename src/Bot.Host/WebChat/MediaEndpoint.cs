using Bot.Adapters.Blobs;
using Bot.Adapters.Photos;
using Bot.Adapters.WebChat;
using Bot.Domain.Gathering;
using Bot.Host.Access;

namespace Bot.Host.WebChat;

/// <summary>Photos and files of messages, for those who may see the messages.</summary>
internal static class MediaEndpoint
{
    private const int Small = 320;

    public static void MapMedia(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(MediaPaths.Route, ServeAsync);
        routes.MapGet(MediaPaths.SmallRoute, ServeSmallAsync);
    }

    // Where it cannot be made small here, the photo itself.
    private static async Task<IResult> ServeSmallAsync(HttpContext context, string sha256, IWebChatFeed feed, ScaledPhotos scaled, CancellationToken cancel)
    {
        if (!BlobKey.TryParse(sha256, out var key) || await feed.AttachmentAsync(context.Viewer, key, cancel) is not { Kind: { } kind } || kind.Class() != MediaClass.Photo)
            return Results.NotFound();
        if (await scaled.MakeAsync(key, Small, cancel) is not ScaledPhoto.Made made) return Results.Redirect(MediaPaths.Of(key));
        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return Results.Bytes(made.Jpeg, "image/jpeg");
    }

    private static async Task<IResult> ServeAsync(
        HttpContext context, string sha256, IWebChatFeed feed, IBlobs blobs, CancellationToken cancel)
    {
        if (!BlobKey.TryParse(sha256, out var key)
            || await feed.AttachmentAsync(context.Viewer, key, cancel) is not { Kind: { } kind } attachment
            || await blobs.OpenAsync(key, cancel) is not { } content)
            return Results.NotFound();
        var response = BlobResponse.For(kind, key, attachment.Name, save: false);
        foreach (var (name, value) in response.Headers)
            context.Response.Headers[name] = value;
        return Results.Stream(content, response.ContentType, entityTag: new(response.ETag), enableRangeProcessing: true);
    }
}
