using Bot.Host.WebChat;

namespace Bot.Host.Console;

/// <summary>Pages of the console as answers.</summary>
internal static class ConsolePage
{
    /// <summary>The status of a page that shows what was entered wrongly.</summary>
    public const int NotTaken = StatusCodes.Status422UnprocessableEntity;

    public static IResult Of<TPage>(ConsoleFrame frame, object model, int status = StatusCodes.Status200OK)
        where TPage : ConsoleView =>
        Page.Of<TPage>(
            new Dictionary<string, object?> { [nameof(ConsoleView.Frame)] = frame, [nameof(ConsoleView.Model)] = model }, status);

    /// <summary>The office has no such thing; perhaps another has.</summary>
    public static async Task<IResult> NotThereAsync(HttpContext context, string sentence, CancellationToken cancel) =>
        Of<SentencePage>(await ConsoleFrame.OfAsync(context, cancel), ("没有找到", sentence), StatusCodes.Status404NotFound);

    /// <summary>More was sent than any form of the console holds.</summary>
    public static async Task<IResult> TooLargeAsync(HttpContext context) =>
        Of<SentencePage>(
            await ConsoleFrame.OfAsync(context, context.RequestAborted), ("内容太多", "一次提交的内容太多，请分几次。"), StatusCodes.Status413PayloadTooLarge);

    /// <summary>A read-only page's status where fields were entered wrongly.</summary>
    public static int StatusOf(Entered entered) => entered.Faults.Count > 0 ? NotTaken : StatusCodes.Status200OK;
}
