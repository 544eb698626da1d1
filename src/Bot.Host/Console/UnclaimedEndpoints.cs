using Bot.Adapters.Console;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;

namespace Bot.Host.Console;

/// <summary>What people said whom nobody has registered yet, and whose it is.</summary>
internal static class UnclaimedEndpoints
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(150);
    private const int Glances = 20;

    public static void MapUnclaimed(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/unclaimed", ShowAsync);
        routes.MapPost("/unclaimed/{submission:guid}", ClaimAsync);
    }

    private static Task<IResult> ShowAsync(HttpContext context, CancellationToken cancel) => PageAsync(context, Entered.Nothing, cancel);

    private static async Task<IResult> PageAsync(HttpContext context, Entered entered, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var services = context.RequestServices;
        var model = new UnclaimedModel(
            await services.GetRequiredService<UnclaimedList>().ReadAsync(frame.Viewer.Office, cancel),
            await services.GetRequiredService<UnitRegister>().AllAsync(frame.Viewer.Office, cancel), entered);
        return ConsolePage.Of<UnclaimedPage>(frame, model, ConsolePage.StatusOf(entered));
    }

    private static async Task<IResult> ClaimAsync(HttpContext context, Guid submission, UnclaimedList list, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var form = await context.Request.ReadFormAsync(cancel);
        var id = new SubmissionId(submission);
        switch (await list.ClaimAsync(frame.Viewer, id, new UnitId(form.Id("unit") ?? Guid.Empty), cancel))
        {
            case RegisterOutcome.Refused refused:
                return await PageAsync(context, Entered.Wrong(form, submission.ToString(), refused.Sentence), cancel);
            case RegisterOutcome.Unknown:
                return WebChat.Page.SeeOther(ConsolePaths.Unclaimed);
        }

        // The press is handled in the background like any other; most often it is done before the page comes back.
        for (var i = 0; i < Glances && await list.WaitsAsync(frame.Viewer.Office, id, cancel); i++)
            await Task.Delay(Glance, TimeProvider.System, cancel);
        var waits = await list.WaitsAsync(frame.Viewer.Office, id, cancel);
        return WebChat.Page.SeeOther(ConsolePaths.Done(ConsolePaths.Unclaimed, waits ? "claiming" : "claimed"));
    }
}

/// <summary>Senders nobody has registered yet, and the units to choose from.</summary>
internal sealed record UnclaimedModel(IReadOnlyList<UnclaimedSender> Senders, IReadOnlyList<Unit> Units, Entered Entered)
{
    /// <summary>The suggested unit first, then all in official order.</summary>
    public IEnumerable<(string Key, string Label)> Choices(UnclaimedSender sender) =>
        Units.OrderBy(u => u.Id == sender.Suggested ? 0 : 1).ThenBy(u => u.Order)
            .Select(u => (u.Id.Value.ToString(), u.Id == sender.Suggested ? $"{u.Name}（可能是）" : u.Name));
}
