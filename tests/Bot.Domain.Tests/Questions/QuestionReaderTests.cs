using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.GroupWords;
using Bot.Domain.Organisation;
using Bot.Domain.Questions;
using Bot.Domain.Tests.Dues;
using Bot.Domain.Tests.Reading;
using Xunit;

namespace Bot.Domain.Tests.Questions;

/// <summary>Labelled questions and, as many, what only looks like one.</summary>
public sealed class QuestionReaderTests
{
    // A Friday.
    private static readonly DateTime Said = new(2024, 6, 14, 10, 0, 0);

    private static readonly Campaign Campaign = CorpusCampaigns.Load("baita-2024") with { Obligations = SampleSeason.Usual };

    private static readonly Unit[] Units =
    [
        new() { Id = new UnitId(new Guid(1, 0, 0, new byte[8])), Name = "白塔社区", Order = 1, Aliases = ["白塔"] },
        new() { Id = new UnitId(new Guid(2, 0, 0, new byte[8])), Name = "前榆村", Order = 2 },
    ];

    private static readonly QuestionReader Reader = new([new ActiveCampaign(new RevisionId(Campaign.Id, 1), Campaign, CorpusCampaigns.Reader("baita-2024"))], Units, [Units[0]]);

    [Theory]
    [InlineData("还有谁没交？", "missing")]
    [InlineData("还有谁没交", "missing")]
    [InlineData("谁还没报", "missing")]
    [InlineData("谁没报？？", "missing")]
    [InlineData("还差谁", "missing")]
    [InlineData("还差谁没交？", "missing")]
    [InlineData("还差哪些单位？", "missing")]
    [InlineData("请问现在还有哪些社区没报材料？", "missing material")]
    [InlineData("哪个村没有报送6月13日的图文？", "missing material 06-13")]
    [InlineData("本周还有哪些单位未报", "missing 06-10")]
    [InlineData("没交总结的有哪些单位？", "missing summary side-summary")]
    [InlineData("沈阳行谁还没报？", "missing progress side-summary")]
    [InlineData("總結還有誰沒交？", "missing summary side-summary")]
    [InlineData("总结交了几家", "count summary side-summary")]
    [InlineData("总结交了几家了？", "count summary side-summary")]
    [InlineData("材料现在报了多少家？", "count material")]
    [InlineData("几家没交总结？", "count summary side-summary")]
    [InlineData("哪些单位已报？", "count")]
    [InlineData("本周材料报齐了吗？", "count material 06-10")]
    [InlineData("上周四谁迟到了？", "late 06-06")]
    [InlineData("谁补报的？", "late")]
    [InlineData("上周的材料有谁晚交了？", "late material 06-03")]
    [InlineData("哪些单位是补报的", "late")]
    [InlineData("总结哪天截止？", "when summary side-summary")]
    [InlineData("什么时候交？", "when")]
    [InlineData("总结什么时候交啊", "when summary side-summary")]
    [InlineData("请问最晚几号交总结？", "when summary side-summary")]
    [InlineData("图文几点前报", "when material")]
    [InlineData("沈阳行总结截止时间是哪天", "when side-summary")]
    [InlineData("安全月总结几号交", "when summary")]
    [InlineData("方案什么时候交？", "when nothing")]
    [InlineData("请问统计表在哪里下载？", "form")]
    [InlineData("有没有模板？", "form")]
    [InlineData("表在哪", "form")]
    [InlineData("求统计表", "form")]
    [InlineData("我们交了吗？", "own")]
    [InlineData("我们社区材料报了没", "own material")]
    [InlineData("我们还差什么没报", "own")]
    [InlineData("白塔社区总结交了吗", "own summary side-summary")]
    [InlineData("白塔还有什么没报？", "own")]
    [InlineData("刚开完会。还有谁没交？", "missing")]
    [InlineData("忙忘了。总结几号交？谢谢！", "when summary side-summary")]
    public void A_clear_question_about_what_is_owed_is_understood(string text, string meant) => Assert.Equal(meant, Written(Reader.Read(text, Said)));

