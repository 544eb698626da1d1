using Bot.Adapters.Documents;
using Bot.Adapters.Tests.Plans;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Plans;
using Xunit;

namespace Bot.Adapters.Tests.Documents;

/// <summary>From a plan's Word file to its own form with figures: opened, understood, found, filled.</summary>
public sealed class FormSearchTests
{
    private const string Head = "青柳镇2024年“安全生产月”活动方案|一、活动时间|2024年6月1日至6月30日|二、报送要求|6月27日前报送《“安全生产月”活动情况统计表》（附件2）。|附件：1.联络员回执|2.“安全生产月”活动情况统计表|附件1|联络员回执";

    [Fact]
    public async Task The_table_that_takes_the_form_s_slots_is_found_and_filled()
    {
        var plan = WordFile.Of(
            Lines(Head) + Table(["姓名", "电话"], ["", ""]) + Lines("附件2|“安全生产月”活动情况统计表|填报单位：")
            + Table(["序号", "项目", "完成情况"], ["1", "应急演练", "开展演练（  ）场，参与（  ）人次"], ["2", "安全宣讲", "主要负责人是否讲课 □是□否"]));
        var (place, form) = await FindAsync(plan);

        Assert.Equal(new FormPlace.Table(2), place);
        var filled = FormTemplate.Fill(plan, place!, form.Rows, form.Slots.Zip(["3", "120", "是"]).ToDictionary(pair => pair.First.Id, pair => pair.Second));
        Assert.Equal(
            ["序号|项目|完成情况", "1|应急演练|开展演练（3）场，参与（120）人次", "2|安全宣讲|主要负责人是否讲课 ☑是□否"],
            OpenDocument.Table(Assert.IsType<TemplateOutcome.Filled>(filled).Docx).Select(row => string.Join('|', row.Select(cell => cell.Single()))));
    }

    [Fact]
    public async Task A_form_without_a_table_is_found_by_its_title()
    {
        var (place, _) = await FindAsync(WordFile.Of(Lines(Head + "|附件2|“安全生产月”活动情况统计表|填报单位：________|一、应急演练|开展演练____场，参与____人次。|附件3|其他")));

        Assert.Equal(new FormPlace.Blocks(10, 13), place);
    }

    [Fact]
    public async Task Two_tables_that_would_do_are_none()
    {
        var table = Table(["序号", "项目", "完成情况"], ["1", "应急演练", "开展演练（  ）场，参与（  ）人次"]);
        var plan = WordFile.Of(Lines(Head + "|附件2|“安全生产月”活动情况统计表") + table + Lines("附件3|“安全生产月”活动情况统计表（样表）") + table);
        var blocks = await Read.BlocksAsync(plan);

        Assert.Null(FormSearch.Find(plan, blocks, PlanCompiler.Read(blocks, WorkingDays.ByWeek).Forms.First(form => form.Rows.Count > 0)));
    }

    [Fact]
    public async Task A_form_without_figures_is_nowhere()
    {
        var plan = WordFile.Of(Lines(Head) + Table(["姓名", "电话"], ["", ""]));
        var blocks = await Read.BlocksAsync(plan);

        Assert.Null(FormSearch.Find(plan, blocks, new PlanForm { Name = "联络员回执", Attachment = 1, Printed = true }));
    }

    private static async Task<(FormPlace? Place, PlanForm Form)> FindAsync(byte[] plan)
    {
        IReadOnlyList<DocumentBlock> blocks = await Read.BlocksAsync(plan);
        var form = PlanCompiler.Read(blocks, WorkingDays.ByWeek).Forms.Single(form => form.Rows.Count > 0);
        return (FormSearch.Find(plan, blocks, form), form);
    }

    private static string Lines(string lines) => string.Concat(lines.Split('|').Select(line => WordFile.Line(line)));

    private static string Table(params string[][] rows) =>
        $"<w:tbl><w:tblPr/>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{WordFile.Line(cell)}</w:tc>"))}</w:tr>"))}</w:tbl>";
}
