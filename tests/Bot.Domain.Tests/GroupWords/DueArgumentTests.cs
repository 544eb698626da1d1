using Bot.Domain.Dues;
using Bot.Domain.GroupWords;
using Bot.Domain.Organisation;
using Bot.Domain.Tests.Dues;
using Xunit;

namespace Bot.Domain.Tests.GroupWords;

/// <summary>What stands behind 免报, 请假 and 延期.</summary>
public sealed class DueArgumentTests
{
    // A Friday.
    private static readonly DateTime Said = new(2024, 6, 14, 10, 0, 0);

    private static readonly Unit[] Units =
    [
        new() { Id = new UnitId(new Guid(1, 0, 0, new byte[8])), Name = "前榆村", Order = 1, Aliases = ["前榆"] },
        new() { Id = new UnitId(new Guid(2, 0, 0, new byte[8])), Name = "后榆村", Order = 2 },
    ];

    [Theory]
    [InlineData("前榆村", "前榆村", "material summary progress side-summary", "")]
    [InlineData("前榆 总结", "前榆村", "summary side-summary", "")]
    [InlineData("前榆村总结", "前榆村", "summary side-summary", "")]
    [InlineData("后榆村 沈阳行 总结 村里换届", "后榆村", "side-summary", "村里换届")]
    [InlineData("后榆村：图文，原因：停电", "后榆村", "material", "停电")]
    [InlineData("后榆村 因为停电 总结不了", "后榆村", "material summary progress side-summary", "停电 总结不了")]
    [InlineData("前屿村 总结", null, "material summary progress side-summary", "前屿村 总结")]
    [InlineData("家里有事", null, "material summary progress side-summary", "家里有事")]
    public void An_excuse_names_a_unit_then_what_then_why(string words, string? unit, string obligations, string because)
    {
        var season = new SampleSeason();
        var read = ExcuseWords.Read(words, Units, new TopicReader([season.Running.Campaign]), Said);
        Assert.Equal((unit, because), (read.Unit?.Name, read.Because));
        Assert.Equal(obligations.Split(' '), season.Running.Campaign.Obligations.Where(o => read.Topic.IsAbout(new ObligationKey(new("sample-2024"), o.Id))).Select(o => o.Id));
    }

    [Theory]
    [InlineData("总结 到 6月28日 台风停课", "summary side-summary", null, "2024-06-28", "台风停课")]
    [InlineData("总结到6月28日", "summary side-summary", null, "2024-06-28", "")]
    [InlineData("总结 6月25日到28日，因台风", "summary side-summary", "2024-06-25", "2024-06-28", "台风")]
    [InlineData("6月20日的图文 改到 6.21（原因：停电）", "material", "2024-06-20", "2024-06-21", "停电")]
    [InlineData("图文延到下周五", "material", null, "2024-06-21", "")]
    [InlineData("图文 到 周四", "material", null, "2024-06-20", "")]
    [InlineData("到 明天", "material summary progress side-summary", null, "2024-06-15", "")]
    [InlineData("总结", "summary side-summary", null, null, "")]
    [InlineData("", "material summary progress side-summary", null, null, "")]
    public void A_postponement_names_what_its_day_the_new_day_and_why(string words, string obligations, string? day, string? to, string because)
    {
        var season = new SampleSeason();
        var read = PostponeWords.Read(words, new TopicReader([season.Running.Campaign]), Said);
        Assert.NotNull(read);
        Assert.Equal((day, to, because), (read.Topic.Days?.From.ToString("yyyy-MM-dd"), read.To?.ToString("yyyy-MM-dd"), read.Because));
        Assert.Equal(obligations.Split(' '), season.Running.Campaign.Obligations.Where(o => read.Topic.IsAbout(new ObligationKey(new("sample-2024"), o.Id))).Select(o => o.Id));
    }

    [Theory]
    [InlineData("原定6月15日的演练改到6月20日举行")]
    [InlineData("应急演练 到 6月20日")]
    [InlineData("一周")]
    public void What_is_put_off_but_not_owed_is_no_postponement(string words) =>
        Assert.Null(PostponeWords.Read(words, new TopicReader([new SampleSeason().Running.Campaign]), Said));
}
