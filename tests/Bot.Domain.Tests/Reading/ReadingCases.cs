using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

/// <summary>Messages outside the corpus, with what they mean. <c>slot=value</c>, a bound behind <c>~</c>, <c>*</c> for implied.</summary>
public class ReadingCases
{
    private static readonly DateTime SaidAt = new(2024, 6, 28, 15, 0, 0);

    [Theory]
    [InlineData("6月20日，桃仙社区邀请消防大队教官为辖区物业人员开展消防安全培训1场，58人参训，并现场进行灭火器实操演练，发放宣传手册120本。", "study.lecture.sessions=1 study.lecture.attendance=58 lifeline.drill.sessions=1*")]
    [InlineData("我社区本周开展安全宣传进社区活动3场，参与群众约200人次；进家庭活动5场，入户120户；进学校1场，学生及家长90人参加。", "fivein.community.sessions=3 fivein.community.attendance=200~About fivein.family.sessions=5 fivein.school.sessions=1 fivein.school.attendance=90")]
    [InlineData("丰乐社区微信公众号开设“畅通生命通道”专题专栏1个，发布原创作品6件，阅读受众达5000余人。", "consult.online_column.count=1 consult.online_work.count=6 consult.online_work.audience=5000~Over")]
    [InlineData("6月21日，柳岸社区在居民活动室举办普法讲座和消防安全讲座各1场，共有65名居民参加。", "study.lecture.sessions=2 study.lecture.attendance=65")]
    [InlineData("昨天下午，社区联合消防救援站开展了消防安全知识培训暨疏散演练，60人参加培训，48人参加演练。", "study.lecture.sessions=1* study.lecture.attendance=60 lifeline.drill.sessions=1* lifeline.drill.attendance=48")]
    [InlineData("河畔社区6月22日邀请专家开展燃气安全知识讲座，原计划60人，实到47人。", "study.lecture.sessions=1* study.lecture.attendance=47")]
    [InlineData("沈营社区：6月19日进企业宣传2家，进学校宣传1所，发放资料200份", "fivein.enterprise.sessions=2 fivein.school.sessions=1")]
    [InlineData("6月19日上午，我社区参加街道组织的安全生产月现场咨询日活动，带去展板2块。", "consult.board.count=2")]
    [InlineData("6.20 观看警示片2场次（58人）、张贴挂图6张（消防4张、用电2张）", "study.film.sessions=2 study.film.attendance=58 consult.poster.count=6")]
    [InlineData("6月17日，LED屏滚动播放宣传标语120次，悬挂条幅8条。", "consult.poster.count=8")]
    [InlineData("组织居民收看安全生产月主题片，分3批观看，共计126人", "study.film.sessions=3 study.film.attendance=126")]
    [InlineData("应急疏散演练﹝２﹞场，参与〔１，３０５〕人次", "lifeline.drill.sessions=2 lifeline.drill.attendance=1305")]
    [InlineData("组织 应急疏散演练（ ２ ）场，参 与（９８）人次；咨询台（　）处", "lifeline.drill.sessions=2 lifeline.drill.attendance=98")]
    public void Reports_of_a_street_fill_their_slots(string text, string metrics) => AssertReads("baita-2024", text, metrics);

    [Theory]
    [InlineData("今天公司搞了安全知识竞赛，8支代表队40人参赛，观众120人。", "consult.quiz.sessions=1* consult.quiz.attendance=160")]
    [InlineData("6月22日，我公司开展安全生产培训2期，共培训员工150人次。", "study.open_class.sessions=2 study.open_class.attendance=150")]
    [InlineData("6月14日上午，区工信局党组召开理论学习中心组学习会，专题学习安全生产十五条硬措施，18人参加。", "study.centre_group.times=1* study.centre_group.attendance=18")]
    [InlineData("百团进百万企业宣讲：6月17日，副局长带队到开发区宣讲1场，覆盖企业28家，参与人员160人次。", "study.hundred_tours.sessions=1 study.hundred_tours.attendance=160 study.hundred_tours.firms=28")]
    [InlineData("收到职工“安全吹哨人”反映问题5项，已核查整改。", "law.whistle.items=5")]
    [InlineData("6月23日，我处处长一行4人到企业开展专家会诊，发现问题15项，提出建议12条。", "consult.expert.sessions=1*")]
    [InlineData("张贴海报30张，悬挂横幅6条，整改隐患9处", "")]
    public void Reports_of_firms_fill_their_slots(string text, string metrics) => AssertReads("changzhou-2022", text, metrics);

