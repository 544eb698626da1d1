using Bot.Adapters.Console;
using Bot.Adapters.Imports;
using Bot.Adapters.Storage;
using Bot.Domain;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Host.Access;
using Bot.Host.Imports;
using Bot.Host.Limits;
using Bot.Host.WebChat;

namespace Bot.Host.Console;

/// <summary>Chat logs: handed in, senders looked through, begun, followed to their report.</summary>
internal static class ImportEndpoints
{
    /// <summary>The largest log that may be handed in here, in megabytes; larger ones come in by the verb.</summary>
    public const int MostMegabytes = 30;

    /// <summary>How many senders can be decided here; the others stay as proposed.</summary>
    public const int MostSenders = 500;

    private const string Missing = "没有这次导入。";

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/imports", (HttpContext context, CancellationToken cancel) => ListAsync(context, Entered.Nothing, cancel));
        routes.MapPost("/imports", AddAsync).WithMetadata(new LargestForm((MostMegabytes + 1) << 20)).RequireRateLimiting(RateLimits.Uploads);
        var job = routes.MapGroup("/imports/{id:guid}");
        job.MapGet("", ShowAsync);
        job.MapPost("/start", StartAsync);
        job.MapPost("/discard", DiscardAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Entered entered, CancellationToken cancel)
    {
        var services = context.RequestServices;
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var model = new ImportsModel(
            await services.GetRequiredService<ImportJobs>().AllAsync(frame.Viewer.Office, cancel),
            await services.GetRequiredService<GroupRegister>().AllAsync(frame.Viewer.Office, cancel),
            await services.GetRequiredService<OfficeCampaigns>().AllAsync(frame.Viewer.Office, frame.Today, cancel), entered);
        return ConsolePage.Of<ImportsPage>(frame, model, ConsolePage.StatusOf(entered));
    }

    private static async Task<IResult> AddAsync(HttpContext context, ImportJobs jobs, GroupRegister groups, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        if (form.Files["file"] is not { Length: > 0 } file) return await ListAsync(context, Entered.Wrong(form, "file", "请选择聊天记录的文件。"), cancel);
        var known = (await groups.AllAsync(context.Viewer.Office, cancel)).FirstOrDefault(g => g.Id.Value.ToString() == form["group"]);
        var name = known?.Name ?? Names.Clean(form["name"].ToString());
        var campaign = form["campaign"].ToString() is { Length: > 0 } chosen ? chosen : null;
        if (!FormFields.TryReadDay(form["copied"], out var copied)) return await ListAsync(context, Entered.Wrong(form, "copied", "日期请写成2024-06-13这样。"), cancel);
        if (known is null && Names.Fault(name, "群名称") is { } nameless) return await ListAsync(context, Entered.Wrong(form, "name", nameless), cancel);
        if (known is null && campaign is null) return await ListAsync(context, Entered.Wrong(form, "campaign", "机器人不在的群，请选择记到哪个活动。"), cancel);
        await using var content = file.OpenReadStream();
        var job = await jobs.AddAsync(
            context.Viewer,
            new ImportJob
            {
                Id = default, Office = default, By = default, At = default, FileName = FileName.Clean(file.FileName), Group = name, Campaign = campaign, CopiedOn = copied,
                MonthFirst = form["dates"].ToString() switch { "mdy" => true, "dmy" => false, _ => null },
            },
            content, cancel);
        var (_, read, wanted) = await ReadAsync(context, job, cancel);
        if (read is { Found.Messages: > 0 }) return Page.SeeOther(ConsolePaths.Import(job.Id));
        await jobs.DiscardAsync(context.Viewer.Office, job.Id, cancel);
        var (field, sentence) = Fault(wanted ?? read?.Found.Broken.FirstOrDefault()?.Sentence ?? "这个文件里没有消息。");
        return await ListAsync(context, Entered.Wrong(form, field, sentence), cancel);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, ImportJobs jobs, UnitRegister units, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        if (await jobs.FindAsync(frame.Viewer.Office, id, cancel) is not { } job) return await ConsolePage.NotThereAsync(context, Missing, cancel);

        // The page comes again by itself while there is something to follow.
        if (job.Stage == ImportStage.Running) context.Response.Headers["Refresh"] = "3";
        if (job.Stage != ImportStage.Review) return ConsolePage.Of<ImportPage>(frame, new ImportModel(job, null, null, null, []));
        var (target, read, wanted) = await ReadAsync(context, job, cancel);
        return ConsolePage.Of<ImportPage>(frame, new ImportModel(job, target, read, wanted, await units.AllAsync(frame.Viewer.Office, cancel)));
    }

