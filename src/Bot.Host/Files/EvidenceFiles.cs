using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Host.Access;
using Bot.Host.Console;
using Bot.Host.Limits;
using Bot.Host.WebChat;

namespace Bot.Host.Files;

/// <summary>佐证材料 as files: to an admin of any unit or all, to a liaison of the own units.</summary>
internal static class EvidenceFiles
{
    /// <summary>Said where no program is installed that opens photos.</summary>
    private const string NoProgram = "服务器上没有安装图片处理程序（libvips-tools），做不了Word佐证材料。请下载压缩包，里面是原照片；或请管理员安装后再试。";

    public static WebApplication MapEvidenceFiles(this WebApplication app)
    {
        app.MapGet("/files/{campaign}/evidence/photos.{format:regex(^(docx|zip)$)}", FetchAsync).RequireAuthorization().WithLimits(RateLimits.People, BodySizes.None);
        return app;
    }

    private static async Task<IResult> FetchAsync(
        HttpContext context, string campaign, string format, EvidenceList list, EvidencePack pack, IOrganisation organisation, TimeProvider clock, CancellationToken cancel)
    {
        var viewer = context.Viewer;
        var today = DateOnly.FromDateTime(ChatTimes.Local(clock.GetUtcNow(), viewer.Zone).DateTime);
        var period = PeriodChoice.Read(context.Request.Query, today);
        if (period.Fault is { } fault) return Results.Text(fault, statusCode: StatusCodes.Status422UnprocessableEntity);
        if (await UnitChoice.AskAsync(viewer, context.Request.Query, period, today, organisation, cancel) is not { } ask || await list.ReadAsync(viewer.Office, new CampaignId(campaign), ask, cancel) is not { } evidence)
            return Results.NotFound();
        var isWord = format == "docx";
        if (isWord && !await EvidencePack.CanScaleAsync(cancel)) return Results.Text(NoProgram, statusCode: StatusCodes.Status422UnprocessableEntity);
        var name = FileName.Clean($"佐证材料_{evidence.Name}.{format}");
        // Written as it is made: the download begins at once, however many photos there are.
        return isWord
            ? Results.Stream(to => WriteAsync(to, late => pack.WriteDocxAsync(evidence, late, cancel), cancel), FormDocx.ContentType, name)
            : Results.Stream(to => WriteAsync(to, late => pack.WriteZipAsync(evidence, late, cancel), cancel), "application/zip", name);
    }

    private static async Task WriteAsync(Stream response, Func<Stream, Task> write, CancellationToken cancel)
    {
        await using var late = new LateWrites(response);
        await write(late);
        await late.FlushAsync(cancel);
    }
}
