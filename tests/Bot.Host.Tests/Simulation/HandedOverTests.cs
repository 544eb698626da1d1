using System.Text.Json.Nodes;
using Bot.Host.Verbs;
using Xunit;

namespace Bot.Host.Tests.Simulation;

/// <summary>What a plan asks for by its name (作品), handed over in the group in the usual words, through the real program.</summary>
public sealed class HandedOverTests : IDisposable
{
    private const string Campaign = """
        id: works
        title: 消防宣传月活动方案
        subject: 消防宣传月
        year: 2025
        period: { from: 2025-11-01, to: 2025-11-30 }

        forms:
          - id: month
            attachment: 1
            name: 消防宣传月活动统计表
            origin: plan
            columns: [活动项目, 活动进展情况]
            rows:
              - name: 消防演练
                lines: ["开展消防演练（{drill.sessions}）场"]
                slots:
                  - { slot: drill.sessions, phrase: 开展消防演练, measure: 场 }

        obligations:
          - id: works
            kind: other
            thing: 作品
            schedule: once
            due: 2025-11-18

          - id: weekly
            kind: material
            schedule: weekly
            weekday: fri
            from: 2025-11-01
            to: 2025-11-30
        """;

    private const string Season = """
        {"campaign": "works.yaml", "from": "2025-11-17T08:00:00+08:00", "to": "2025-11-20T12:00:00+08:00", "units": ["甲小学", "乙小学", "丙小学", "丁小学"], "group": "g1", "admins": ["a1"]}
        {"at": "2025-11-17T10:00:00+08:00", "from": "甲小学", "text": "报送“家庭消防逃生图”手抄报作品3幅，请查收。"}
        {"at": "2025-11-17T11:00:00+08:00", "from": "丙小学", "text": "作品明天报送"}
        {"at": "2025-11-17T12:00:00+08:00", "from": "丁小学", "text": "作品什么时候报送？"}
        {"at": "2025-11-19T10:00:00+08:00", "from": "乙小学", "text": "抱歉晚了，手抄报作品补上。"}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("safetymonth-works");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_handed_over_is_received_on_time_or_late_and_chased_no_more()
    {
        var cancel = TestContext.Current.CancellationToken;
        var scenario = Path.Combine(folder.FullName, "season.jsonl");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "works.yaml"), Campaign, cancel);
        await File.WriteAllTextAsync(scenario, Season, cancel);
        using var output = new StringWriter();

        Assert.Equal(0, await Simulate.RunAsync(scenario, null, output, cancel));

        JsonNode[] told = [.. output.ToString().TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(
            ["2025-11-17T10 已收 甲小学消防宣传月作品。", "2025-11-19T10 已收 乙小学消防宣传月作品。"],
            told[..^1].Where(line => ((string)line["text"]!).Contains("已收", StringComparison.Ordinal)).Select(line => $"{((string)line["at"]!)[..13]} {line["text"]}"));
        Assert.Equal(
            ["甲小学 met", "乙小学 late", "丙小学 open", "丁小学 open"],
            told[^1]["final"]!["dues"]!.AsArray().Where(due => (string)due!["obligation"]! == "other").Select(due => $"{due!["unit"]} {due["state"]}"));
        Assert.Equal(
            ["2025-11-17T09 甲小学、乙小学、丙小学、丁小学", "2025-11-18T09 乙小学、丙小学、丁小学", "2025-11-18T15 乙小学、丙小学、丁小学", "2025-11-19T09 乙小学、丙小学、丁小学", "2025-11-20T09 丙小学、丁小学"],
            from line in told[..^1]
            from due in line["dues"]?.AsArray() ?? []
            where (string)due["obligation"]! == "other"
            select $"{((string)line["at"]!)[..13]} {string.Join('、', due["units"]!.AsArray())}");
    }
}
