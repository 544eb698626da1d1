using System.Globalization;
using Bot.Adapters.Console;
using Bot.Domain.Organisation;
using Bot.Host.Access;
using Bot.Host.WebChat;

namespace Bot.Host.Console;

/// <summary>Units: the tree, one unit, the pasted list.</summary>
internal static class UnitEndpoints
{
    private const string Missing = "没有这个单位。";
    private const string BadDay = "日期请写成2024-06-13这样。";

    public static void MapUnits(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/units", (HttpContext context, CancellationToken cancel) => ListAsync(context, Entered.Nothing, null, cancel));
        routes.MapPost("/units", AddAsync);
        routes.MapPost("/units/import", ImportAsync);
        routes.MapGet("/units/{id:guid}", (HttpContext context, Guid id, CancellationToken cancel) => ShowAsync(context, id, Entered.Nothing, cancel));
        routes.MapPost("/units/{id:guid}", ChangeAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Entered entered, UnitImportOutcome? imported, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var units = await context.RequestServices.GetRequiredService<UnitRegister>().AllAsync(frame.Viewer.Office, cancel);
        return ConsolePage.Of<UnitsPage>(frame, new UnitsModel(units, entered, imported), ConsolePage.StatusOf(entered));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, Entered entered, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var units = await context.RequestServices.GetRequiredService<UnitRegister>().AllAsync(frame.Viewer.Office, cancel);
        return units.FirstOrDefault(u => u.Id.Value == id) is { } unit
            ? ConsolePage.Of<UnitPage>(frame, new UnitModel(unit, units, entered), ConsolePage.StatusOf(entered))
            : await ConsolePage.NotThereAsync(context, Missing, cancel);
    }

    private static async Task<IResult> AddAsync(HttpContext context, UnitRegister units, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var outcome = TryRead(form, out var entry, out var fault) ? await units.AddAsync(context.Viewer, entry, cancel) : fault;
        return outcome switch
        {
            RegisterOutcome.Done => Page.SeeOther(ConsolePaths.Done(ConsolePaths.Units, "added")),
            RegisterOutcome.Refused refused => await ListAsync(context, Entered.Wrong(form, refused), null, cancel),
            _ => await ConsolePage.NotThereAsync(context, Missing, cancel),
        };
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, Guid id, UnitRegister units, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var outcome = TryRead(form, out var entry, out var fault) ? await units.ChangeAsync(context.Viewer, new UnitId(id), entry, cancel) : fault;
        return outcome switch
        {
            RegisterOutcome.Done => Page.SeeOther(ConsolePaths.Done(ConsolePaths.Units, "saved")),
            RegisterOutcome.Refused refused => await ShowAsync(context, id, Entered.Wrong(form, refused), cancel),
            _ => await ConsolePage.NotThereAsync(context, Missing, cancel),
        };
    }

    private static async Task<IResult> ImportAsync(HttpContext context, UnitRegister units, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var outcome = await units.ImportAsync(context.Viewer, form["list"].ToString(), cancel);
        var entered = outcome.Faults.Count == 0 ? Entered.Nothing : Entered.Wrong(form, "list", string.Join('\n', outcome.Faults));
        return await ListAsync(context, entered, outcome, cancel);
    }

    private static bool TryRead(IFormCollection form, out UnitEntry entry, out RegisterOutcome.Refused fault)
    {
        fault = new RegisterOutcome.Refused("joined", BadDay);
        var good = form.TryDay("joined", out var joined);
        if (!form.TryDay("closed", out var closed))
        {
            fault = new RegisterOutcome.Refused("closed", BadDay);
            good = false;
        }

        int? order = null;
        if (form["order"].ToString().Trim() is { Length: > 0 } written)
        {
            if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place is > 0 and <= 100_000)
            {
                order = place;
            }
            else
            {
                fault = new RegisterOutcome.Refused("order", "顺序请填1以上的整数。");
                good = false;
            }
        }

        entry = new UnitEntry
        {
            Name = Names.Clean(form["name"]), Type = Names.Clean(form["type"]), Aliases = Names.Several(form["aliases"]),
            Parent = form.Id("parent") is { } parent ? new UnitId(parent) : null, JoinedOn = joined, ClosedOn = closed, Order = order,
        };
        return good;
    }
}

/// <summary>All units, the one being added, and what came of a pasted list.</summary>
internal sealed record UnitsModel(IReadOnlyList<Unit> Units, Entered Entered, UnitImportOutcome? Imported);

/// <summary>One unit among all.</summary>
internal sealed record UnitModel(Unit Unit, IReadOnlyList<Unit> Units, Entered Entered)
{
    /// <summary>Units it can belong to: all but itself and those below it.</summary>
    public IEnumerable<(string Key, string Label)> Parents
    {
        get
        {
            var below = UnitTree.Below(Units, Unit.Id).Select(u => u.Id).ToHashSet();
            return Units.Where(u => !below.Contains(u.Id)).OrderBy(u => u.Order).Select(u => (u.Id.Value.ToString(), u.Name));
        }
    }
}
