using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

[Collection(Alone.Name)]
public class HostileTextTests
{
    private static readonly ReadingContext Context = new() { SaidAt = new DateTime(2024, 6, 19, 15, 0, 0) };

    public static TheoryData<string> Texts => new()
    {
        string.Empty,
        "   \n\t ",
        new string('7', 10_000),
        new string('7', 10_000) + "人参加演练",
        string.Concat(Enumerable.Repeat("十", 60)) + "人",
        string.Concat(Enumerable.Repeat("一百", 400)) + "人",
        string.Concat(Enumerable.Repeat("1,", 4000)),
        string.Concat(Enumerable.Repeat("6月32日", 2000)),
        string.Concat(Enumerable.Repeat("（", 3000)) + "2）场",
        string.Concat(Enumerable.Repeat("“演练", 3000)),
        "6月45日 13月5日 2月30日 演练1场",
        "\u0000\u0001\u202e演\u200b练\u00021场\u0007",
        "演练\ud83d1场\ude00，\udfff20人",
        "第七七第第七七届",
        "演练" + string.Concat(Enumerable.Repeat("12场", 400)), // cut for its length, in the middle of a figure
        "999999999999999999999999亿亿亿人",
        "0.00000000000000000000000000001人",
        "____________________________________场",
        "((((((((((((((((((((((((√是□否",
        "|||||||||||||\n|1|2|3|",
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_text_throws_and_spans_stay_inside(string text)
    {
        foreach (var campaign in (string[])["baita-2024", "changzhou-2022"])
        {
            var reading = CorpusCampaigns.Reader(campaign).Read(text, Context);
            var spans = reading.Activities.SelectMany(activity => activity.Components.Select(part => part.Span)).Concat(reading.Extras.Select(extra => extra.Span)).Concat(reading.LeftOver);
            Assert.All(spans, span => Assert.InRange(span.To, span.From, text.Length));
            Assert.NotEmpty(Explanation.Of(text, reading));
        }
    }

    [Fact]
    public void An_absurd_number_is_no_metric() =>
        Assert.DoesNotContain(CorpusCampaigns.Reader("baita-2024").Read(new string('9', 10_000) + "人参加演练", Context).Metrics(), metric => metric.Value > 1);

    [Theory]
    [InlineData("6月13日，我社区组织开展消防应急疏散演练2场，参与群众一百二十余人，张贴海报30张。")]
    [InlineData("7")]
    [InlineData("十")]
    [InlineData("一百")]
    [InlineData("组织开展应急疏散演练（2）场，参与（141）人次；")]
    [InlineData("书记宣讲 ")]
    [InlineData("“演练，")]
    [InlineData("参加20人、")]
    public void Work_grows_with_the_length_and_no_faster(string unit)
    {
        var reader = CorpusCampaigns.Reader("baita-2024");
        reader.Read(Repeat(unit, 18_000), Context);
        var small = Allocated(reader, Repeat(unit, 4_500));
        var large = Allocated(reader, Repeat(unit, 18_000));
        Assert.True(large < small * 8, $"{small} bytes for 4,500 characters, {large} for 18,000");
    }

    [Fact]
    public void A_figure_may_be_the_last_thing_said() =>
        Assert.Empty(CorpusCampaigns.Reader("baita-2024").Read("形成清单后调整了5处", Context).Activities);

    [Fact]
    public void A_long_message_that_is_nearly_all_quoted_is_read() =>
        Assert.Empty(CorpusCampaigns.Reader("baita-2024").Read("请问“" + new string('安', 150) + "”", Context).Activities);

    [Fact]
    public void A_megabyte_is_read()
    {
        var text = Repeat("6月13日，我社区组织开展消防应急疏散演练2场，参与群众一百二十余人，张贴海报30张。\n", ReportReader.Longest + 100);
        var reading = CorpusCampaigns.Reader("baita-2024").Read(text, Context);
        Assert.Equal(ReadingKind.Report, reading.Kind);
        Assert.Equal(new TextSpan(ReportReader.Longest, text.Length), reading.LeftOver[^1]);
    }

    private static string Repeat(string unit, int characters) => string.Concat(Enumerable.Repeat(unit, (characters / unit.Length) + 1));

    private static long Allocated(IReportReader reader, string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        reader.Read(text, Context);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
