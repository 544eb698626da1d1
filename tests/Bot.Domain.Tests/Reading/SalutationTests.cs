using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

/// <summary>Who is addressed and greeted at a message's beginning tells nothing of what follows.</summary>
public class SalutationTests
{
    private const string Told = "我公司6月3日检查船舶6艘次，发放宣传资料30份。";

    [Theory]
    [InlineData("各位好，")]
    [InlineData("大家好，")]
    [InlineData("各位领导好，")]
    [InlineData("领导好！")]
    [InlineData("早上好，")]
    [InlineData("你好，")]
    [InlineData("各位领导、各位同事，大家下午好：")]
    [InlineData("@张主任 您好，")]
    [InlineData("各位老师晚上好～")]
    [InlineData("各位领导：")]
    [InlineData("尊敬的各位领导：\n")]
    [InlineData("各位领导辛苦了！")]
    [InlineData("各位领导好")]
    [InlineData("王书记你好")]
    [InlineData("李总好，")]
    [InlineData("张姐早，")]
    [InlineData("群里各位领导早，")]
    [InlineData("Hi，大家好，")]
    [InlineData("小陈，你好！")]
    [InlineData("早上好各位，")]
    [InlineData("主任好，打扰一下，")]
    [InlineData("亲爱的同事们，大家上午好！")]
    [InlineData("大家節日快樂！")]
    public void A_report_behind_it_is_read_as_without_it(string salutation)
    {
        Assert.Equal(FerryForm.Metrics(Told), FerryForm.Metrics(salutation + Told));
        var reading = FerryForm.Read(salutation + Told);
        Assert.Equal(ReadingKind.Report, reading.Kind);
        Assert.Equal("2024-06-03", string.Join(',', reading.Days));
    }

    [Theory]
    [InlineData("大家好", ReadingKind.Other)]
    [InlineData("大家好，明天上午9点召开视频会，请各社区派2人参加。", ReadingKind.Other)]
    [InlineData("各位好，请各单位于本周五前报送活动材料，演练不少于1场。", ReadingKind.Other)]
    [InlineData("大家好，转发一则通知：全区开展演练210场。", ReadingKind.Other)]
    [InlineData("各位联络员早上好。提醒三件事：本周四17点前交材料，演练不少于1次，参与居民不少于50人。", ReadingKind.Other)]
    [InlineData("@所有人 大家好，本周五前报送演练1场的材料", ReadingKind.Other)]
    [InlineData("好的，收到", ReadingKind.Other)]
    [InlineData("各位好，请问咨询台算场次还是个数？", ReadingKind.Query)]
    [InlineData("领导好，昨天的资料数写错了，应为20份", ReadingKind.Correction)]
    [InlineData("领导好，刚才那条发错了，请撤回", ReadingKind.Retraction)]
    [InlineData("各位领导好，我公司联络员换成陈涛，电话13900000001", ReadingKind.Registration)]
    public void What_it_is_meant_as_is_told_by_what_follows(string text, ReadingKind kind) => Assert.Equal(kind, FerryForm.Read(text).Kind);

    [Fact]
    public void A_zero_report_behind_it_is_one() => Assert.True(FerryForm.Read("各位领导好，本周无活动。").Nil);

    [Theory]
    [InlineData("早上组织专题学习1场，38人参加。", "study=1 study.people=38")]
    [InlineData("数据汇总好，专题学习1场，30人参加", "study=1 study.people=30")]
    [InlineData("大家好评如潮的专题学习今天又办1场，30人参加", "study=1 study.people=30")]
    public void What_only_looks_like_one_stays(string text, string metrics) => Assert.Equal(metrics, FerryForm.Metrics(text));
}
