using System.Globalization;
using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>
/// Rollups as comma-separated text that spreadsheet programs open in Chinese: UTF-8 with byte order mark. Text that could be taken
/// for a formula gets an apostrophe; figures stay bare numbers with their bound in a column beside them.
/// </summary>
internal static class RollupCsv
{
    /// <summary>The content type of the file.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>A line for each blank and unit, and one for the total of each blank (单位 合计). A unit that said nothing has an empty figure.</summary>
    public static byte[] Figures(IReadOnlyList<Rollup> rollups)
    {
        var lines = new CsvLines("表", "栏目", "填报项", "单位词", "单位", "状态", "数", "约数", "其中按1次计", "其中补差", "其中待核", "编号");
        foreach (var rollup in rollups)
        {
            var at = 0;
            foreach (var row in rollup.Form.Rows)
            {
                foreach (var slot in row.Slots)
                {
                    string[] head = [rollup.Form.Name, row.Name, slot.Phrase, RollupXlsx.Measure(slot)];
                    foreach (var unit in rollup.Units)
                        lines.Add([.. head, unit.Unit.Name, unit.Reported ? "已报" : "未报"], unit.Cells[at], slot.Id.Value);
                    lines.Add([.. head, "合计", $"已报{rollup.Coverage.Reported}家，应报{rollup.Coverage.Expected}家"], rollup.Cells[at], slot.Id.Value);
                    at++;
                }
            }
        }

        return lines.ToBytes();
    }

    /// <summary>A line for every booking with its source.</summary>
    public static byte[] Sources(IReadOnlyList<Rollup> rollups)
    {
        var lines = new CsvLines("日期", "单位", "表", "填报项", "单位词", "数", "约数", "事由", "按1次计", "待核", "报送时间", "报送人", "原文", "编号", "消息编号");
        foreach (var rollup in rollups)
        {
            var slots = rollup.Form.Slots.ToDictionary(slot => slot.Id);
            foreach (var (unit, figure) in rollup.Sources)
            {
                var slot = slots[figure.Slot];
                lines.Add(
                    (figure.Days ?? DaySpan.On(figure.Day)).ToString(), unit.Name, rollup.Form.Name, slot.Phrase, slot.Measure, figure.Delta,
                    FigureText.Word(figure.Bound), FigureText.Word(figure.Cause, figure.Delta), figure.Implied ? "是" : "", figure.Pending ? "是" : "",
                    figure.SaidAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), figure.Who, figure.Excerpt ?? RollupSourceSheet.Erased,
                    slot.Id.Value, figure.Message.Value.ToString());
            }
        }

        return lines.ToBytes();
    }

    /// <summary>Lines of fields, text or number.</summary>
    private sealed class CsvLines
    {
        private readonly StringBuilder _text = new();

        public CsvLines(params object[] heads) => Add(heads);

        public void Add(IReadOnlyList<string> head, RollupCell cell, string slot) => Add([
            .. head, cell.Value is { } value ? value : "", cell.Value is null ? "" : FigureText.Word(cell.Bound),
            Part(cell.ImpliedPart), Part(cell.CumulativePart), Part(cell.PendingPart), slot]);

        public void Add(params object[] fields) => _text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

        public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_text.ToString())];

        private static object Part(decimal value) => value == 0 ? "" : value;

        private static string Field(object field)
        {
            if (field is decimal number)
                return FigureText.Number(number);
            var text = DocumentText.Clean((string)field);
            if (DocumentText.LooksLikeFormula(text))
                text = $"'{text}";
            return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        }
    }
}
