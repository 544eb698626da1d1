using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

/// <summary>What was put right is the hazard told before it, whatever the words for it; what is still to be put right is none.</summary>
public class RectificationTests
{
    [Theory]
    [InlineData("检查渡口5处，检查船舶7艘次，发现隐患4处，已整改4处。", "ferries=5 found=4 mended=4 vessels=7")]
    [InlineData("检查船舶6艘次，发现隐患3处，当场完成整改2处。", "found=3 mended=2 vessels=6")]
    [InlineData("发现隐患4处，整改4处", "found=4 mended=4")]
    [InlineData("发现隐患4处，完成整改4处", "found=4 mended=4")]
    [InlineData("发现隐患5处，立即整改2处，其余3处限期整改。", "found=5 mended=2")]
    [InlineData("发现隐患4处，现场整改3处，限期整改1处", "found=4 mended=3")]
    [InlineData("检查渡口3处，发现隐患6处，其中4处当场整改，2处限期整改", "ferries=3 found=6 mended=4")]
    [InlineData("检查船舶8艘次，发现隐患1处，1处已整改。", "found=1 mended=1 vessels=8")]
    [InlineData("查出问题隐患9处，立行立改7处，剩余2处正在整改", "found=9 mended=7")]
    [InlineData("发现隐患8处，已全部整改到位8处", "found=8 mended=8")]
    [InlineData("发现隐患8处，6处已改好，2处待整改", "found=8 mended=6")]
    [InlineData("发现隐患8处，整改销号6处", "found=8 mended=6")]
    [InlineData("检查渡口2处，发现安全隐患3处，责令限期整改3处", "ferries=2 found=3")]
    [InlineData("发现隐患5处，整改5处，其中当场整改2处", "found=5 mended=5")]
    [InlineData("6月23日完成整改2处，悬挂横幅2条。", "banners=2 mended=2")]
    [InlineData("已整改隐患2处", "mended=2")]
    [InlineData("整改完成2处", "mended=2")]
    [InlineData("本周检查渡口4处，发现隐患2处。上周的隐患3处本周已整改3处", "ferries=4 found=2 mended=3")]
    public void It_fills_the_blank_for_what_was_mended(string text, string metrics) => Assert.Equal(metrics, FerryForm.Metrics(text));

    [Theory]
    [InlineData("发现隐患4处，已整改4处")]
    [InlineData("发现隐患4处，限期整改4处")]
    [InlineData("发现隐患4处，当场整改4处")]
    public void Where_the_form_has_no_blank_for_it_it_is_shown_with_a_name(string text)
    {
        var reader = ReportReader.Compile(CorpusCampaigns.Of([("found", "1", "隐患", "发现隐患", "处"), ("ways", "1", "隐患", "整改通道隐患", "处")]));
        var reading = reader.Read(text, new ReadingContext { SaidAt = new DateTime(2024, 6, 28, 15, 0, 0), Unit = "甲" });
        Assert.Equal(["found"], reading.Metrics().Select(metric => metric.Slot.Value));
        Assert.Contains("整改", Assert.Single(reading.Extras).Label, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_several_blanks_want_it_it_is_asked()
    {
        var reader = ReportReader.Compile(CorpusCampaigns.Of([("a", "1", "渡口", "渡口检查完成整改", "处"), ("b", "1", "码头", "整改隐患", "处"), ("c", "1", "仓库", "完成整改", "处")]));
        var reading = reader.Read("6月3日整改4处", new ReadingContext { SaidAt = new DateTime(2024, 6, 28, 15, 0, 0), Unit = "甲" });
        Assert.Empty(reading.Metrics());
        Assert.Equal(["b", "c"], reading.Asks.Select(ask => ask.Slot.Value).Order(StringComparer.Ordinal));
    }
}
