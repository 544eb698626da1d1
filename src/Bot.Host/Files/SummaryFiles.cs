using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Domain.Replies;
using Bot.Host.Access;
using Bot.Host.Console;
using Bot.Host.Limits;
using Bot.Host.WebChat;

namespace Bot.Host.Files;

/// <summary>The draft of a 总结 as a Word file: of any unit, branch or all to an admin, of the own units to a liaison.</summary>
internal static class SummaryFiles
{
    /// <summary>The value of <c>notes</c> that leaves the sources out.</summary>
    public const string WithoutNotes = "0";

    public static WebApplication MapSummaryFiles(this WebApplication app)
    {
        app.MapGet("/files/{campaign}/summary/draft.docx", FetchAsync).RequireAuthorization().WithLimits(RateLimits.People, BodySizes.None);
        return app;
    }

    private static async Task<IResult> FetchAsync(
        HttpContext context, string campaign, FormRollups rollups, SaidSentences sentences, IOrganisation organisation, TimeProvider clock, CancellationToken cancel)
    {
        var (viewer, query) = (context.Viewer, context.Request.Query);
        var today = DateOnly.FromDateTime(ChatTimes.Local(clock.GetUtcNow(), viewer.Zone).DateTime);
        var period = PeriodChoice.Read(query, today);
        if (period.Fault is { } fault) return Results.Text(fault, statusCode: StatusCodes.Status422UnprocessableEntity);
        if (await UnitChoice.AskAsync(viewer, query, period, today, organisation, cancel) is not { } ask || await rollups.OpenAsync(viewer.Office, new CampaignId(campaign), ask, cancel) is not { } figures)
            return Results.NotFound();
        var words = await sentences.ReadAsync(viewer.Office, new CampaignId(campaign), figures.Chosen, period.Days, cancel);
        var draft = OfficeSummary.Compose(figures.Campaign.Active.Campaign, figures.Name, figures.Filled().Rollups, words, notes: query["notes"] != WithoutNotes);
        return Results.File(SummaryDocx.Write(draft), FormDocx.ContentType, FileName.Clean($"总结草稿_{figures.Name}.docx"));
    }
}
