namespace Bot.Domain.Plans;

/// <summary>Reads a table that lists hand-ins: 报送内容, 报送时限, 报送单位.</summary>
internal static class DutyTables
{
    private static readonly string[] Times = ["时限", "时间", "截止", "日期", "期限", "频次"];
    private static readonly string[] Things = ["内容", "事项", "材料", "名称", "项目", "清单", "资料"];
    private static readonly string[] Units = ["单位", "对象", "主体", "责任"];

    /// <summary>The hand-ins of the table's rows; none where it is not such a table.</summary>
    public static IEnumerable<Duty> Read(PlanTable table)
    {
        var head = table.Rows[0].Select(cell => PlanLine.Of(cell.Text.ReplaceLineEndings("")).Words).ToList();
        var time = head.FindIndex(cell => Times.Any(cell.Contains));
        var thing = head.FindIndex(cell => Things.Any(cell.Contains) && !Times.Any(cell.Contains));
        var unit = head.FindIndex(cell => Units.Any(cell.Contains) && !Things.Any(cell.Contains));
        if (time < 0 || thing < 0)
            yield break;
        foreach (var row in table.Rows.Skip(1))
        {
            if (row.Count <= Math.Max(time, thing) || row[thing].IsEmpty || row[time].IsEmpty)
                continue;
            foreach (var duty in Row(row, time, thing, unit))
                yield return duty;
        }
    }

    private static IEnumerable<Duty> Row(IReadOnlyList<PlanCell> row, int time, int thing, int unit)
    {
        var (what, when) = (Words(row[thing]), Words(row[time]));
        var read = DutySentence.Of(what);
        var times = DutySentence.Of(when).Times;
        var due = times.FirstOrDefault(found => found is not PlanTime.Span);
        foreach (var found in HandInThings.All(read.Masked).DistinctBy(found => found.Kind))
        {
            yield return new Duty
            {
                Kind = found.Kind,
                Thing = found.Words,
                Time = due ?? new PlanTime.Open(Blank: false),
                Span = times.OfType<PlanTime.Span>().FirstOrDefault(),
                Attachment = read.AttachmentOf(found),
                Words = what + "，" + when,
                Sentence = string.Join(' ', row.Select(cell => cell.Text)),
                Actor = unit >= 0 && unit < row.Count ? Words(row[unit]) : "",
            };
        }
    }

    private static string Words(PlanCell cell) => PlanLine.Of(cell.Text.ReplaceLineEndings("")).Words;
}