    [Theory]
    [InlineData("收到，我们明天就组织演练，预计80人参加", ReadingKind.Other)]
    [InlineData("请各社区于每周四前报送本周材料，演练不少于1场", ReadingKind.Other)]
    [InlineData("恭喜白塔社区获评先进单位，大家向他们学习！全年开展演练12场、宣讲30场。", ReadingKind.Other)]
    [InlineData("@街道应急办 进企业活动算场次还是算家数？", ReadingKind.Query)]
    [InlineData("谁还没报本周材料？", ReadingKind.Query)]
    [InlineData("更正：6月13日上报的演练参与人数应为156人，误报为165人。", ReadingKind.Correction)]
    [InlineData("不好意思，6月12日的公开课是2期不是1期，人数合计88人。", ReadingKind.Correction)]
    [InlineData("前面的作废，以这条为准：6月20日演练1场，参与90人。", ReadingKind.Correction)]
    [InlineData("撤回刚才那条，数据有误，稍后重发", ReadingKind.Retraction)]
    [InlineData("白塔社区联络员由甲变更为乙，联系电话139****0000", ReadingKind.Registration)]
    [InlineData("布置展板（   ）块，设置咨询台（   ）处，接受咨询（   ）人", ReadingKind.Other)]
    [InlineData("点赞@上河湾村：一场演练拉动了136名村民，值得各村学习。", ReadingKind.Other)]
    [InlineData("转自区融媒体：全区设分会场18个，发放宣传品4.6万份，演练210场。", ReadingKind.Other)]
    [InlineData("我村安全生产月联系人换成王主任，138****0000", ReadingKind.Registration)]
    [InlineData("今天下午演练1场，45人参加", ReadingKind.Report)]
    public void The_kind_is_told(string text, ReadingKind kind) => Assert.Equal(kind, Read("baita-2024", text).Kind);

    [Theory]
    [InlineData("本周未开展活动。")]
    [InlineData("我村本周无活动，零报告")]
    [InlineData("规划投资处本周安全生产月活动情况：无。")]
    [InlineData("李主任，这周我们没搞啥活动，下周补上")]
    public void A_zero_report_is_one(string text) => Assert.True(Read("baita-2024", text) is { Kind: ReadingKind.Report, Nil: true });