    [Theory]
    [InlineData("演练一共多少场", "lifeline.drill.sessions")]
    [InlineData("演练一共多少场？", "lifeline.drill.sessions")]
    [InlineData("请问演练一共是几场？", "lifeline.drill.sessions")]
    [InlineData("一共搞了几场应急演练", "lifeline.drill.sessions")]
    [InlineData("应急疏散演练多少人参加了", "lifeline.drill.attendance")]
    [InlineData("白塔社区演练多少人参加", "lifeline.drill.attendance 白塔社区")]
    [InlineData("前榆村6月演练多少场？", "lifeline.drill.sessions 前榆村 6月")]
    [InlineData("我们社区开展了多少场宣讲？", "study.lecture.sessions own")]
    [InlineData("上周开展了多少次宣讲？", "study.lecture.sessions 上周")]
    [InlineData("海报贴了多少张？", "consult.poster.count")]
    [InlineData("6月13日演练多少人参加？", "lifeline.drill.attendance 6月13日")]
    [InlineData("本周发了多少份宣传单", "? 本周")]
    [InlineData("咨询日来了多少人", "consult.day.attendance")]
    [InlineData("咱街道演练一共报了多少场了？我写总结想引用一下全街道的数，另外沈阳行的表是不是也今天交？", "lifeline.drill.sessions")]
    [InlineData("在写简报。6月全街道开展了多少场宣讲？谢谢", "study.lecture.sessions 6月")]
    public void A_question_for_a_figure_finds_the_blank_a_report_would_fill(string text, string meant) => Assert.Equal(meant, Written(Reader.Read(text, Said)));

    [Theory]
    [InlineData("张姐，你们报了吗？")]
    [InlineData("你们社区交了吗")]
    [InlineData("您那边总结什么时候交？")]
    [InlineData("前榆村交了吗？")]
    [InlineData("前榆村呢？总结什么时候交？")]
    [InlineData("小李呢？什么时候交？")]
    [InlineData("今天组织应急疏散演练2场，40人参加。还有谁没交？")]
    [InlineData("会开完了吗？报齐了吗？")]
    [InlineData("张姐在吗？你们总结几号交？")]
    [InlineData("前榆村什么时候能报上来？")]
    [InlineData("@所有人 截至目前还有三家屯、石庙子、丰乐三个单位没报本周材料，什么时候能发上来？")]
    [InlineData("谁没报的报一下")]
    [InlineData("没交的抓紧交")]
    [InlineData("还有谁没交，今天交")]
    [InlineData("谁没交谁自己清楚")]
    [InlineData("还有三家没交")]
    [InlineData("还有单位没交总结")]
    [InlineData("谁没报名参加培训？")]
    [InlineData("还有谁没交党费")]
    [InlineData("谁还没交医保")]
    [InlineData("今天谁值班？")]
    [InlineData("谁迟到了？")]
    [InlineData("什么时候开会？")]
    [InlineData("什么时候报到？")]
    [InlineData("几号交接？")]
    [InlineData("明天演练几点开始")]
    [InlineData("会议室在哪里？")]
    [InlineData("统计表交了")]
    [InlineData("把统计表发一下")]
    [InlineData("报了吗")]
    [InlineData("我们报了")]
    [InlineData("我们总结明天交")]
    [InlineData("组织了几场演练，效果很好")]
    [InlineData("开展了好几场宣讲")]
    [InlineData("照片要几张？")]
    [InlineData("每场演练多少人参加合适？")]
    [InlineData("演练填多少场？")]
    [InlineData("你们演练了多少场？")]
    [InlineData("计划开展多少场演练？")]
    [InlineData("演练2场，多少人参加没统计")]
    [InlineData("问一下，表里“进农村活动”填场次还是人次？我们开了两回，一共90人，咋填？")]
    [InlineData("总结里“刊播宣传作品受众”没有统计过，按公众号粉丝3000人填行不行？另外最晚几号交？")]
    [InlineData("灭火器多少钱一个？")]
    [InlineData("大家来了多少人？")]
    [InlineData("演练需要多少人参加？")]
    [InlineData("要几张照片？")]
    [InlineData("收到")]
    [InlineData("6月13日组织应急疏散演练2场，120人参加")]
    [InlineData("")]
    public void What_is_asked_of_others_told_or_about_other_things_is_left_alone(string text) => Assert.Null(Reader.Read(text, Said));

