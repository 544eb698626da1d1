using System.Globalization;
using Bot.Adapters.Console;
using Bot.Host.Access;
using Bot.Host.Outbound;

namespace Bot.Host.Console;

/// <summary>What the bot could not deliver, and why; to be sent again, or not.</summary>
internal static class UndeliveredEndpoints
{
    public static void MapUndelivered(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/undelivered", ShowAsync);
        routes.MapPost("/undelivered", DecideAsync);
    }

    private static Task<IResult> ShowAsync(HttpContext context, CancellationToken cancel) => PageAsync(context, Entered.Nothing, cancel);

    private static async Task<IResult> PageAsync(HttpContext context, Entered entered, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var list = context.RequestServices.GetRequiredService<UndeliveredList>();
        var model = new UndeliveredModel(
            await list.ParkedAsync(frame.Viewer.Office, cancel), await list.RepeatedAsync(frame.Viewer.Office, cancel), frame.Undelivered, entered);
        return ConsolePage.Of<UndeliveredPage>(frame, model, ConsolePage.StatusOf(entered));
    }

    private static async Task<IResult> DecideAsync(HttpContext context, UndeliveredList list, OutboundWake wake, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var admin = context.Viewer;
        IReadOnlyList<long> chosen = form["do"] == "all"
            ? [.. (await list.ParkedAsync(admin.Office, cancel)).Select(l => l.Seq)]
            : [.. form["message"].Select(m => long.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : -1)];
        if (chosen.Count == 0) return await PageAsync(context, Entered.Wrong(form, "message", "请先勾选要处理的消息。"), cancel);
        if (form["do"] == "give-up")
        {
            await list.GiveUpAsync(admin, chosen, cancel);
            return WebChat.Page.SeeOther(ConsolePaths.Done(ConsolePaths.Undelivered, "given-up"));
        }

        await list.AgainAsync(admin, chosen, cancel);
        wake.Ring();
        return WebChat.Page.SeeOther(ConsolePaths.Done(ConsolePaths.Undelivered, "sending"));
    }
}

/// <summary>What was not delivered, and what may have come twice.</summary>
/// <param name="Parked">Not delivered, newest first.</param>
/// <param name="Repeated">May have come twice, newest first.</param>
/// <param name="Total">How many were not delivered in all.</param>
/// <param name="Entered">What was sent in and not taken.</param>
internal sealed record UndeliveredModel(IReadOnlyList<UndeliveredLine> Parked, IReadOnlyList<UndeliveredLine> Repeated, int Total, Entered Entered);
