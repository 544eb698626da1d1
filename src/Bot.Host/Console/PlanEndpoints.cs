using Bot.Adapters.Console;
using Bot.Adapters.Plans;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Host.Access;
using Bot.Host.Limits;
using Bot.Host.WebChat;

namespace Bot.Host.Console;

/// <summary>Plans: handed in, looked through, corrected, activated.</summary>
internal static class PlanEndpoints
{
    private const int LargestUpload = PlanFile.MostBytes + (1 << 20);

    public static void MapPlans(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plans", (HttpContext context, CancellationToken cancel) => ListAsync(context, Entered.Nothing, cancel));
        routes.MapPost("/plans", AddAsync).WithMetadata(new LargestForm(LargestUpload)).RequireRateLimiting(RateLimits.Uploads);
        routes.MapPost("/campaigns/{id}/again", AgainAsync);
        var plan = routes.MapGroup("/plans/{id:guid}");
        plan.MapGet("", (HttpContext context, Guid id, CancellationToken cancel) => ShowAsync(context, id, Entered.Nothing, cancel));
        plan.MapGet("/file", FileAsync);
        plan.MapPost("/head", HeadAsync);
        plan.MapPost("/events", EventsAsync);
        plan.MapPost("/activities", ActivitiesAsync);
        plan.MapPost("/undo", UndoAsync);
        plan.MapPost("/discard", DiscardAsync);
        plan.MapPost("/activate", ActivateAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Entered entered, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var plans = await context.RequestServices.GetRequiredService<PlanDesk>().AllAsync(frame.Viewer.Office, cancel);
        return ConsolePage.Of<PlansPage>(frame, new PlansModel(plans, entered), ConsolePage.StatusOf(entered));
    }

    private static async Task<IResult> AddAsync(HttpContext context, PlanDesk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var (name, content) = await HandedInAsync(form, cancel);
        var outcome = content.Length == 0
            ? new RegisterOutcome.Refused("file", "请选择方案的文件，或把方案全文粘贴在下面。")
            : await desk.AddAsync(context.Viewer.Office, context.Viewer.Person, name, content, cancel);
        return outcome switch
        {
            RegisterOutcome.Done done => Page.SeeOther(ConsolePaths.Done(ConsolePaths.Plan(new DraftId(done.Id)), "plan")),
            RegisterOutcome.Refused refused => await ListAsync(context, Entered.Wrong(form, refused), cancel),
            _ => await ConsolePage.NotThereAsync(context, PlanWay.Missing, cancel),
        };
    }

    private static async Task<(string Name, byte[] Content)> HandedInAsync(IFormCollection form, CancellationToken cancel)
    {
        if (form.Files["file"] is not { Length: > 0 } file) return ("粘贴的方案.txt", System.Text.Encoding.UTF8.GetBytes(form["text"].ToString().Trim()));
        using var content = new MemoryStream((int)Math.Min(file.Length, LargestUpload));
        await file.CopyToAsync(content, cancel);
        return (file.FileName, content.ToArray());
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, Entered entered, CancellationToken cancel)
    {
        var services = context.RequestServices;
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        if (await services.GetRequiredService<PlanDesk>().FindAsync(frame.Viewer.Office, new DraftId(id), cancel) is not { } sheet)
            return await ConsolePage.NotThereAsync(context, PlanWay.Missing, cancel);
        var campaigns = services.GetRequiredService<OfficeCampaigns>();
        var activation = services.GetRequiredService<PlanActivation>();
        var former = sheet.IsOpen ? await activation.FormerAsync(sheet, frame.Today, cancel) : null;
        var booked = former is null ? null : await activation.BookedAsync(frame.Viewer.Office, former.Active.Campaign.Id, cancel);
        var groups = await services.GetRequiredService<GroupRegister>().AllAsync(frame.Viewer.Office, cancel);
        var units = await services.GetRequiredService<UnitRegister>().AllAsync(frame.Viewer.Office, cancel);
        var after = sheet.After is { } last ? await services.GetRequiredService<ICampaigns>().GetAsync(frame.Viewer.Office, last, cancel) : null;
        var made = sheet.Entry.Made is { } revision ? await campaigns.FindAsync(frame.Viewer.Office, revision.Campaign, frame.Today, cancel) : null;
        return ConsolePage.Of<PlanPage>(frame, new PlanModel(sheet, entered)
        {
            Former = former, Booked = booked, After = after?.Campaign, Made = made, Groups = [.. groups.Where(g => g is { BoundAt: not null, UnboundAt: null })], Units = units.Count,
        }, ConsolePage.StatusOf(entered));
    }

    private static async Task<IResult> FileAsync(HttpContext context, Guid id, PlanDesk desk, IBlobs blobs, CancellationToken cancel)
    {
        if (await desk.FindAsync(context.Viewer.Office, new DraftId(id), cancel) is not { Blob: { } key } sheet || await blobs.OpenAsync(BlobKey.Parse(key), cancel) is not { } content)
            return await ConsolePage.NotThereAsync(context, "方案的原文件已不在。", cancel);
        // Whatever it is, it is saved and never shown: what people hand in runs nowhere.
        return Results.Stream(content, "application/octet-stream", FileName.Clean(sheet.Entry.FileName));
    }

    private static Task<IResult> HeadAsync(HttpContext context, Guid id, CancellationToken cancel) => PlanWay.WithAsync(
        context, id,
        async sheet =>
        {
            var form = await context.Request.ReadFormAsync(cancel);
            var (corrections, faults) = PlanFields.Head(form, sheet.Reading);
            return faults.Count == 0
                ? await PlanWay.CorrectAsync(context, sheet.Entry.Id, "#head", cancel, corrections)
                : await ShowAsync(context, id, PlanFields.Wrong(form, faults), cancel);
        },
        cancel);

    private static Task<IResult> EventsAsync(HttpContext context, Guid id, CancellationToken cancel) => PlanWay.WithAsync(
        context, id,
        async sheet =>
        {
            var form = await context.Request.ReadFormAsync(cancel);
            var (events, faults) = PlanFields.Events(form);
            if (faults.Count > 0) return await ShowAsync(context, id, PlanFields.Wrong(form, faults), cancel);
            return events.SequenceEqual(sheet.Reading.Events)
                ? Page.SeeOther(ConsolePaths.Plan(sheet.Entry.Id) + "#events")
                : await PlanWay.CorrectAsync(context, sheet.Entry.Id, "#events", cancel, new PlanCorrection.Events(events));
        },
        cancel);

    private static Task<IResult> ActivitiesAsync(HttpContext context, Guid id, CancellationToken cancel) => PlanWay.WithAsync(
        context, id,
        async sheet =>
        {
            var form = await context.Request.ReadFormAsync(cancel);
            List<string> all = [.. form["activities"].ToString().Split('\n').Select(Names.Clean).Where(line => line.Length > 0).Select(line => line.Length > PlanFields.Longest ? line[..PlanFields.Longest] : line)];
            return all.SequenceEqual(sheet.Reading.Activities)
                ? Page.SeeOther(ConsolePaths.Plan(sheet.Entry.Id) + "#activities")
                : await PlanWay.CorrectAsync(context, sheet.Entry.Id, "#activities", cancel, new PlanCorrection.Activities(all));
        },
        cancel);

    private static async Task<IResult> UndoAsync(HttpContext context, Guid id, PlanDesk desk, CancellationToken cancel) =>
        await PlanWay.DoneAsync(context, new DraftId(id), "undone", "", await desk.UndoAsync(context.Viewer.Office, context.Viewer.Person, new DraftId(id), cancel), cancel);

    private static async Task<IResult> DiscardAsync(HttpContext context, Guid id, PlanDesk desk, CancellationToken cancel) =>
        await PlanWay.DoneAsync(context, new DraftId(id), "discarded", "", await desk.DiscardAsync(context.Viewer.Office, context.Viewer.Person, new DraftId(id), cancel), cancel);

    private static async Task<IResult> ActivateAsync(HttpContext context, Guid id, PlanActivation activation, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var former = form["as"].ToString() is { Length: > 0 } campaign ? (CampaignId?)new CampaignId(campaign) : null;
        var groups = form["group"].Select(g => Guid.TryParse(g, out var group) ? new GroupId(group) : default).Where(g => g != default).ToList();
        return await activation.ActivateAsync(context.Viewer.Office, context.Viewer.Person, new DraftId(id), former, groups, cancel) switch
        {
            PlanActivationOutcome.Activated => Page.SeeOther(ConsolePaths.Done(ConsolePaths.Plan(new DraftId(id)), "activated")),
            PlanActivationOutcome.Refused refused => await ShowAsync(context, id, Entered.Wrong(form, "activate", refused.Sentence), cancel),
            _ => await ConsolePage.NotThereAsync(context, PlanWay.Missing, cancel),
        };
    }

    private static async Task<IResult> AgainAsync(HttpContext context, string id, PlanDesk desk, OfficeCampaigns campaigns, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        if (await campaigns.FindAsync(frame.Viewer.Office, new CampaignId(id), frame.Today, cancel) is not { Active: var last })
            return await ConsolePage.NotThereAsync(context, "本单位没有这项活动。", cancel);
        var year = NextYear.YearAfter(last.Campaign, frame.Today);
        return await desk.AddAfterAsync(frame.Viewer.Office, frame.Viewer.Person, last.Revision, year, cancel) is RegisterOutcome.Done done
            ? Page.SeeOther(ConsolePaths.Done(ConsolePaths.Plan(new DraftId(done.Id)), "again"))
            : await ConsolePage.NotThereAsync(context, PlanWay.Missing, cancel);
    }
}

/// <summary>All plans, and the one being handed in.</summary>
internal sealed record PlansModel(IReadOnlyList<PlanEntry> Plans, Entered Entered);
