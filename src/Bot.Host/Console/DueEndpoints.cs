using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Host.Access;
using Bot.Host.WebChat;

namespace Bot.Host.Console;

/// <summary>Dues: how each obligation stands, who has handed in what and when, excuses and moved deadlines.</summary>
internal static class DueEndpoints
{
    private const string Missing = "本单位没有这项报送要求，或没有这一次报送。";
    private const string BadDay = "日期请写成2024-06-13这样。";

    public static void MapDues(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dues", ListAsync);
        routes.MapGet("/campaigns/{id}/dues/{obligation}", (HttpContext context, string id, string obligation, CancellationToken cancel) =>
            ShowAsync(context, id, obligation, Entered.Nothing, cancel));
        var occurrence = routes.MapGroup("/campaigns/{id}/dues/{obligation}/{day}");
        occurrence.MapPost("/excuse", ExcuseAsync);
        occurrence.MapPost("/reopen", ReopenAsync);
        occurrence.MapPost("/move", MoveAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, DueStandings standings, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        return ConsolePage.Of<DuesPage>(frame, await standings.ReadAsync(frame.Viewer.Office, frame.Today, cancel));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string id, string obligation, Entered entered, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var matrices = context.RequestServices.GetRequiredService<DueMatrices>();
        if (await matrices.ReadAsync(frame.Viewer.Office, new CampaignId(id), obligation, frame.Today, cancel) is not { } matrix)
            return await ConsolePage.NotThereAsync(context, Missing, cancel);

        // A form that was not taken names its occurrence in the path, a link in its query.
        FormFields.TryReadDay(context.GetRouteValue("day") as string ?? context.Request.Query["day"].ToString(), out var day);
        var model = new MatrixModel(
            matrix, context.Request.Query["missing"] == "1", matrix.Columns.FirstOrDefault(c => c.Day == day),
            Guid.TryParse(context.Request.Query["unit"], out var unit) ? new UnitId(unit) : null, entered);
        return ConsolePage.Of<MatrixPage>(frame, model, ConsolePage.StatusOf(entered));
    }

    private static Task<IResult> ExcuseAsync(HttpContext context, string id, string obligation, string day, DueRegister register, CancellationToken cancel) => DoAsync(
        context, id, obligation, day, "excused", (of, form) => register.ExcuseAsync(context.Viewer, of, Units(form), Names.Clean(form["because"]), cancel), cancel);

    private static Task<IResult> ReopenAsync(HttpContext context, string id, string obligation, string day, DueRegister register, CancellationToken cancel) =>
        DoAsync(context, id, obligation, day, "reopened", (of, form) => register.ReopenAsync(context.Viewer, of, Units(form), cancel), cancel);

    private static Task<IResult> MoveAsync(HttpContext context, string id, string obligation, string day, DueRegister register, CancellationToken cancel) => DoAsync(
        context, id, obligation, day, "moved",
        async (of, form) => form.TryDay("to", out var to)
            ? await register.MoveAsync(context.Viewer, of, to, Names.Clean(form["because"]), cancel)
            : new RegisterOutcome.Refused("to", BadDay),
        cancel);

    private static async Task<IResult> DoAsync(
        HttpContext context, string id, string obligation, string day, string done, Func<OccurrenceKey, IFormCollection, Task<RegisterOutcome>> write, CancellationToken cancel)
    {
        if (!FormFields.TryReadDay(day, out var at) || at is not { } occurrence) return await ConsolePage.NotThereAsync(context, Missing, cancel);
        var form = await context.Request.ReadFormAsync(cancel);
        return await write(new OccurrenceKey(new CampaignId(id), obligation, occurrence), form) switch
        {
            RegisterOutcome.Done => Page.SeeOther(ConsolePaths.Done($"{ConsolePaths.Matrix(new CampaignId(id), obligation)}?day={FormFields.Field(occurrence)}", done)),
            RegisterOutcome.Refused refused => await ShowAsync(context, id, obligation, Entered.Wrong(form, refused), cancel),
            _ => await ConsolePage.NotThereAsync(context, Missing, cancel),
        };
    }

    private static List<UnitId> Units(IFormCollection form) =>
        [.. form["unit"].Select(u => Guid.TryParse(u, out var id) ? new UnitId(id) : (UnitId?)null).OfType<UnitId>().Distinct()];
}

/// <summary>The matrix, what of it is shown, and the occurrence that was opened.</summary>
internal sealed record MatrixModel(DueMatrix Matrix, bool OnlyMissing, DueColumn? Chosen, UnitId? ChosenUnit, Entered Entered)
{
    public Campaign Campaign => Matrix.Campaign.Active.Campaign;

    /// <summary>The matrix's own address.</summary>
    public string Path => ConsolePaths.Matrix(Campaign.Id, Matrix.Obligation.Id);

    /// <summary>The units to show: all, or those that miss something of an occurrence that has begun.</summary>
    public IReadOnlyList<DueLine> Lines(DateOnly today) => OnlyMissing ? [.. Matrix.Lines.Where(l => Misses(l, today))] : Matrix.Lines;

    /// <summary>The opened occurrence's dues.</summary>
    public IEnumerable<(Unit Unit, DueCell Cell)> Opened(Func<DueCell, bool> fits)
    {
        var at = Matrix.Columns.ToList().IndexOf(Chosen!);
        return Matrix.Lines.Where(l => l.Cells[at] is { } cell && fits(cell)).Select(l => (l.Unit, l.Cells[at]!));
    }

    private bool Misses(DueLine line, DateOnly today) =>
        line.Cells.Index().Any(c => c.Item?.Mark == DueMark.Missing || (c.Item?.Mark == DueMark.Waiting && Matrix.Columns[c.Index].WindowFrom <= today));
}
