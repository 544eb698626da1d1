using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Domain.Dues;
using Bot.Domain.Plans;

namespace Bot.Host.Verbs;

/// <summary><c>plan compile</c>: a plan's file → what it asks for, and the campaign file to begin with.</summary>
internal sealed class CompilePlan(PlanArguments asked, WorkingDays working, TextWriter output, TextWriter errors)
{
    private const int Refused = 1;
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    /// <summary>Reads the file and writes its reading.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var target = asked.Out is { } path ? new CampaignTarget(path, asked.Force) : null;
        if (target?.Fault() is { } taken) return await ComplainAsync(taken, cancel);
        var (blocks, fault) = await PlanSource.OpenAsync(asked.File, cancel);
        if (blocks is null) return await ComplainAsync(fault!, cancel);
        var reading = PlanCompiler.Read(blocks, working);
        var stem = Path.GetFileNameWithoutExtension(asked.File);
        var text = asked.Json ? PlanJson.Of(reading, stem).ToJsonString(Written) + "\n" : PlanWords.Of(reading);
        await output.WriteAsync(text.AsMemory(), cancel);
        await output.FlushAsync(cancel);
        return target is null ? 0 : await WriteAsync(target, reading, CampaignName.Of(stem, reading), cancel);
    }

    private async Task<int> WriteAsync(CampaignTarget target, PlanReading reading, Domain.Campaigns.CampaignId id, CancellationToken cancel)
    {
        // The text has them at its end.
        foreach (var doubt in asked.Json ? reading.Unsure : [])
            await errors.WriteLineAsync($"请核对：{PlanWords.Doubt(doubt)}".AsMemory(), cancel);
        return await PlanCampaign.Of(reading, id).Match(
            async campaign =>
            {
                if (await target.WriteAsync(campaign, cancel) is { } fault) return await ComplainAsync(fault, cancel);
                await errors.WriteLineAsync($"活动“{id}”已写入{asked.Out}。".AsMemory(), cancel);
                if (campaign.Forms.All(form => form.Origin == Domain.Campaigns.FormOrigin.Ours))
                    await errors.WriteLineAsync("请核对：方案里没有印出统计表，按活动内容拟了一张；可在活动文件里改。".AsMemory(), cancel);
                if (campaign.Obligations.Count == 0)
                    await errors.WriteLineAsync("请核对：没有找到报送要求，活动不会催报。".AsMemory(), cancel);
                return 0;
            },
            async missing => await ComplainAsync($"没有写出活动文件：{string.Join('；', missing.Select(what => what.Reason))}。请在方案里补上再试。", cancel));
    }

    private async Task<int> ComplainAsync(string sentence, CancellationToken cancel)
    {
        await errors.WriteLineAsync(sentence.ReplaceLineEndings(" ").AsMemory(), cancel);
        return Refused;
    }
}
