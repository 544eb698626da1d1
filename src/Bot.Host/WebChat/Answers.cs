using System.Text.Json.Serialization;
using Bot.Adapters.WebChat;

namespace Bot.Host.WebChat;

/// <summary>A message was stored.</summary>
/// <param name="Id">Its id.</param>
internal sealed record TakenAnswer(string Id);

/// <summary>Something was not taken.</summary>
/// <param name="Sentence">Why, and what to do.</param>
internal sealed record RefusedAnswer(string Sentence);

/// <summary>A file was stored.</summary>
/// <param name="Ticket">What names it in the message it is for.</param>
internal sealed record UploadedAnswer(string Ticket);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TakenAnswer))]
[JsonSerializable(typeof(RefusedAnswer))]
[JsonSerializable(typeof(UploadedAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;

/// <summary>What scripts get back. (A form without scripts gets a page.)</summary>
internal static class Answers
{
    public const int NotTaken = StatusCodes.Status422UnprocessableEntity;

    public static IResult Of(PostOutcome outcome) => outcome switch
    {
        PostOutcome.Taken taken => Results.Json(new TakenAnswer(taken.Id), AnswerJson.Default.TakenAnswer),
        PostOutcome.Refused refused => Refused(refused.Sentence),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static IResult Refused(string sentence, int status = NotTaken) =>
        Results.Json(new RefusedAnswer(sentence), AnswerJson.Default.RefusedAnswer, statusCode: status);

    public static IResult Uploaded(string ticket) =>
        Results.Json(new UploadedAnswer(ticket), AnswerJson.Default.UploadedAnswer);

    /// <summary>A form's own submit navigates and wants a page; scripts ask for anything.</summary>
    public static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