    [Theory]
    [InlineData("@安全月助手 还有谁没交", "还有谁没交", true, false)]
    [InlineData("＠SafetyBot\u2005还有谁没交", "还有谁没交", true, false)]
    [InlineData("助手，还有谁没交", "还有谁没交", true, false)]
    [InlineData("助手好用", "助手好用", false, false)]
    [InlineData("@张姐 还有谁没交", "@张姐 还有谁没交", false, true)]
    [InlineData("@所有人 还有谁没交", "@所有人 还有谁没交", false, true)]
    [InlineData("@安全月助手 @张姐 你看", "@张姐 你看", true, true)]
    public void Whom_a_message_names_is_known(string text, string rest, bool toBot, bool toOthers) => Assert.Equal(new Addressee(rest, toBot, toOthers), Addressee.Of(text));

    [Fact]
    public void Hostile_texts_are_no_questions()
    {
        foreach (var text in new[] { new string('谁', 60), new string('几', 60), "多少" + new string('9', 50), "几\uD83D场", "？？？？？" }) Assert.Null(Reader.Read(text, Said));
    }

    [Theory]
    [InlineData("dev-baita.jsonl")]
    [InlineData("dev-changzhou.jsonl")]
    [InlineData("fresh-baita.jsonl")]
    [InlineData("fresh-changzhou.jsonl")]
    public void No_message_of_the_corpus_that_asks_nothing_is_taken_for_a_question_or_a_word(string file)
    {
        foreach (var line in CorpusTests.Lines(file).Where(l => l.GetProperty("gold").GetProperty("kind").GetString() != "query"))
        {
            var text = line.GetProperty("text").GetString()!;
            foreach (var part in text.Split('\n', '。', '；', '，').Append(text)) Assert.Null(Reader.Read(part, Said));
            Assert.True(GroupWordReader.Read(text) is null or GroupWord.ReportFor, text);
        }
    }

    private static string Written(FreeQuestion? question) => question switch
    {
        FreeQuestion.WhoIsMissing q => "missing" + Of(q.Topic),
        FreeQuestion.HowManyReported q => "count" + Of(q.Topic),
        FreeQuestion.WhoWasLate q => "late" + Of(q.Topic),
        FreeQuestion.WhenDue q => "when" + (q.Topic is { } topic ? Of(topic) : " nothing"),
        FreeQuestion.WhereIsTheForm => "form",
        FreeQuestion.OwnStatus q => "own" + Of(q.Topic),
        FreeQuestion.Figure q => string.Join(' ', new[] { q.Slots.Count == 0 ? "?" : string.Join('+', q.Slots.Select(s => s.Value)), Of(q.Whose), q.Period?.Name }.OfType<string>()),
        _ => "",
    };

    private static string Of(DueTopic topic)
    {
        var obligations = topic.Obligations is null ? "" : " " + string.Join(' ', Campaign.Obligations.Where(o => topic.IsAbout(new ObligationKey(Campaign.Id, o.Id))).Select(o => o.Id));
        return obligations + (topic.Days is { } days ? $" {days.From:MM-dd}" : "");
    }

    private static string? Of(FigureOf whose) => whose switch
    {
        FigureOf.One one => one.Unit.Name,
        FigureOf.Own => "own",
        _ => null,
    };
}
