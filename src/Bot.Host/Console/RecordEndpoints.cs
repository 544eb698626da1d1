using System.Globalization;
using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Host.Console;

/// <summary>What was said: the list with its filter, each submission with all that came of it, and the settling of doubts.</summary>
internal static class RecordEndpoints
{
    private const int LongestSearch = 40;
    private const string Missing = "没有这条报送。";

    public static void MapRecords(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/records", ListAsync);
        routes.MapGet("/photos", SimilarAsync);
        routes.MapGet("/records/{submission:guid}", ShowAsync);
        routes.MapPost("/records/{submission:guid}/remarks/{remark:guid}/settle", SettleAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, SubmissionList submissions, OfficeCampaigns campaigns, UnitRegister units, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var (filter, entered) = Filter(context.Request.Query);
        var model = new RecordsModel(
            filter, entered, await submissions.ReadAsync(frame.Viewer.Office, filter, cancel),
            await campaigns.AllAsync(frame.Viewer.Office, frame.Today, cancel), await units.AllAsync(frame.Viewer.Office, cancel));
        return ConsolePage.Of<RecordsPage>(frame, model, ConsolePage.StatusOf(entered));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, Guid submission, SubmissionSheets sheets, OfficeCampaigns campaigns, SimilarPhotos similar, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        if (await sheets.FindAsync(frame.Viewer.Office, new SubmissionId(submission), cancel) is not { } sheet)
            return await ConsolePage.NotThereAsync(context, Missing, cancel);
        var campaign = sheet.Row.CampaignId is { } id
            ? (await campaigns.FindAsync(frame.Viewer.Office, new CampaignId(id), frame.Today, cancel))?.Active.Campaign
            : null;
        return ConsolePage.Of<RecordPage>(frame, new RecordModel(sheet, campaign, await similar.OfAsync(frame.Viewer.Office, new SubmissionId(submission), cancel)));
    }

    private static async Task<IResult> SimilarAsync(HttpContext context, SimilarPhotos similar, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        return ConsolePage.Of<SimilarPage>(frame, await similar.AllAsync(frame.Viewer.Office, cancel));
    }

    private static async Task<IResult> SettleAsync(HttpContext context, Guid submission, Guid remark, SubmissionSheets sheets, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var id = new SubmissionId(submission);
        return await sheets.SettleAsync(frame.Viewer, id, remark, cancel) is RegisterOutcome.Done
            ? WebChat.Page.SeeOther(ConsolePaths.Done(ConsolePaths.Record(id), "settled"))
            : await ConsolePage.NotThereAsync(context, Missing, cancel);
    }

    private static (SubmissionFilter Filter, Entered Entered) Filter(IQueryCollection query)
    {
        var words = query["words"].ToString().Trim();
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!FormFields.TryReadDay(query["from"], out var from)) faults["from"] = "日期请写成2024-06-13这样。";
        if (!FormFields.TryReadDay(query["to"], out var to)) faults["to"] = "日期请写成2024-06-13这样。";
        if (from > to) faults["to"] = "结束日不能早于开始日。";
        if (words.Length > LongestSearch) faults["words"] = $"查找的字太多，最多{LongestSearch}字。";
        var filter = new SubmissionFilter
        {
            Campaign = query["campaign"].ToString() is { Length: > 0 } campaign ? new CampaignId(campaign) : null,
            Unit = Guid.TryParse(query["unit"], out var unit) ? new UnitId(unit) : null,
            Kind = Enum.TryParse<ReadingKind>(query["kind"], out var kind) && Enum.IsDefined(kind) ? kind : null,
            Mark = Enum.TryParse<SubmissionMark>(query["mark"], out var mark) && Enum.IsDefined(mark) ? mark : SubmissionMark.Reports,
            From = from, To = to, Words = faults.ContainsKey("words") ? "" : words,
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1,
        };
        var values = query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        return (filter, new Entered { Values = values, Faults = faults });
    }
}

/// <summary>The list with its filter.</summary>
internal sealed record RecordsModel(
    SubmissionFilter Filter, Entered Entered, SubmissionPage Page, IReadOnlyList<OfficeCampaign> Campaigns, IReadOnlyList<Unit> Units)
{
    public int Pages => Math.Max(1, (Page.Total + SubmissionList.PageSize - 1) / SubmissionList.PageSize);

    /// <summary>The address of the same list with one thing changed.</summary>
    public string With(string field, string value)
    {
        var kept = Entered.Values.Where(v => v.Key != field && v.Key is not ("page" or "done") && v.Value.Length > 0).Append(new(field, value)).Where(v => v.Value.Length > 0);
        return ConsolePaths.Records + QueryString.Create(kept.Select(v => new KeyValuePair<string, string?>(v.Key, v.Value)));
    }
}

/// <summary>A submission with its campaign, for the names of its slots (null: none), and photos of others that look like its own.</summary>
internal sealed record RecordModel(SubmissionSheet Sheet, Campaign? Campaign, IReadOnlyList<SimilarPhoto> Similar);
