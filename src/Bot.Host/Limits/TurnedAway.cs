using Bot.Host.Access;
using Bot.Host.WebChat;

namespace Bot.Host.Limits;

/// <summary>What is said to whoever is turned away: a page to people, the same sentence to scripts.</summary>
internal static class TurnedAway
{
    /// <summary>Answers a request that is too large for its endpoint, wherever its reading came to that.</summary>
    public static IApplicationBuilder UseSizeSentence(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge && !context.Response.HasStarted)
        {
            await SayAsync(context, "内容太大", ChatLimits.TooLarge, StatusCodes.Status413PayloadTooLarge);
        }
    });

    public static Task SayAsync(HttpContext context, string title, string sentence, int status)
    {
        var answer = Answers.WantsPage(context.Request)
            ? Page.Of<NoticePage>(new Dictionary<string, object?> { [nameof(NoticePage.Title)] = title, [nameof(NoticePage.Text)] = sentence }, status)
            : Answers.Refused(sentence, status);
        return answer.ExecuteAsync(context);
    }
}
