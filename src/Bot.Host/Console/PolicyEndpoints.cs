using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using Bot.Host.Access;
using Bot.Host.WebChat;

namespace Bot.Host.Console;

/// <summary>When and how an obligation is pushed: shown, tried out, kept, put back.</summary>
internal static class PolicyEndpoints
{
    private const string Missing = "本单位没有这项报送要求。";

    public static void MapPolicies(this IEndpointRouteBuilder routes)
    {
        var policy = routes.MapGroup("/campaigns/{id}/policy/{obligation}");
        policy.MapGet("", ShowAsync);
        policy.MapPost("", EnterAsync);
        policy.MapPost("/reset", ResetAsync);
    }

    private static Task<IResult> ShowAsync(HttpContext context, string id, string obligation, PolicyRegister policies, PolicyPreview preview, CancellationToken cancel) =>
        WithAsync(context, id, obligation, policies, (frame, sheet) => Task.FromResult(PageOf(frame, sheet, PolicyForm.Of(sheet.Settings), preview, isDraft: false)), cancel);

    private static Task<IResult> EnterAsync(HttpContext context, string id, string obligation, PolicyRegister policies, PolicyPreview preview, CancellationToken cancel) =>
        WithAsync(
            context, id, obligation, policies,
            async (frame, sheet) =>
            {
                var posted = await context.Request.ReadFormAsync(cancel);
                var form = PolicyForm.Read(posted, sheet);
                if (form.Draft is not { } draft || posted["do"] != "save") return PageOf(frame, sheet, form, preview, isDraft: true);
                await policies.SaveAsync(context.Viewer, sheet, draft, cancel);
                return Page.SeeOther(ConsolePaths.Done(ConsolePaths.Policy(new CampaignId(id), obligation), "policy"));
            },
            cancel);

    private static Task<IResult> ResetAsync(HttpContext context, string id, string obligation, PolicyRegister policies, CancellationToken cancel) => WithAsync(
        context, id, obligation, policies,
        async (_, sheet) =>
        {
            await policies.ResetAsync(context.Viewer, sheet, cancel);
            return Page.SeeOther(ConsolePaths.Done(ConsolePaths.Policy(new CampaignId(id), obligation), "reset"));
        },
        cancel);

    private static async Task<IResult> WithAsync(
        HttpContext context, string id, string obligation, PolicyRegister policies, Func<ConsoleFrame, PolicySheet, Task<IResult>> then, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        return await policies.FindAsync(frame.Viewer.Office, new CampaignId(id), obligation, frame.Today, cancel) is { } sheet
            ? await then(frame, sheet)
            : await ConsolePage.NotThereAsync(context, Missing, cancel);
    }

    private static IResult PageOf(ConsoleFrame frame, PolicySheet sheet, PolicyForm form, PolicyPreview preview, bool isDraft)
    {
        var occurrences = form.Draft is { } draft ? preview.Of(sheet, draft) : null;
        return ConsolePage.Of<PolicyPage>(
            frame, new PolicyModel(sheet, form, occurrences, preview.UnknownYears(occurrences ?? []), isDraft),
            form.Draft is null ? ConsolePage.NotTaken : StatusCodes.Status200OK);
    }
}

/// <summary>An obligation's settings in their form, with all that would be pushed.</summary>
/// <param name="Sheet">What holds.</param>
/// <param name="Form">What is entered.</param>
/// <param name="Preview">What would be pushed; null: something is entered wrongly.</param>
/// <param name="UnknownYears">Years of deadlines whose holidays are not known.</param>
/// <param name="IsDraft">Whether it is what was entered, not kept yet.</param>
internal sealed record PolicyModel(
    PolicySheet Sheet, PolicyForm Form, IReadOnlyList<PreviewOccurrence>? Preview, IReadOnlyList<int> UnknownYears, bool IsDraft)
{
    public Campaign Campaign => Sheet.Campaign.Active.Campaign;

    public Obligation Obligation => Sheet.Obligation;

    /// <summary>How many pushes are still to come.</summary>
    public int Coming => Preview?.Sum(o => o.Steps.Count(s => !s.IsPast && s.Forecast.Fate == Domain.Reminders.StepFate.Pushed)) ?? 0;
}
