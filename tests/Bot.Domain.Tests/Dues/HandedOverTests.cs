using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Tests.Reading;
using Xunit;

namespace Bot.Domain.Tests.Dues;

/// <summary>What is handed over by its noun in the words of a message, and what only speaks of it.</summary>
public sealed class HandedOverTests
{
    [Theory]
    [InlineData("报送手抄报作品，请查收。", "works")]
    [InlineData("报送“家庭消防逃生图”手抄报作品3幅，请查收。", "works")]
    [InlineData("现报送我社区“安全在我心”绘画作品。", "works")]
    [InlineData("短视频作品2部已发，请查收", "works")]
    [InlineData("抱歉晚了一天，白塔社区手抄报作品3幅补上。", "works")]
    [InlineData("我社区作品已交", "works")]
    [InlineData("征文作品一并发您邮箱了", "works")]
    [InlineData("张老师好，参赛作品（3幅）请查收", "works")]
    [InlineData("白塔社区交作品5件", "works")]
    [InlineData("昨天忘了，今天把手抄报作品补交上来", "works")]
    [InlineData("提交知识竞赛成绩单1份", "scores")]
    [InlineData("成绩单已上传，请审阅", "scores")]
    [InlineData("白塔社区竞赛成绩单，请查收。", "scores")]
    [InlineData("现将我社区自查报告报送给您，请审阅", "check")]
    [InlineData("自查报告已发邮箱", "check")]
    [InlineData("补报燃气安全自查报告一份", "check")]
    [InlineData("作品3幅、自查报告1份已报送", "check works")]
    [InlineData("手抄报作品3幅，成绩单1份，请查收", "scores works")]
    [InlineData("企业名单见附件", "names")]
    [InlineData("6月12日组织应急演练1场，50人参加。手抄报作品3幅一并报送，请查收。", "m works")]
    public void What_is_handed_over_meets_its_due(string text, string met) => Assert.Equal(met, Met(text));

    [Theory]
    [InlineData("明天交作品")]
    [InlineData("作品交给谁？")]
    [InlineData("区里作品已收")]
    [InlineData("作品还没画好，下周报送")]
    [InlineData("请各社区6月20日前报送手抄报作品")]
    [InlineData("作品什么时候交")]
    [InlineData("6月20日前将手抄报作品报应急办")]
    [InlineData("作品展在二楼，请查收照片")]
    [InlineData("其他社区的作品都交了")]
    [InlineData("自查报告正在写，写完上报")]
    [InlineData("自查报告用报送吗")]
    [InlineData("成绩单还没出来")]
    [InlineData("作品还在做，照片已发，请查收")]
    [InlineData("收到，作品尽快报送")]
    [InlineData("手抄报作品真好看")]
    public void What_only_speaks_of_it_meets_none(string text) => Assert.Equal("", Met(text));

    [Theory]
    [InlineData("我社区手抄报作品3幅", 3, "works")]
    [InlineData("竞赛成绩单", 1, "scores")]
    [InlineData("作品没交，今天补上", 3, "works")]
    [InlineData("居民在画手抄报作品", 3, "")]
    public void With_photos_the_name_is_enough(string text, int photos, string met) => Assert.Equal(met, Met(text, photos));

    [Fact]
    public void What_comes_after_its_deadline_is_late()
    {
        var season = Season();
        season.Say(DueSamples.At("2024-06-21 09:00"), DueCase.Baita, "抱歉晚了一天，手抄报作品3幅补上。");
        Assert.Equal(DueState.Late, season.Find(DueCase.Baita, "works", DueSamples.Day("2024-06-20")).State);
    }

    private static string Met(string text, int photos = 0)
    {
        var season = Season();
        season.Say(DueSamples.At("2024-06-12 09:00"), DueCase.Baita, text, photos);
        return string.Join(' ', season.Dues.Where(d => d.State != DueState.Open).Select(d => d.Of.Obligation).Order(StringComparer.Ordinal));
    }

    private static DueReplay Season() => new(
        CorpusCampaigns.Load("baita-2024") with
        {
            Obligations =
            [
                Thing("works", "作品"), Thing("scores", "竞赛成绩单"), Thing("check", "自查报告"), Thing("names", "重点企业名单"),
                new Obligation { Id = "m", Kind = ObligationKind.Material, Subject = "安全生产月", Schedule = new Schedule.Weekly([DayOfWeek.Thursday], DueSamples.Day("2024-06-01"), DueSamples.Day("2024-06-30")) },
            ],
        },
        [DueCase.Baita],
        DateTimeOffset.Parse("2024-05-01T00:00:00+08:00", CultureInfo.InvariantCulture));

    private static Obligation Thing(string id, string called) =>
        new() { Id = id, Kind = ObligationKind.Other, Thing = called, Subject = "安全生产月", Schedule = new Schedule.Once(DueSamples.Day("2024-06-20")) };
}
