using Bot.Host.Access;
using Bot.Host.Limits;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Host.WebChat;

/// <summary>
/// One photo or file, before the message it is for is sent: the body is the file itself, its name stands in the query.
/// Each photo has its own progress, and a broken connection costs one photo, not the album.
/// </summary>
internal static class UploadEndpoint
{
    public static void MapUpload(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/uploads", TakeAsync).WithLimits(RateLimits.Uploads, ChatLimits.UploadBytes);

    private static async Task<IResult> TakeAsync(
        HttpContext context, string? name, Uploads uploads, UploadTickets tickets, CancellationToken cancel)
    {
        try
        {
            var (attachment, refusal) = await uploads.TakeAsync(context.Request.Body, name, cancel);
            if (attachment is not null)
                return Answers.Uploaded(tickets.Seal(context.Viewer, attachment));
            // Browsers show an answer only after they have sent everything: take the rest, so that the sentence arrives.
            await context.Request.Body.DrainAsync(cancel);
            return Answers.Refused(refusal ?? ChatLimits.TooLarge);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Answers.Refused(ChatLimits.TooLarge, StatusCodes.Status413PayloadTooLarge);
        }
    }
}
