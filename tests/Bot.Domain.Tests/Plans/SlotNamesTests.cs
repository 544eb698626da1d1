using Bot.Domain.Plans;
using Xunit;

namespace Bot.Domain.Tests.Plans;

/// <summary>What blanks are called for good.</summary>
public sealed class SlotNamesTests
{
    [Fact]
    public void The_blanks_of_one_activity_are_a_family_and_those_of_another_are_not()
    {
        var names = new SlotNames();
        string[] made =
        [
            Name("动火作业", "清退无证电焊工", "人"), Name("动火作业", "开展电焊工培训", "期"), Name("动火作业", "开展电焊工培训 · 人次", "人次"),
            Name("动火作业", "开展电焊工培训 · 其中外包", "人次"), Name("现场观摩", "参加观摩会", "人"), Name("现场观摩", "自行组织观摩", "场"), Name("现场观摩", "自行组织观摩 · 参加", "人次"),
            Name("隐患", "自查隐患", "条"), Name("隐患", "自查隐患 · 已整改", "条"), Name("其他", "某事", "件"), Name("其他", "某事", "件"),
        ];
        Assert.Equal(
            [
                "hot_work.welder.people", "hot_work.welder_2.sessions", "hot_work.welder_2.attendance", "hot_work.welder_3.attendance",
                "demonstration.demonstration.people", "demonstration.demonstration_2.sessions", "demonstration.demonstration_2.attendance",
                "hazard.hazard.items", "hazard.hazard_fixed.items", "row1.item.count", "row1.item_2.count",
            ],
            made);

        string Name(string row, string phrase, string measure) => names.Next(row, 1, phrase, measure).Value;
    }
}
