using Bot.Adapters.Console;
using Bot.Adapters.Plans;
using Bot.Domain.Drafts;
using Bot.Host.Access;
using Bot.Host.WebChat;

namespace Bot.Host.Console;

/// <summary>What every deed on a draft shares: it is looked up, changed, and shown again.</summary>
internal static class PlanWay
{
    public const string Missing = "本单位没有这份方案。";

    /// <summary>Keeps corrections and goes back to the draft's page, to the part that was changed.</summary>
    public static async Task<IResult> CorrectAsync(HttpContext context, DraftId id, string part, CancellationToken cancel, params IReadOnlyList<PlanCorrection> corrections)
    {
        if (corrections.Count == 0) return Page.SeeOther(ConsolePaths.Plan(id) + part);
        var desk = context.RequestServices.GetRequiredService<PlanDesk>();
        return await DoneAsync(context, id, "corrected", part, await desk.CorrectAsync(context.Viewer.Office, context.Viewer.Person, id, corrections, cancel), cancel);
    }

    /// <summary>The answer to a deed.</summary>
    public static async Task<IResult> DoneAsync(HttpContext context, DraftId id, string done, string part, RegisterOutcome outcome, CancellationToken cancel) => outcome switch
    {
        RegisterOutcome.Done => Page.SeeOther(ConsolePaths.Done(ConsolePaths.Plan(id), done) + part),
        RegisterOutcome.Refused refused => ConsolePage.Of<SentencePage>(await ConsoleFrame.OfAsync(context, cancel), ("没有改", refused.Sentence), ConsolePage.NotTaken),
        _ => await ConsolePage.NotThereAsync(context, Missing, cancel),
    };

    /// <summary>Does something with a draft that can still be corrected.</summary>
    public static async Task<IResult> WithAsync(HttpContext context, Guid id, Func<PlanSheet, Task<IResult>> then, CancellationToken cancel)
    {
        var desk = context.RequestServices.GetRequiredService<PlanDesk>();
        return await desk.FindAsync(context.Viewer.Office, new DraftId(id), cancel) switch
        {
            null => await ConsolePage.NotThereAsync(context, Missing, cancel),
            { IsOpen: false } closed => Page.SeeOther(ConsolePaths.Plan(closed.Entry.Id)),
            { } open => await then(open),
        };
    }
}
