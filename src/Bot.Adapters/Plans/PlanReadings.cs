using System.Collections.Concurrent;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Domain.Plans;

namespace Bot.Adapters.Plans;

/// <summary>
/// The reading of a stored plan, made anew from its file: a program that reads better reads old drafts better too. What was
/// read lately is kept, for a page is opened many times.
/// </summary>
internal sealed class PlanReadings(IBlobs blobs, ICampaigns campaigns, WorkingDays working)
{
    private const int Most = 32;

    private readonly ConcurrentDictionary<string, PlanReading> known = new(StringComparer.Ordinal);

    /// <summary>The reading of a file that was just handed in, or why there is none.</summary>
    public async Task<(PlanReading? Reading, string? Refusal)> OfFileAsync(byte[] content, string name, CancellationToken cancel) =>
        await PlanFile.ReadAsync(content, name, cancel) switch
        {
            DocumentOutcome.Opened opened => (PlanCompiler.Read(opened.Blocks, working), null),
            DocumentOutcome.Refused refused => (null, refused.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The reading of a draft as the program reads it, without anybody's corrections.</summary>
    public async Task<PlanReading> OfAsync(PlanRow row, CancellationToken cancel)
    {
        var key = row.BlobKey is { } blob ? $"{blob} {row.FileName}" : $"{row.OfficeId} {row.AfterCampaign}@{row.AfterRevision} {row.ForYear}";
        if (known.TryGetValue(key, out var read)) return read;
        if (known.Count >= Most) known.Clear();
        return known[key] = row.BlobKey is { } stored ? await OfBlobAsync(BlobKey.Parse(stored), row.FileName, cancel) : await AfterAsync(row, cancel);
    }

    /// <summary>With what people said otherwise.</summary>
    public PlanReading Corrected(PlanReading read, IReadOnlyList<PlanCorrection> corrections) => CorrectedPlan.Of(read, corrections, working);

    private async Task<PlanReading> OfBlobAsync(BlobKey key, string name, CancellationToken cancel)
    {
        await using var stream = await blobs.OpenAsync(key, cancel);
        if (stream is null) return Unread("方案的原文件已不在，读不出内容");
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content, cancel);
        var (reading, refusal) = await OfFileAsync(content, name, cancel);
        return reading ?? Unread(refusal ?? "方案打不开");
    }

    private async Task<PlanReading> AfterAsync(PlanRow row, CancellationToken cancel)
    {
        var former = await campaigns.GetAsync(new OfficeId(row.OfficeId), new RevisionId(new CampaignId(row.AfterCampaign!), row.AfterRevision!.Value), cancel);
        return NextYear.Of(former.Campaign, row.ForYear!.Value, working);
    }

    private static PlanReading Unread(string because) => new() { Unsure = [new PlanDoubt("title", "", because)] };
}