    private static async Task<IResult> StartAsync(HttpContext context, Guid id, ImportJobs jobs, ImportWake wake, CancellationToken cancel)
    {
        var office = context.Viewer.Office;
        if (await jobs.FindAsync(office, id, cancel) is not { } job) return await ConsolePage.NotThereAsync(context, Missing, cancel);
        var form = await context.Request.ReadFormAsync(cancel);
        if (job.Stage == ImportStage.Failed)
        {
            await jobs.StartAsync(office, id, null, job.Messages, cancel);
        }
        else if (job.Stage == ImportStage.Review)
        {
            var (_, read, wanted) = await ReadAsync(context, job, cancel);
            if (read is null) return await ListAsync(context, Entered.Wrong(form, "file", Fault(wanted ?? Missing).Sentence), cancel);
            var choices = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (sender, at) in read.Senders.Take(MostSenders).Select((s, i) => (s, i)))
            {
                if (form[Field(at)].ToString() is { Length: > 0 } choice) choices[sender.Id] = choice == ImportModel.Unknown ? "" : choice;
            }

            await jobs.StartAsync(office, id, choices, read.Found.Messages, cancel);
        }

        wake.Ring();
        return Page.SeeOther(ConsolePaths.Import(id));
    }

    private static async Task<IResult> DiscardAsync(HttpContext context, Guid id, ImportJobs jobs, CancellationToken cancel) =>
        await jobs.DiscardAsync(context.Viewer.Office, id, cancel) ? Page.SeeOther(ConsolePaths.Imports) : await ConsolePage.NotThereAsync(context, Missing, cancel);

    private static async Task<(ImportTarget? Target, ImportReview? Read, string? Wanted)> ReadAsync(HttpContext context, ImportJob job, CancellationToken cancel)
    {
        var (services, clock) = (context.RequestServices, context.RequestServices.GetRequiredService<TimeProvider>());
        var store = services.GetRequiredService<Store>();
        var (target, which) = await new ImportTargets(store, services.GetRequiredService<IIdSource>(), clock).FindAsync(job.Office.ToString(), job.Group, job.Campaign, cancel);
        if (target is null) return (null, null, which);
        var (read, wanted) = await ImportReview.OfAsync(store, services.GetRequiredService<ImportJobs>(), job, target, clock.GetUtcNow(), cancel);
        return (target, read, wanted);
    }

    /// <summary>The field of a sender's choice.</summary>
    public static string Field(int at) => FormattableString.Invariant($"sender.{at}");

    // The verb's options are fields here.
    private static (string Field, string Sentence) Fault(string sentence)
    {
        var field = sentence.Contains("--copied-on", StringComparison.Ordinal) ? "copied" : sentence.Contains("--dates", StringComparison.Ordinal) ? "dates"
            : sentence.Contains("--campaign", StringComparison.Ordinal) ? "campaign" : "file";
        return (field, field switch
        {
            "copied" => sentence[..sentence.IndexOf("请用", StringComparison.Ordinal)] + "请填上是哪天复制的。",
            "dates" => sentence[..sentence.IndexOf("请用", StringComparison.Ordinal)] + "请选择月在前还是日在前。",
            "campaign" => "这个群还没有绑定活动，请选择记到哪个活动。",
            _ => sentence,
        });
    }
}

/// <summary>The imports so far, and the one being handed in.</summary>
internal sealed record ImportsModel(IReadOnlyList<ImportJob> Jobs, IReadOnlyList<GroupSheet> Groups, IReadOnlyList<OfficeCampaign> Campaigns, Entered Entered);

/// <summary>One import: its review, its progress or its report.</summary>
/// <param name="Job">The import.</param>
/// <param name="Target">The group it goes to; null: not looked up, or not to be found.</param>
/// <param name="Review">What is in the log; null: not in review, or not to be read.</param>
/// <param name="Wanted">Why it cannot be read.</param>
/// <param name="Units">The units to choose from.</param>
internal sealed record ImportModel(ImportJob Job, ImportTarget? Target, ImportReview? Review, string? Wanted, IReadOnlyList<Unit> Units)
{
    /// <summary>The choice that leaves open who it is.</summary>
    public const string Unknown = "?";
}