    [Theory]
    [InlineData("云杉社区、青松社区各组织宣讲1场，参与人数分别为30人和45人。", "云杉社区 study.lecture.sessions=1 云杉社区 study.lecture.attendance=30 青松社区 study.lecture.sessions=1 青松社区 study.lecture.attendance=45")]
    [InlineData("片区汇总：1.云杉社区：演练1场60人 2.青松社区：宣讲2场，80人", "云杉社区 lifeline.drill.sessions=1 云杉社区 lifeline.drill.attendance=60 青松社区 study.lecture.sessions=2 青松社区 study.lecture.attendance=80")]
    [InlineData("本周三个社区进展：云杉社区开展疏散演练1场，60人参加；青松社区张贴海报20张；红砖里社区暂无。", "云杉社区 lifeline.drill.sessions=1 云杉社区 lifeline.drill.attendance=60 青松社区 consult.poster.count=20")]
    public void A_round_up_is_told_apart_by_units_nobody_listed(string text, string metrics) => Assert.Equal(
        metrics.Split(' ').Chunk(2).Select(pair => string.Join(' ', pair)).Order(StringComparer.Ordinal),
        Read("baita-2024", text).Metrics().Select(metric => metric.Unit + " " + Words(metric)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("更正两处：1.宣讲场次由2场改为3场；2.海报由20张改为25张", "study.lecture.sessions=3 consult.poster.count=25")]
    [InlineData("更正一处：演练不是46人，是64人，两场加起来应该是103人，别的没变。", "lifeline.drill.attendance=103")]
    [InlineData("刚才报的海报数量有误，原报50张，实际为30张。", "consult.poster.count=30")]
    [InlineData("更正：统计表里张贴海报应为22张，不是20张。", "consult.poster.count=22")]
    [InlineData("更正：展播主题宣传片应为22次，不是20次。", "consult.new_media.plays=22")]
    [InlineData("訂正：展播主題宣傳片應為22次，不是20次。", "consult.new_media.plays=22")]
    [InlineData("展播主题宣传片报错了，应该是5次。", "consult.new_media.plays=5")]
    [InlineData("更正：推广经验做法应为3项，原报2项", "shenyang.practice.items=3")]
    [InlineData("有误2处：宣讲场次应为3场；海报应为25张", "study.lecture.sessions=3 consult.poster.count=25")]
    public void A_correction_holds_the_new_values_only(string text, string metrics) => AssertReads("baita-2024", text, metrics);

    [Theory]
    [InlineData("云杉社区辖5个小区，常住居民8600人。6月19日，社区举办燃气安全讲座，78名居民参加。", "study.lecture.sessions=1* study.lecture.attendance=78")]
    [InlineData("6月20日，社区开展火灾应急演练，60余名居民参加。书记从2015年那场刮倒17棵树的大风讲起：“咱们2019年改造花了60多万元。”", "lifeline.drill.sessions=1* lifeline.drill.attendance=60~Over")]
    [InlineData("6月20日，社区举办讲座，剖析近三年的3起火灾事故，讲座持续两个多小时，35人听课。", "study.lecture.sessions=1* study.lecture.attendance=35")]
    public void Background_talk_and_sayings_are_no_figures(string text, string metrics)
    {
        AssertReads("baita-2024", text, metrics);
        Assert.Empty(Read("baita-2024", text).Extras);
    }

    [Theory]
    [InlineData("更正：展播主题宣传片应为22次，不是20次。", 22, 20)]
    [InlineData("更正：统计表里展播主题宣传片应为22次，而不是20次。", 22, 20)]
    [InlineData("展播主题宣传片应为22次，原报20次", 22, 20)]
    public void The_value_it_replaces_is_no_part_of_it(string text, int value, int old)
    {
        var part = Assert.Single(Read("baita-2024", text).Activities.SelectMany(activity => activity.Components));
        Assert.Equal((value, (decimal?)old), ((int)part.Value, part.Replaces));
    }

    [Fact]
    public void A_correction_names_the_value_it_replaces()
    {
        var part = Assert.Single(Read("baita-2024", "更正：昨天演练人数应为156人，不是165人").Activities.SelectMany(activity => activity.Components));
        Assert.Equal((156m, (decimal?)165m), (part.Value, part.Replaces));
    }

    [Fact]
    public void A_vague_figure_is_asked_for_and_not_guessed()
    {
        var reading = Read("baita-2024", "今天演练来了三四十人");
        Assert.Equal(["lifeline.drill.attendance"], reading.Asks.Select(ask => ask.Slot.Value));
        Assert.DoesNotContain(reading.Metrics(), metric => metric.Slot.Value == "lifeline.drill.attendance");
    }

    [Fact]
    public void A_form_that_nobody_has_seen_is_read_by_its_own_words()
    {
        var reader = ReportReader.Compile(CorpusCampaigns.Of(
        [
            ("a.talk.sessions", "1", "安全宣讲", "主要负责人讲安全课", "堂"),
            ("a.talk.people", "1", "安全宣讲", "主要负责人讲安全课 · 听课", "人次"),
            ("b.place.count", "1", "通道清理", "检查场所", "家"),
            ("b.way.count", "1", "通道清理", "清理占用堵塞通道", "处"),
            ("c.tip.count", "1", "隐患举报", "群众反映隐患", "条"),
            ("c.proved.count", "1", "隐患举报", "群众反映隐患 · 查实", "条"),
            ("c.reward.sum", "1", "隐患举报", "兑现奖励", "元"),
        ]));
        var reading = reader.Read("村书记给群众讲了一堂安全课，来了60多人听课；检查商铺等场所32家，清理占用堵塞通道15处；群众反映隐患12条，查实8条，兑现奖励400元。", new ReadingContext { SaidAt = SaidAt });
        Assert.Equal(
            ["a.talk.people=60~Over", "a.talk.sessions=1", "b.place.count=32", "b.way.count=15", "c.proved.count=8", "c.reward.sum=400", "c.tip.count=12"],
            reading.Metrics().Select(Words).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("6月20日前榆村组织演练1场，30人参加", "2024-06-20")]
    [InlineData("6月20日前组织演练1场，30人参加", "")]
    public void A_unit_whose_name_begins_like_a_deadline_is_none(string text, string day)
    {
        var reading = CorpusCampaigns.Reader("baita-2024").Read(text, new ReadingContext { SaidAt = SaidAt, Unit = "前榆村", Units = ["前榆村", "后榆村"] });
        Assert.Equal(day, string.Join(',', reading.Days));
    }

    private static void AssertReads(string campaign, string text, string metrics) => Assert.Equal(
        metrics.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
        Read(campaign, text).Metrics().Select(Words).Order(StringComparer.Ordinal));

    private static string Words(Metric metric) => FormattableString.Invariant(
        $"{metric.Slot}={metric.Value}{(metric.Bound == Bound.Exact ? string.Empty : "~" + metric.Bound)}{(metric.Implied ? "*" : string.Empty)}");

    private static ReportReading Read(string campaign, string text) => CorpusCampaigns.Reader(campaign).Read(text, new ReadingContext { SaidAt = SaidAt, Unit = "甲" });
}
