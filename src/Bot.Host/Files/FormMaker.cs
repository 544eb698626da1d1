using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Adapters.Plans;
using Bot.Adapters.WebChat;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Host.Console;
using Bot.Host.WebChat;

namespace Bot.Host.Files;

/// <summary>What became of a form that was asked for as a file.</summary>
internal abstract record MadeForm
{
    private MadeForm() { }

    /// <summary>The file; whoever takes it closes it.</summary>
    public sealed record Done(Stream Content, string Type, string Name) : MadeForm;

    public sealed record Faulty(string Sentence) : MadeForm;

    public sealed record None : MadeForm;
}

/// <summary>Fills forms as files: an admin gets any unit's or all; a liaison gets the own units', whatever is asked for.</summary>
internal sealed class FormMaker(FormRollups rollups, OwnForms own, FormBooks books, IOrganisation organisation, TimeProvider clock)
{
    private const string AllForms = "all";

    public async Task<MadeForm> MakeAsync(Viewer viewer, CampaignId campaign, string form, string format, IQueryCollection query, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(ChatTimes.Local(clock.GetUtcNow(), viewer.Zone).DateTime);
        var period = PeriodChoice.Read(query, today);
        if (period.Fault is { } fault)
            return new MadeForm.Faulty(fault);
        var ask = new FormAsk { Form = form == AllForms ? null : new FormId(form), Period = period.Days, Today = today, Sources = format is "csv" or "json" };
        if (viewer.IsAdmin)
        {
            if (query["unit"].ToString() is { Length: > 0 } unit)
                ask = Guid.TryParse(unit, out var id) ? ask with { Unit = new UnitId(id) } : ask with { Only = [] };
        }
        else
        {
            var person = await organisation.FindPersonAsync(viewer.Office, viewer.Account, today, cancel);
            ask = ask with { Only = [.. person?.Units.Select(u => u.Id) ?? []] };
        }

        if (ask.Only is { Count: 0 } || await rollups.OpenAsync(viewer.Office, campaign, ask, cancel) is not { } figures)
            return new MadeForm.None();
        return await WriteAsync(viewer.Office, format, figures, query["what"] == "sources", cancel) is var (content, type)
            ? new MadeForm.Done(content, type, Name(figures, period, format))
            : new MadeForm.None();
    }

    private async Task<(Stream Content, string Type)?> WriteAsync(OfficeId office, string format, FormFigures figures, bool sources, CancellationToken cancel)
    {
        var options = new FormDocxOptions { FilledOn = figures.Ask.Today };
        return format switch
        {
            "docx" when figures.Filled().Rollups is [var only] => (Held(await own.WriteAsync(office, only, options, cancel)), FormDocx.ContentType),
            "zip" => (await books.ZipAsync(office, figures, options, cancel), "application/zip"),
            "xlsx" => (await books.XlsxAsync(office, figures, cancel), RollupXlsx.ContentType),
            "csv" => (Held(sources ? RollupCsv.Sources(figures.Filled().Rollups) : RollupCsv.Figures(figures.Filled().Rollups)), RollupCsv.ContentType),
            "json" => (Held(RollupJson.Write(figures.Filled().Rollups)), "application/json; charset=utf-8"),
            _ => null,
        };
    }

    private static MemoryStream Held(byte[] content) => new(content, writable: false);

    private static string Name(FormFigures figures, PeriodChoice period, string format)
    {
        var name = figures.Forms.Count == 1 ? figures.Forms[0].Name : "统计表";
        var days = period.Days is { } span ? $"（{span.From:yyyyMMdd}-{span.To:yyyyMMdd}）" : "";
        return FileName.Clean(FormattableString.Invariant($"{name}_{figures.Name}{days}.{format}"));
    }
}
