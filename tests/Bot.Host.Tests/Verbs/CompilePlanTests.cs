using System.Text;
using System.Text.Json.Nodes;
using Bot.Adapters.Campaigns;
using Xunit;

namespace Bot.Host.Tests.Verbs;

/// <summary><c>plan compile</c>: arguments, files that are no plans, what is written where.</summary>
public sealed class CompilePlanTests : IDisposable
{
    private const string Plan = """
        青山镇2024年“安全生产月”活动方案

        一、活动时间
        2024年6月1日至30日。
        二、活动内容
        （一）开展应急演练。
        （二）开展安全宣讲。
        三、工作要求
        各村（社区）于6月28日前报送活动总结。活动期间及时报送活动图片。
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("safetymonth-plan");

    public static TheoryData<string> Plans => [.. new[] { "", "own", "fresh/open", "fresh/more", "fresh/devlike", "fresh/kept" }.SelectMany(PlanCorpus.Texts).Select(f => Path.GetRelativePath(PlanCorpus.Folder, f))];

    private string Target => In("campaign.yaml");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("", "Give the plan's file")]
    [InlineData("a.txt b.txt", "One plan at a time")]
    [InlineData("a.txt --xml", "Unknown option \"--xml\"")]
    [InlineData("a.txt --out", "--out needs a value")]
    [InlineData("a.txt --out --json", "--out needs a value")]
    [InlineData("a.txt --json --json", "--json is given twice")]
    [InlineData("a.txt --force", "give --out too")]
    [InlineData("a.txt --out ./a.txt", "the plan's own file")]
    public async Task Wrong_arguments_are_told_in_one_sentence(string args, string told)
    {
        var (code, said, complained) = await PlanCorpus.CompileAsync(args.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((64, ""), (code, said));
        Assert.Contains(told, complained, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', complained);
    }

    [Fact]
    public async Task A_file_that_is_no_plan_gives_one_line_that_says_what_to_do()
    {
        (string Path, string Told)[] files =
        [
            (In("nowhere.txt"), "没有文件"),
            (In("nowhere/plan.txt"), "没有文件"),
            (folder.FullName, "是文件夹"),
            (Put("empty.txt", []), "没有内容"),
            (Put("blank.txt", " \n\t\n　"u8), "没有内容"),
            (Put("binary.txt", [0, 1, 2, 3, 255, 254, 0, 0, 7, 8, 9, 200]), "不是能读的格式"),
            (Put("half.docx", "PK\x03\x04 and no more"u8), "docx"),
            (Put("large.txt", new byte[(10 << 20) + 1]), "超过10MB"),
        ];
        foreach (var (path, told) in files)
        {
            var (code, said, complained) = await PlanCorpus.CompileAsync(path, "--json", "--out", Target);
            Assert.True(code == 1 && said.Length == 0 && complained.Contains(told, StringComparison.Ordinal), $"{path}: {code} {said}{complained}");
            Assert.Single(complained.TrimEnd('\n').Split('\n'));
            Assert.False(File.Exists(Target), path);
        }
    }

    [Fact]
    public async Task A_plan_is_told_in_chinese_with_the_sentence_each_hand_in_came_from()
    {
        var (code, said, complained) = await PlanCorpus.CompileAsync(Put("plan.txt", Encoding.UTF8.GetBytes(Plan)));
        Assert.Equal((0, ""), (code, complained));
        Assert.Contains("标题：青山镇2024年“安全生产月”活动方案\n", said, StringComparison.Ordinal);
        Assert.Contains("原文：各村(社区)于6月28日前报送活动总结。".Replace('(', '（').Replace(')', '）'), said, StringComparison.Ordinal);
        Assert.Contains("请核对：方案要求报送，但没有写明哪一天（", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_all_that_is_printed_and_what_is_unsure_goes_beside_the_written_file()
    {
        var plan = Put("green-hill.txt", Encoding.UTF8.GetBytes(Plan));
        var (code, said, complained) = await PlanCorpus.CompileAsync(plan, "--json");
        Assert.Equal((0, ""), (code, complained));
        var read = JsonNode.Parse(said)!;
        Assert.Equal("green-hill", (string?)read["id"]);
        Assert.Equal("summary material", string.Join(' ', read["obligations"]!.AsArray().Select(o => (string?)o!["id"])));
        Assert.All(read["obligations"]!.AsArray(), o => Assert.Equal("安全生产月", (string?)o!["subject"]));
        Assert.NotEmpty(read["unsure"]!.AsArray());

        (code, var again, complained) = await PlanCorpus.CompileAsync(plan, "--json", "--out", Target);
        Assert.Equal((0, said), (code, again));
        Assert.Contains("请核对：方案要求报送，但没有写明哪一天", complained, StringComparison.Ordinal);
        Assert.Contains($"活动“green-hill”已写入{Target}。", complained, StringComparison.Ordinal);
        Assert.Contains("按活动内容拟了一张", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_is_listed_with_its_row_and_a_form_that_is_not_printed_has_none()
    {
        var dev = JsonNode.Parse((await PlanCorpus.CompileAsync(Path.Combine(PlanCorpus.Folder, "dev-05.txt"), "--json")).Said)!;
        Assert.Equal("""{"slot":"passage.drill.attendance","row":"生命通道","phrase":"开展疏散演练 · 参演","measure":"人次"}""", dev["forms"]![1]!["slots"]![13]!.ToJsonString(Plain));
        Assert.Equal("[]", dev["forms"]![0]!["slots"]!.ToJsonString());
        var own = JsonNode.Parse((await PlanCorpus.CompileAsync(Path.Combine(PlanCorpus.Folder, "own", "dongming-2023.txt"), "--json")).Said)!;
        Assert.All(own["forms"]!.AsArray(), form => Assert.True(form!.AsObject().ContainsKey("slots") && form["slots"] is null));
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_when_told_so()
    {
        var plan = Put("plan.txt", Encoding.UTF8.GetBytes(Plan));
        await File.WriteAllTextAsync(Target, "mine");
        var (code, said, complained) = await PlanCorpus.CompileAsync(plan, "--out", Target);
        Assert.Equal((1, ""), (code, said));
        Assert.Contains("--force", complained, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Target));

        Assert.Equal(0, (await PlanCorpus.CompileAsync(plan, "--out", Target, "--force")).Code);
        Assert.StartsWith("id: plan", await File.ReadAllTextAsync(Target), StringComparison.Ordinal);
        foreach (var (path, told) in new[] { (folder.FullName, "是文件夹"), (In("nowhere/campaign.yaml"), "所在的文件夹") })
        {
            (code, _, complained) = await PlanCorpus.CompileAsync(plan, "--out", path, "--force");
            Assert.True(code == 1 && complained.Contains(told, StringComparison.Ordinal), complained);
        }
    }

    [Fact]
    public async Task A_plan_without_a_period_becomes_no_campaign_and_says_so()
    {
        var plan = Put("plan.txt", "某镇安全生产活动方案\n\n一、活动内容\n开展演练。\n"u8);
        var (code, said, complained) = await PlanCorpus.CompileAsync(plan, "--out", Target);
        Assert.Equal(1, code);
        Assert.Contains("标题：某镇安全生产活动方案", said, StringComparison.Ordinal);
        Assert.Equal("没有写出活动文件：看不出是哪一年的方案，活动起止时间定不下来。请在方案里补上再试。\n", complained);
        Assert.False(File.Exists(Target));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Every_plan_of_the_corpus_becomes_a_campaign_file_that_can_be_read(string plan)
    {
        Assert.Equal(0, (await PlanCorpus.CompileAsync(Path.Combine(PlanCorpus.Folder, plan), "--json", "--out", Target)).Code);
        var campaign = CampaignYaml.Open(Target).Match(read => read, faults => throw new InvalidOperationException(faults[0].ToString()));
        Assert.Equal(CampaignYamlWriter.Write(campaign), await File.ReadAllTextAsync(Target));
        Assert.NotEmpty(campaign.Slots);
    }

    [Fact]
    public async Task A_plan_whose_file_has_a_chinese_name_gets_a_name_that_stays()
    {
        var first = await IdAsync("方案（定稿）.txt", Plan);
        Assert.Matches("^plan-2024-[0-9a-f]{6}$", first);
        Assert.Equal(first, await IdAsync("方案（定稿）2.txt", Plan));
        Assert.NotEqual(first, await IdAsync("方案.txt", Plan.Replace("青山镇", "绿水镇", StringComparison.Ordinal)));
        Assert.Equal("green-hill-2024", await IdAsync("Green Hill_2024.txt", Plan));
    }

    private static System.Text.Json.JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<string> IdAsync(string name, string plan)
    {
        await PlanCorpus.CompileAsync(Put(name, Encoding.UTF8.GetBytes(plan)), "--out", Target, "--force");
        return CampaignYaml.Open(Target).Match(campaign => campaign.Id.Value, faults => faults[0].ToString());
    }

    private string In(string name) => Path.Combine(folder.FullName, name);

    private string Put(string name, ReadOnlySpan<byte> content)
    {
        File.WriteAllBytes(In(name), content);
        return In(name);
    }
}
