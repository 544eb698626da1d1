using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Adapters.Plans;
using Bot.Adapters.WebChat;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Domain.Rollups;
using Bot.Host.Console;
using Bot.Host.WebChat;

namespace Bot.Host.Files;

/// <summary>What became of a form that was asked for as a file.</summary>
internal abstract record MadeForm
{
    private MadeForm() { }

    public sealed record Done(byte[] Bytes, string Type, string Name) : MadeForm;

    public sealed record Faulty(string Sentence) : MadeForm;

    public sealed record None : MadeForm;
}

/// <summary>Fills forms as files: an admin gets any unit's or all; a liaison gets the own units', whatever is asked for.</summary>
internal sealed class FormMaker(FormRollups rollups, OwnForms own, IOrganisation organisation, TimeProvider clock)
{
    private const string AllForms = "all";

    public async Task<MadeForm> MakeAsync(Viewer viewer, CampaignId campaign, string form, string format, IQueryCollection query, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(ChatTimes.Local(clock.GetUtcNow(), viewer.Zone).DateTime);
        var period = PeriodChoice.Read(query, today);
        if (period.Fault is { } fault)
            return new MadeForm.Faulty(fault);
        var ask = new FormAsk { Form = form == AllForms ? null : new FormId(form), Period = period.Days, Today = today };
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

        if (ask.Only is { Count: 0 } || await rollups.FillAsync(viewer.Office, campaign, ask, cancel) is not { } filled)
            return new MadeForm.None();
        if (format == "docx" && filled.Rollups is [var only])
            return new MadeForm.Done(await own.WriteAsync(viewer.Office, only, new FormDocxOptions { FilledOn = today }, cancel), FormDocx.ContentType, Name(filled, period, format));
        return Write(format, filled.Rollups, query["what"] == "sources") is var (bytes, type)
            ? new MadeForm.Done(bytes, type, Name(filled, period, format))
            : new MadeForm.None();
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
