using Bot.Adapters.Blobs;
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
        var response = BlobResponse.For(kind, key, attachment.Name, save: false);
        foreach (var (name, value) in response.Headers)
            context.Response.Headers[name] = value;
        return Results.Stream(content, response.ContentType, entityTag: new(response.ETag), enableRangeProcessing: true);
    }
}
