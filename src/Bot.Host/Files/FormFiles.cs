using Bot.Domain.Campaigns;
using Bot.Host.Access;
using Bot.Host.Limits;

namespace Bot.Host.Files;

/// <summary>Filled forms as files, made when they are fetched.</summary>
internal static class FormFiles
{
    public static WebApplication MapFormFiles(this WebApplication app)
    {
        app.MapGet("/files/{campaign}/{form}.{format}", FetchAsync).RequireAuthorization().WithLimits(RateLimits.People, BodySizes.None);
        return app;
    }

    private static async Task<IResult> FetchAsync(HttpContext context, string campaign, string form, string format, FormMaker maker, CancellationToken cancel) =>
        await maker.MakeAsync(context.Viewer, new CampaignId(campaign), form, format, context.Request.Query, cancel) switch
        {
            MadeForm.Done done => Results.File(done.Bytes, done.Type, done.Name),
            MadeForm.Faulty faulty => Results.Text(faulty.Sentence, statusCode: StatusCodes.Status422UnprocessableEntity),
            _ => Results.NotFound(),
        };
}
