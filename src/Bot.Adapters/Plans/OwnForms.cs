using Bot.Adapters.Documents;
using Bot.Adapters.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Domain.Plans;
using Bot.Domain.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Plans;

/// <summary>
/// Filled forms as Word files, with figures written as the office wants them: a unit's in the plan's own table where the plan came
/// as a Word file that takes them, else in the table we draw. What stands on several units is always drawn by us, for it must say
/// how many.
/// </summary>
internal sealed class OwnForms(Store store, IBlobs blobs, FigureStyles styles)
{
    /// <summary>The file.</summary>
    public async Task<byte[]> WriteAsync(OfficeId office, Rollup rollup, FormDocxOptions options, CancellationToken cancel)
    {
        var sheet = rollup.Units.Count > 1 ? FormSheet.Drawn(await styles.ReadAsync(office, cancel)) : await SheetAsync(office, rollup.Campaign, rollup.Form, cancel);
        return sheet.Write(rollup, options);
    }

    /// <summary>A form ready to be filled for one unit after another.</summary>
    public async Task<FormSheet> SheetAsync(OfficeId office, CampaignId campaign, Form form, CancellationToken cancel)
    {
        var style = await styles.ReadAsync(office, cancel);
        if (form.Origin != FormOrigin.Plan || await PlanAsync(office, campaign, cancel) is not { } docx)
            return FormSheet.Drawn(style);
        var printed = new PlanForm { Name = form.Name, Attachment = form.Attachment, Printed = true, Columns = form.Columns, Rows = form.Rows };
        return await PlaceAsync(docx, printed, cancel) is { } place
            ? new FormSheet(style, await AloneAsync(docx, place, printed, cancel))
            : FormSheet.Drawn(style);
    }

    private static async Task<FormPlace?> PlaceAsync(byte[] docx, PlanForm form, CancellationToken cancel) =>
        await PlanFile.ReadAsync(docx, "plan.docx", cancel) is DocumentOutcome.Opened { Blocks: var blocks } ? FormSearch.Find(docx, blocks, form) : null;

    // The form cut out of its plan, so that a thousand units do not each unpack the whole plan; the plan itself where the cut is not found again.
    private static async Task<PrintedSheet> AloneAsync(byte[] docx, FormPlace place, PlanForm form, CancellationToken cancel)
    {
        if (FormTemplate.Fill(docx, place, form.Rows, new Dictionary<SlotId, string>()) is TemplateOutcome.Filled { Docx: var cut } && await PlaceAsync(cut, form, cancel) is { } alone)
            return new PrintedSheet(cut, alone);
        return new PrintedSheet(docx, place);
    }

    // The Word file the campaign was made from; null: it came in another way.
    private async Task<byte[]?> PlanAsync(OfficeId office, CampaignId campaign, CancellationToken cancel)
    {
        var key = await store.ReadAsync(
            db => db.Revisions.Where(r => r.OfficeId == office.Value && r.CampaignId == campaign.Value && r.PlanId != null).OrderByDescending(r => r.Number)
                .Join(db.Plans.Where(p => p.BlobKey != null && p.FileName.EndsWith(".docx")), r => r.PlanId, p => p.Id, (_, p) => p.BlobKey).FirstOrDefaultAsync(cancel),
            cancel);
        if (key is null)
            return null;
        await using var stream = await blobs.OpenAsync(BlobKey.Parse(key), cancel);
        if (stream is null)
            return null;
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content, cancel);
        return content;
    }
}
