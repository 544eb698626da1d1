using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Domain.Rollups;
using Bot.Host.Access;
using Bot.Host.WebChat;

namespace Bot.Host.Console;

/// <summary>The official form, and the way from each of its figures back to what was said.</summary>
internal static class FormEndpoints
{
    /// <summary>The choice of figures without the words of their bounds.</summary>
    public const string Bare = "bare";

    private const string Missing = "本单位没有这张统计表，或没有这个单位。";

    public static void MapForms(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/campaigns/{id}/form/{form}", ShowAsync);
        routes.MapGet("/campaigns/{id}/form/{form}/cell/{slot}", CellAsync);
        routes.MapPost("/campaigns/{id}/form/{form}/style", StyleAsync);
    }

    private static async Task<IResult> StyleAsync(HttpContext context, string id, string form, FigureStyles styles, CancellationToken cancel)
    {
        var posted = await context.Request.ReadFormAsync(cancel);
        var style = new FigureStyle { Bounds = posted["bounds"] != Bare, Empty = Enum.TryParse<EmptyBlank>(posted["empty"], out var empty) && Enum.IsDefined(empty) ? empty : EmptyBlank.Blank };
        await styles.SaveAsync(context.Viewer, style, cancel);
        return Page.SeeOther(ConsolePaths.Done(ConsolePaths.Form(new CampaignId(id), new FormId(form)), "saved"));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string id, string form, FormRollups rollups, FigureStyles styles, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        return await ModelAsync(context, frame, id, form, rollups, styles, cancel) is { } model
            ? ConsolePage.Of<FormPage>(frame, model, model.Period.Fault is null ? StatusCodes.Status200OK : ConsolePage.NotTaken)
            : await ConsolePage.NotThereAsync(context, Missing, cancel);
    }

    private static async Task<IResult> CellAsync(
        HttpContext context, string id, string form, string slot, FormRollups rollups, FigureStyles styles, CellBookings bookings, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var wanted = new SlotId(slot);
        if (await ModelAsync(context, frame, id, form, rollups, styles, cancel) is not { } model
            || model.Form.Rows.FirstOrDefault(r => r.Slots.Any(s => s.Id == wanted)) is not { } row)
            return await ConsolePage.NotThereAsync(context, Missing, cancel);
        var sources = model.Rollup.Sources.Where(s => s.Figure.Slot == wanted).ToList();
        var shown = await bookings.ReadAsync(frame.Viewer.Office, sources, cancel);
        return ConsolePage.Of<CellPage>(frame, new CellModel(model, row, row.Slots.First(s => s.Id == wanted), shown, sources.Count));
    }

    private static async Task<FormModel?> ModelAsync(
        HttpContext context, ConsoleFrame frame, string id, string form, FormRollups rollups, FigureStyles styles, CancellationToken cancel)
    {
        var query = context.Request.Query;
        var period = PeriodChoice.Read(query, frame.Today);
        UnitId? unit = null;
        if (query["unit"].ToString() is { Length: > 0 } written)
        {
            if (!Guid.TryParse(written, out var one))
                return null;
            unit = new UnitId(one);
        }

        var ask = new FormAsk { Form = new FormId(form), Period = period.Days, Unit = unit, Today = frame.Today };
        return await rollups.FillAsync(frame.Viewer.Office, new CampaignId(id), ask, cancel) is { } filled
            ? new FormModel(filled, period, await styles.ReadAsync(frame.Viewer.Office, cancel))
            : null;
    }
}
