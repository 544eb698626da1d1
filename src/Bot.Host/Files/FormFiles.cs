using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Adapters.Plans;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Domain.Rollups;
using Bot.Host.Access;
using Bot.Host.Console;
using Bot.Host.Limits;
using Bot.Host.WebChat;

namespace Bot.Host.Files;

/// <summary>
/// Filled forms as files, made when they are fetched. An admin gets any unit's or all; a liaison gets the own units',
/// whatever the address asks for.
/// </summary>
internal static class FormFiles
{
    private const string AllForms = "all";

    public static WebApplication MapFormFiles(this WebApplication app)
    {
        app.MapGet("/files/{campaign}/{form}.{format}", FetchAsync).RequireAuthorization().WithLimits(RateLimits.People, BodySizes.None);
        return app;
    }

    private static async Task<IResult> FetchAsync(
        HttpContext context, string campaign, string form, string format, FormRollups rollups, OwnForms own, IOrganisation organisation, TimeProvider clock, CancellationToken cancel)
    {
        var viewer = context.Viewer;
        var today = DateOnly.FromDateTime(ChatTimes.Local(clock.GetUtcNow(), viewer.Zone).DateTime);
        var period = PeriodChoice.Read(context.Request.Query, today);
        if (period.Fault is { } fault)
            return Results.Text(fault, statusCode: StatusCodes.Status422UnprocessableEntity);
        var ask = new FormAsk { Form = form == AllForms ? null : new FormId(form), Period = period.Days, Today = today };
        if (viewer.IsAdmin)
        {
            if (context.Request.Query["unit"].ToString() is { Length: > 0 } unit)
                ask = Guid.TryParse(unit, out var id) ? ask with { Unit = new UnitId(id) } : ask with { Only = [] };
        }
        else
        {
            var person = await organisation.FindPersonAsync(viewer.Office, viewer.Account, today, cancel);
            ask = ask with { Only = [.. person?.Units.Select(u => u.Id) ?? []] };
        }

        if (ask.Only is { Count: 0 } || await rollups.FillAsync(viewer.Office, new CampaignId(campaign), ask, cancel) is not { } filled)
            return Results.NotFound();
        if (format == "docx" && filled.Rollups is [var only])
            return Results.File(await own.WriteAsync(viewer.Office, only, new FormDocxOptions { FilledOn = today }, cancel), FormDocx.ContentType, Name(filled, period, format));
        return Write(format, filled.Rollups, context.Request.Query["what"] == "sources") is var (bytes, type)
            ? Results.File(bytes, type, Name(filled, period, format))
            : Results.NotFound();
    }

    private static (byte[] Bytes, string Type)? Write(string format, IReadOnlyList<Rollup> rollups, bool sources) => format switch
    {
        "xlsx" => (RollupXlsx.Write(rollups), RollupXlsx.ContentType),
        "csv" => (sources ? RollupCsv.Sources(rollups) : RollupCsv.Figures(rollups), RollupCsv.ContentType),
        "json" => (RollupJson.Write(rollups), "application/json; charset=utf-8"),
        _ => null,
    };

    private static string Name(FilledForms filled, PeriodChoice period, string format)
    {
        var first = filled.Rollups[0];
        var name = filled.Rollups.Count == 1 ? first.Form.Name : "统计表";
        var days = period.Days is { } span ? $"（{span.From:yyyyMMdd}-{span.To:yyyyMMdd}）" : "";
        return FileName.Clean(FormattableString.Invariant($"{name}_{first.UnitName}{days}.{format}"));
    }
}
