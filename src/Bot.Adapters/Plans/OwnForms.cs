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
/// Filled forms as Word files: a unit's in the plan's own table where the plan came as a Word file that takes them, else in the
/// table we draw. What stands on several units is always drawn by us, for it must say how many.
/// </summary>
internal sealed class OwnForms(Store store, IBlobs blobs)
{
    /// <summary>The file.</summary>
    public async Task<byte[]> WriteAsync(OfficeId office, Rollup rollup, FormDocxOptions options, CancellationToken cancel) =>
        await InPlanAsync(office, rollup, options, cancel) ?? FormDocx.Write(rollup, options);

    private async Task<byte[]?> InPlanAsync(OfficeId office, Rollup rollup, FormDocxOptions options, CancellationToken cancel)
    {
        if (rollup.Form.Origin != FormOrigin.Plan || rollup.Units.Count > 1 || await PlanAsync(office, rollup.Campaign, cancel) is not { } docx)
            return null;
        if (await PlanFile.ReadAsync(docx, "plan.docx", cancel) is not DocumentOutcome.Opened { Blocks: var blocks })
            return null;
        var form = new PlanForm { Name = rollup.Form.Name, Attachment = rollup.Form.Attachment, Printed = true, Columns = rollup.Form.Columns, Rows = rollup.Form.Rows };
        if (FormSearch.Find(docx, blocks, form) is not { } place)
            return null;
        var values = rollup.Form.Slots.Where(slot => rollup[slot.Id].Value is not null).ToDictionary(slot => slot.Id, slot => FormCellText.Of(slot, rollup[slot.Id], oneUnit: true));
        var head = new FormHead { Unit = rollup.UnitName, Contact = options.Contact, Phone = options.Phone, FilledOn = options.FilledOn };
        return FormTemplate.Fill(docx, place, form.Rows, values, head) is TemplateOutcome.Filled filled ? filled.Docx : null;
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
