using System.Security.Cryptography;
using System.Text;
using Bot.Adapters.Campaigns;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Activating a campaign stores an immutable revision; the same file again is the same revision.</summary>
internal sealed class CampaignActivation
{
    /// <summary>Stores the next revision, or finds the one with just this content.</summary>
    public async Task<RevisionId> ActivateAsync(BotDb db, Guid office, string source, Guid? by, DateTimeOffset now, CancellationToken cancel)
    {
        var campaign = Load(source);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
        var former = await db.Revisions.Where(r => r.OfficeId == office && r.CampaignId == campaign.Id.Value).ToListAsync(cancel);
        if (former.Find(r => r.SourceHash == hash) is { } same) return new RevisionId(campaign.Id, same.Number);
        var number = former.Count == 0 ? 1 : former.Max(r => r.Number) + 1;
        db.Revisions.Add(new RevisionRow
        {
            OfficeId = office, CampaignId = campaign.Id.Value, Number = number, Title = campaign.Title, Source = source, SourceHash = hash,
            ActivatedAt = now, ActivatedBy = by,
        });
        return new RevisionId(campaign.Id, number);
    }

    /// <summary>The campaign of a source that was checked before it was stored.</summary>
    public static Campaign Load(string source) => CampaignYaml.Read(Encoding.UTF8.GetBytes(source), "revision") switch
    {
        CampaignFile.Loaded loaded => loaded.Campaign,
        CampaignFile.Broken broken => throw new InvalidOperationException($"A stored revision does not load: {broken.Faults[0]}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
