using Bot.Adapters.Plans;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Plans;

namespace Bot.Host.Console;

/// <summary>One form of a draft: its blanks are changed or dropped, or the form as a whole.</summary>
internal static class PlanFormEndpoints
{
    public static void MapPlanForms(this IEndpointRouteBuilder routes)
    {
        var form = routes.MapGroup("/plans/{id:guid}/forms/{at:int}");
        form.MapGet("", ShowAsync);
        form.MapPost("", ChangeAsync);
        form.MapPost("/delete", DeleteAsync);
    }

    private static Task<IResult> ShowAsync(HttpContext context, Guid id, int at, CancellationToken cancel) =>
        WithAsync(context, id, at, (sheet, form) => PageAsync(context, sheet, form, at, Entered.Nothing, cancel), cancel);

    private static Task<IResult> ChangeAsync(HttpContext context, Guid id, int at, CancellationToken cancel) => WithAsync(
        context, id, at,
        async (sheet, form) =>
        {
            var posted = await context.Request.ReadFormAsync(cancel);
            var corrections = new List<PlanCorrection>();
            var faults = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var slot in form.Slots)
            {
                if (posted.Ticked($"drop.{slot.Id}")) corrections.Add(new PlanCorrection.NoBlank(slot.Id));
                else if (Read(posted, slot, faults) is { } changed && changed != slot) corrections.Add(new PlanCorrection.Blank(changed));
            }

            return faults.Count > 0
                ? await PageAsync(context, sheet, form, at, PlanFields.Wrong(posted, faults), cancel)
                : await PlanWay.CorrectAsync(context, sheet.Entry.Id, FormattableString.Invariant($"#form-{at}"), cancel, corrections);
        },
        cancel);

    private static Task<IResult> DeleteAsync(HttpContext context, Guid id, int at, CancellationToken cancel) =>
        WithAsync(context, id, at, (sheet, form) => PlanWay.CorrectAsync(context, sheet.Entry.Id, "#forms", cancel, new PlanCorrection.NoForm(form.Name)), cancel);

    private static Slot Read(IFormCollection posted, Slot slot, Dictionary<string, string> faults)
    {
        // A blank that was not in what was sent stays as it is.
        if (!posted.ContainsKey($"phrase.{slot.Id}")) return slot;
        var (phrase, measure) = (PlanFields.Text(posted, $"phrase.{slot.Id}"), PlanFields.Text(posted, $"measure.{slot.Id}"));
        if (phrase is null || measure is null)
        {
            faults[slot.Id.Value] = "词语和单位都要填；不要这一项就勾“不要”。";
            return slot;
        }

        var aggregate = posted[$"aggregate.{slot.Id}"] == nameof(Aggregate.Latest) ? Aggregate.Latest : Aggregate.Sum;
        return slot with
        {
            Phrase = phrase, Measure = measure, Aggregate = measure == Slot.YesNo ? Aggregate.Any : aggregate, NeedsEvidence = posted.Ticked($"evidence.{slot.Id}"),
        };
    }

    private static Task<IResult> WithAsync(HttpContext context, Guid id, int at, Func<PlanSheet, PlanForm, Task<IResult>> then, CancellationToken cancel) => PlanWay.WithAsync(
        context, id,
        async sheet => at >= 0 && at < sheet.Reading.Forms.Count
            ? await then(sheet, sheet.Reading.Forms[at])
            : await ConsolePage.NotThereAsync(context, "方案里没有这张表。", cancel),
        cancel);

    private static async Task<IResult> PageAsync(HttpContext context, PlanSheet sheet, PlanForm form, int at, Entered entered, CancellationToken cancel) =>
        ConsolePage.Of<PlanFormPage>(await ConsoleFrame.OfAsync(context, cancel), new PlanFormModel(sheet, form, at, entered), ConsolePage.StatusOf(entered));
}

/// <summary>A form of a draft with its blanks in fields.</summary>
internal sealed record PlanFormModel(PlanSheet Sheet, PlanForm Form, int At, Entered Entered)
{
    /// <summary>What is doubtful about a blank, by its place among all.</summary>
    public IReadOnlyList<PlanDoubt> Doubts(int slot) => [.. Sheet.Reading.Unsure.Where(d => d.Path == FormattableString.Invariant($"forms[{At}].slots[{slot}]"))];
}
