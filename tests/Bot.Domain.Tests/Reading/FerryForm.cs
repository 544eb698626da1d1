using Bot.Domain.Reading;

namespace Bot.Domain.Tests.Reading;

/// <summary>A county's ferry form: study, a question of yes and no, inspections with what was found and mended, talks, a drill.</summary>
internal static class FerryForm
{
    private static readonly IReportReader Reader = ReportReader.Compile(CorpusCampaigns.Of(
    [
        ("study", "1", "学习宣讲", "组织专题学习", "场"),
        ("study.people", "1", "学习宣讲", "组织专题学习 · 参加", "人次"),
        ("led", "1", "学习宣讲", "主要负责人是否带头宣讲", "是否"),
        ("talk", "1", "学习宣讲", "组织座谈", "场"),
        ("talk.people", "1", "学习宣讲", "组织座谈 · 参加", "人次"),
        ("vessels", "1", "隐患排查", "检查船舶", "艘次"),
        ("ferries", "1", "隐患排查", "检查渡口", "处"),
        ("found", "1", "隐患排查", "检查渡口 · 发现隐患", "处"),
        ("mended", "1", "隐患排查", "检查渡口 · 完成整改", "处"),
        ("drill", "1", "应急演练", "开展落水救援演练", "次"),
        ("drill.people", "1", "应急演练", "开展落水救援演练 · 参演", "人次"),
        ("leaflets", "1", "社会宣传", "发放宣传资料", "份"),
        ("banners", "1", "社会宣传", "悬挂横幅", "条"),
    ]));

    public static ReportReading Read(string text) => Reader.Read(text, new ReadingContext { SaidAt = new DateTime(2024, 6, 28, 15, 0, 0), Unit = "甲" });

    /// <summary>What fills the form: <c>slot=value</c>, <c>*</c> for implied, in the order of the names.</summary>
    public static string Metrics(string text) => string.Join(' ', Read(text).Metrics().OrderBy(metric => metric.Slot.Value, StringComparer.Ordinal).Select(metric => $"{metric.Slot.Value}={metric.Value:0}{(metric.Implied ? "*" : string.Empty)}"));
}
