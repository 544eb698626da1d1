using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;

namespace Bot.Host.Console;

/// <summary>The official form, and the way from each of its figures back to what was said.</summary>
internal static class FormEndpoints
{
    private const string Missing = "本单位没有这张统计表，或没有这个单位。";

    public static void MapForms(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/campaigns/{id}/form/{form}", ShowAsync);
        routes.MapGet("/campaigns/{id}/form/{form}/cell/{slot}", CellAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string id, string form, FormRollups rollups, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        return await ModelAsync(context, frame, id, form, rollups, cancel) is { } model
            ? ConsolePage.Of<FormPage>(frame, model, model.Period.Fault is null ? StatusCodes.Status200OK : ConsolePage.NotTaken)
            : await ConsolePage.NotThereAsync(context, Missing, cancel);
    }

    private static async Task<IResult> CellAsync(
        HttpContext context, string id, string form, string slot, FormRollups rollups, CellBookings bookings, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var wanted = new SlotId(slot);
        if (await ModelAsync(context, frame, id, form, rollups, cancel) is not { } model
            || model.Form.Rows.FirstOrDefault(r => r.Slots.Any(s => s.Id == wanted)) is not { } row)
            return await ConsolePage.NotThereAsync(context, Missing, cancel);
        var sources = model.Rollup.Sources.Where(s => s.Figure.Slot == wanted).ToList();
        var shown = await bookings.ReadAsync(frame.Viewer.Office, sources, cancel);
        return ConsolePage.Of<CellPage>(frame, new CellModel(model, row, row.Slots.First(s => s.Id == wanted), shown, sources.Count));
    }

    private static async Task<FormModel?> ModelAsync(
        HttpContext context, ConsoleFrame frame, string id, string form, FormRollups rollups, CancellationToken cancel)
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
        return await rollups.FillAsync(frame.Viewer.Office, new CampaignId(id), ask, cancel) is { } filled ? new FormModel(filled, period) : null;
    }
}
