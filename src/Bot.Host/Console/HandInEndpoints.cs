using System.Globalization;
using Bot.Adapters.Plans;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Plans;

namespace Bot.Host.Console;

/// <summary>One hand-in of a draft: changed, added, taken out.</summary>
internal static class HandInEndpoints
{
    /// <summary>The name of a hand-in that is being added.</summary>
    public const string New = "new";

    public static void MapHandIns(this IEndpointRouteBuilder routes)
    {
        var handIn = routes.MapGroup("/plans/{id:guid}/handins/{name}");
        handIn.MapGet("", ShowAsync);
        handIn.MapPost("", ChangeAsync);
        handIn.MapPost("/delete", DeleteAsync);
    }

    private static Task<IResult> ShowAsync(HttpContext context, Guid id, string name, CancellationToken cancel) =>
        WithAsync(context, id, name, (sheet, handIn) => PageAsync(context, sheet, handIn, Entered.Nothing, cancel), cancel);

    private static Task<IResult> ChangeAsync(HttpContext context, Guid id, string name, CancellationToken cancel) => WithAsync(
        context, id, name,
        async (sheet, handIn) =>
        {
            var form = await context.Request.ReadFormAsync(cancel);
            var (changed, faults) = HandInFields.Read(form, handIn, sheet.Read.Forms);
            if (changed is null) return await PageAsync(context, sheet, handIn, PlanFields.Wrong(form, faults), cancel);
            if (name == New) changed = changed with { Id = NewName(changed.Kind, sheet) };
            return await PlanWay.CorrectAsync(context, sheet.Entry.Id, "#handins", cancel, new PlanCorrection.HandIn(changed));
        },
        cancel);

    private static Task<IResult> DeleteAsync(HttpContext context, Guid id, string name, CancellationToken cancel) =>
        WithAsync(context, id, name, (sheet, handIn) => PlanWay.CorrectAsync(context, sheet.Entry.Id, "#handins", cancel, new PlanCorrection.NoHandIn(handIn.Id)), cancel);

    private static Task<IResult> WithAsync(HttpContext context, Guid id, string name, Func<PlanSheet, PlanObligation, Task<IResult>> then, CancellationToken cancel) => PlanWay.WithAsync(
        context, id,
        async sheet =>
        {
            var handIn = name == New ? Blank(sheet) : sheet.Reading.Obligations.FirstOrDefault(o => o.Id == name);
            return handIn is null ? await ConsolePage.NotThereAsync(context, "方案里没有这项报送要求。", cancel) : await then(sheet, handIn);
        },
        cancel);

    private static async Task<IResult> PageAsync(HttpContext context, PlanSheet sheet, PlanObligation handIn, Entered entered, CancellationToken cancel) =>
        ConsolePage.Of<HandInPage>(await ConsoleFrame.OfAsync(context, cancel), new HandInModel(sheet, handIn, entered), ConsolePage.StatusOf(entered));

    private static PlanObligation Blank(PlanSheet sheet) => new()
    {
        Id = New, Kind = ObligationKind.Material, Thing = "", Schedule = sheet.Reading.Period is { } period ? new Schedule.Once(period.To) : new Schedule.Unspecified(), Sentence = "",
    };

    // Names given once are never given again, not even to what comes after something that was taken out.
    private static string NewName(ObligationKind kind, PlanSheet sheet)
    {
        var taken = sheet.Read.Obligations.Select(o => o.Id).Concat(sheet.Corrections.OfType<PlanCorrection.HandIn>().Select(c => c.Obligation.Id)).ToHashSet(StringComparer.Ordinal);
        var name = "own-" + kind.ToString().ToLowerInvariant();
        var free = name;
        for (var nth = 2; !taken.Add(free); nth++) free = string.Create(CultureInfo.InvariantCulture, $"{name}-{nth}");
        return free;
    }
}

/// <summary>A hand-in of a draft in its form.</summary>
internal sealed record HandInModel(PlanSheet Sheet, PlanObligation HandIn, Entered Entered)
{
    public bool IsNew => HandIn.Id == HandInEndpoints.New;

    /// <summary>What stands in the fields: what was entered, otherwise what holds.</summary>
    public IReadOnlyDictionary<string, string> Values { get; } = Entered.Values.Count > 0 ? Entered.Values : HandInFields.Values(HandIn, Sheet.Reading);
}
