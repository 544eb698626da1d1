using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

/// <summary>Questions of yes and no, the form's own short words, what a summary names, and how figures without a blank are called.</summary>
public class BoxAnswerTests
{
    [Theory]
    [InlineData("主要负责人是否带头宣讲：是", "led=1")]
    [InlineData("主要负责人是否带头宣讲:否", "led=0")]
    [InlineData("主要负责人是否带头宣讲（是）", "led=1")]
    [InlineData("主要负责人是否带头宣讲( 否 )，组织专题学习1场，参加20人次", "led=0 study=1 study.people=20")]
    [InlineData("组织专题学习1场，参加20人次；主要负责人是否带头宣讲：是。", "led=1 study=1 study.people=20")]
    [InlineData("主要负责人是否带头宣讲 是", "led=1")]
    [InlineData("主要负责人是否带头宣讲 ☑是 □否", "led=1")]
    [InlineData("主要负责人是否带头宣讲（是/否）", "")]
    [InlineData("主要负责人是否带头宣讲？", "")]
    public void An_answer_written_behind_what_is_asked_marks_the_box(string text, string metrics) => Assert.Equal(metrics, FerryForm.Metrics(text));

    [Theory]
    [InlineData("组织专题学习1场，26人参加，主要负责人带头宣讲", "study=1 study.people=26", "主要负责人带头宣讲")]
    [InlineData("6月3日主要负责人带头宣讲1次", "", "主要负责人带头宣讲1次")]
    [InlineData("6月3日组织专题学习1场，主要负责人李某带头宣讲1次，26人参加", "study=1 study.people=26", "主要负责人李某带头宣讲1次")]
    public void Told_in_prose_it_marks_nothing_and_is_shown(string text, string metrics, string left)
    {
        var reading = FerryForm.Read(text);
        Assert.Equal(metrics, FerryForm.Metrics(text));
        Assert.Equal(ReadingKind.Report, reading.Kind);
        Assert.Contains(left, reading.LeftOver.Select(span => text[span.From..span.To]));
    }

    [Theory]
    [InlineData("组织座谈2场，参加37人次", "talk=2 talk.people=37")]
    [InlineData("6月8日组织座谈2场，参加37人次；组织专题学习1场，参加20人次", "study=1 study.people=20 talk=2 talk.people=37")]
    [InlineData("今天座谈1场，12名船员参加", "talk=1 talk.people=12")]
    [InlineData("开展座谈会1场，到场15人", "talk=1 talk.people=15")]
    public void A_short_word_of_the_form_that_nothing_else_explains_names_its_activity(string text, string metrics) => Assert.Equal(metrics, FerryForm.Metrics(text));

    [Theory]
    [InlineData("安全生产月活动总结\n我站按照方案要求精心组织，开展了落水救援演练，船员安全意识明显增强。", "")]
    [InlineData("安全生产月活动总结\n开展落水救援演练，船员能力增强。共开展救援演练2次、参演40人次。", "drill=2 drill.people=40")]
    [InlineData("安全生产月活动总结：6月10日开展了落水救援演练；发放宣传资料200份。", "drill=1* leaflets=200")]
    [InlineData("今天开展了落水救援演练", "drill=1*")]
    public void What_a_summary_only_names_was_counted_before(string text, string metrics) => Assert.Equal(metrics, FerryForm.Metrics(text));

    [Theory]
    [InlineData("6月12日，我公司派6人参加启动仪式，会后组织专题学习1场，20人参加。", "参加启动仪式")]
    [InlineData("6月8日各车队自查叉车86辆，悬挂横幅1条", "各车队自查叉车")]
    [InlineData("6月8日悬挂横幅1条，立即更换86台", "立即更换")]
    public void What_has_no_blank_is_called_by_its_noun_and_never_by_a_day(string text, string label) =>
        Assert.Equal(label, Assert.Single(FerryForm.Read(text).Extras).Label);
}
