namespace Bot.Domain.Plans;

/// <summary>Reads a table that lists hand-ins: 报送内容, 报送时限, 报送单位.</summary>
internal static class DutyTables
{
    /// <summary>The hand-ins of the table's rows; none where it is not such a table.</summary>
    public static IEnumerable<Duty> Read(PlanTable table)
    {
        var head = table.Rows[0].Select(cell => PlanLine.Of(cell.Text.ReplaceLineEndings("")).Words).ToList();
        var time = head.FindIndex(cell => HandInLabels.Of(cell) == HandInSide.When);
        var thing = head.FindIndex(cell => HandInLabels.Of(cell) == HandInSide.What);
        var unit = head.FindIndex(cell => HandInLabels.Of(cell) == HandInSide.Who);
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
