using System.Text;
using System.Text.Json;
using Bot.Adapters.Documents;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;
using Xunit;

namespace Bot.Adapters.Tests.Documents;

public class RollupTextTests
{
    private static FilledForm Season => new FilledForm("changzhou-2022")
        .Book("study.centre_group.times", 2).Book("study.centre_group.attendance", 30, bound: Bound.About, excerpt: "=2+5,\"共\"")
        .Book("study.centre_group.times", -1, unit: 2, cause: BookingCause.Adjustment, excerpt: null, who: "-管理员");

    [Fact]
    public void Csv_opens_in_Chinese_and_has_a_line_for_every_blank_and_unit()
    {
        var bytes = RollupCsv.Figures([Season.Rollup()]);
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(1 + 42 * 4 + 1, lines.Length);
        Assert.Equal("表,栏目,填报项,单位词,单位,状态,数,约数,其中按1次计,其中补差,其中待核,编号", lines[0]);
        Assert.Equal("“安全生产月”活动进展情况统计表,学习习近平总书记关于安全生产重要论述,理论学习中心组学习,次,白塔社区,已报,2,,,,,study.centre_group.times", lines[1]);
        Assert.EndsWith("桃仙社区,已报,-1,,,,,study.centre_group.times", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("李相村,未报,,,,,,study.centre_group.times", lines[3], StringComparison.Ordinal);
        Assert.EndsWith(",合计,已报2家，应报3家,1,,,,,study.centre_group.times", lines[4], StringComparison.Ordinal);
        Assert.EndsWith("白塔社区,已报,30,约,,,,study.centre_group.attendance", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_sources_guard_against_formulas_and_leave_numbers_alone()
    {
        var lines = Encoding.UTF8.GetString(RollupCsv.Sources([Season.Rollup()]).AsSpan(3)).Split("\r\n");

        Assert.Contains(",\"'=2+5,\"\"共\"\"\",", lines[2], StringComparison.Ordinal);
        Assert.Contains(",-1,,核减,,,2022-06-13 15:20,'-管理员,已删除,", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_lists_figures_units_missing_ones_and_sources()
    {
        var bytes = RollupJson.Write([Season.Rollup()]);
        using var json = JsonDocument.Parse(bytes);
        var form = json.RootElement.GetProperty("forms").EnumerateArray().Single();

        Assert.Contains("理论学习中心组学习", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(["李相村"], form.GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
        var figures = form.GetProperty("figures").EnumerateArray().ToList();
        Assert.Equal(42, figures.Count);
        Assert.Equal((1, "exact"), (figures[0].GetProperty("value").GetInt32(), figures[0].GetProperty("bound").GetString()));
        Assert.Equal((30, "about"), (figures[1].GetProperty("value").GetInt32(), figures[1].GetProperty("bound").GetString()));
        Assert.False(figures[2].TryGetProperty("value", out _));
        Assert.Equal([2, 1, 0], form.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("figures").GetArrayLength()));
        var source = form.GetProperty("sources").EnumerateArray().Last();
        Assert.Equal(("adjustment", -1, "2022-06-13"), (source.GetProperty("cause").GetString(), source.GetProperty("delta").GetInt32(), source.GetProperty("days").GetString()));
        Assert.False(source.TryGetProperty("excerpt", out _));
    }
}
