using System.Globalization;
using Bot.Adapters.Imports;

namespace Bot.Host.Verbs;

/// <summary>What <c>import</c> says: the review table, and at the end what was read, counted, asked and skipped.</summary>
internal sealed class ImportSentences(ImportTarget target, TextWriter output)
{
    public async Task ReviewAsync(ILogReader log, LogReview review, IReadOnlyList<SenderLine> senders)
    {
        var span = review.Messages == 0 ? "" : $"，{Moment(review.First)} 至 {Moment(review.Last)}";
        await SayAsync($"{log.Kind}：{review.Messages}条消息，{senders.Count}个发言人{span}");
        await SayAsync(target.IsNew ? $"群：{target.GroupName}（确认时新建）" : $"群：{target.GroupName}");
        if (target.Binds is { } campaign) await SayAsync($"活动：{campaign}（确认时绑定）");
        await SayAsync("发言人\t条数\t单位\t姓名\t依据");
        foreach (var s in senders)
        {
            var because = s.IsLeftOut ? "不计" : s.IsMatched ? s.Because : "没有对上：导入后在后台待认领，认领了才计入";
            await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{s.Name}\t{s.Messages}\t{string.Join('、', s.Units)}\t{s.Person}\t{because}"));
        }

        await SkippedAsync(review.Skipped);
        foreach (var broken in review.Broken) await SayAsync(string.Create(CultureInfo.InvariantCulture, $"第{broken.Line}行\t{broken.Sentence}"));
        if (review.BrokenPlaces > review.Broken.Count) await SayAsync($"这样的地方共{review.BrokenPlaces}处");
    }

    public async Task ReportAsync(LogReview review, ImportReport report, ImportOutcome outcome, LogMedia media)
    {
        await SayAsync("");
        await SayAsync($"读到\t{report.Read}");
        await SayAsync($"本次导入\t{report.Taken}");
        if (report.Changed > 0) await SayAsync($"改过，按新的重记\t{report.Changed}");
        if (report.Before > 0) await SayAsync($"以前导入过\t{report.Before}");
        if (report.Heard > 0) await SayAsync($"群里已经收到过\t{report.Heard}");
        if (report.LeftOut > 0) await SayAsync($"发言人不计\t{report.LeftOut}");
        await SayAsync($"记入台账\t{outcome.Counted}");
        await SayAsync($"有疑问（在后台“报送记录”的“未入账”里，不发到群里）\t{outcome.Asked}");
        await SayAsync($"待认领\t{outcome.Unclaimed}");
        if (outcome.Old > 0) await SayAsync($"是报送，没有可记的新数\t{outcome.Old}");
        await SayAsync($"不是报送\t{outcome.Quiet}");
        if (outcome.Failed > 0) await SayAsync($"没有处理成\t{outcome.Failed}");
        if (outcome.Waiting > 0) await SayAsync($"还在排队，运行中的机器人会接着处理\t{outcome.Waiting}");
        if (media.Taken > 0) await SayAsync($"照片和文件\t{media.Taken}");
        if (media.Missing > 0) await SayAsync($"没有随附的照片和文件\t{media.Missing}");
        if (media.Refused > 0) await SayAsync($"不能收的照片和文件\t{media.Refused}");
        await SkippedAsync(report.Skipped);
        if (review.BrokenPlaces > 0) await SayAsync($"坏了没有读的地方\t{review.BrokenPlaces}");
    }

    private async Task SkippedAsync(SortedDictionary<string, int> reasons)
    {
        foreach (var (reason, count) in reasons) await SayAsync($"略过：{reason}\t{count}");
    }

    private string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, target.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private Task SayAsync(string line) => output.WriteLineAsync(line);
}
