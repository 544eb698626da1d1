using Bot.Domain.Replies;
using Xunit;

namespace Bot.Domain.Tests.Replies;

/// <summary>Figures of one activity stand side by side, each told from the others.</summary>
public sealed class SideBySideTests
{
    public static TheoryData<string, (string Head, string Tail, string Measure, string Family, string Figure)[], string, string> Figures => new()
    {
        {
            "an activity and who came",
            [("应急演练", "", "场", "drill", "2场"), ("应急演练", "参与", "人次", "drill", "60人次")],
            "应急演练 2场、60人次", "应急演练2场、60人次"
        },
        {
            "who came alone", [("应急演练", "参与", "人次", "drill", "60人次")],
            "应急演练 60人次", "应急演练参与60人次"
        },
        {
            "what was found, of one measure and of families of their own",
            [("检查渡口", "", "处", "ferry", "9处"), ("检查渡口", "发现隐患", "处", "found", "4处"), ("检查渡口", "完成整改", "处", "fixed", "3处")],
            "检查渡口 9处、发现隐患4处、完成整改3处", "检查渡口9处、发现隐患4处、完成整改3处"
        },
        {
            "only what was found", [("检查渡口", "发现隐患", "处", "found", "4处"), ("检查渡口", "完成整改", "处", "fixed", "3处")],
            "检查渡口发现隐患 4处、完成整改3处", "检查渡口发现隐患4处、完成整改3处"
        },
        {
            "two of one measure go without saying no more",
            [("公开课", "参与", "人次", "lesson", "60人次"), ("公开课", "覆盖", "人次", "lesson", "80人次")],
            "公开课 60人次、覆盖80人次", "公开课参与60人次、覆盖80人次"
        },
        {
            "a box of the same family", [("专题学习", "", "场", "study", "3场"), ("主要负责人是否宣讲", "", "是否", "study", "是")],
            "专题学习 3场、主要负责人是否宣讲：是", "专题学习3场、主要负责人是否宣讲：是"
        },
        {
            "two activities", [("发放资料", "", "份", "paper", "30份"), ("悬挂横幅", "", "条", "banner", "5条")],
            "发放资料 30份|悬挂横幅 5条", "发放资料30份|悬挂横幅5条"
        },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void Each_figure_says_what_it_counts(string what, (string Head, string Tail, string Measure, string Family, string Figure)[] figures, string brief, string full)
    {
        var told = figures.Select(f => (new SlotLabel(f.Head, f.Tail, f.Measure), f.Family, f.Figure)).ToList();
        Assert.Equal((what, brief, full), (what, string.Join('|', SideBySide.Of(told, brief: true, " ")), string.Join('|', SideBySide.Of(told, brief: false))));
    }
}
