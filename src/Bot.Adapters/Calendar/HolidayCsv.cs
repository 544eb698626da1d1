using System.Globalization;
using System.Text;

namespace Bot.Adapters.Calendar;

/// <summary>Reads and writes lists of announced days: <c>date,day,name</c>, <c>2026-01-04,work,元旦</c>.</summary>
internal static class HolidayCsv
{
    private const string Header = "date,day,name";
    private const string DayForm = "yyyy-MM-dd";
    private const int LongestName = 40;

    /// <summary>The days, or the first line that is wrong.</summary>
    /// <param name="text">The content.</param>
    /// <param name="file">What errors call it.</param>
    public static HolidayFile Read(string text, string file)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines[0].Trim() != Header) return HolidayFile.Refuse(file, 1, "the heading is missing", $"Begin with the line {Header}.");
        var rows = new List<HolidayRow>();
        var lineOf = new Dictionary<DateOnly, int>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var (row, wrong) = Row(lines[i]);
            if (row is null) return HolidayFile.Refuse(file, i + 1, wrong, "Write a line like 2026-01-04,work,元旦.");
            if (!lineOf.TryAdd(row.Day, i + 1))
                return HolidayFile.Refuse(file, i + 1, FormattableString.Invariant($"{row.Day:yyyy-MM-dd} stands on line {lineOf[row.Day]} already"), "Keep one of the two.");
            rows.Add(row);
        }

        return rows.Count > 0 ? new HolidayFile.Taken(rows) : HolidayFile.Refuse(file, 0, "no day is in it", "Write a line for each day, like 2026-01-04,work,元旦.");
    }

    /// <summary>The days as <see cref="Read"/> takes them, which must be the whole arrangements of their years.</summary>
    public static HolidayFile ReadYears(string text, string file) => Read(text, file) switch
    {
        HolidayFile.Taken taken when Arrangements.Fault(taken.Rows, file) is { } fault => new HolidayFile.Refused(fault),
        var read => read,
    };

    /// <summary>The list of days, in order, as <see cref="Read"/> takes it.</summary>
    public static string Write(IEnumerable<HolidayRow> rows)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var row in rows.OrderBy(r => r.Day)) text.Append(Line(row)).Append('\n');
        return text.ToString();
    }

    /// <summary>A day as a line.</summary>
    public static string Line(HolidayRow row) => FormattableString.Invariant($"{row.Day:yyyy-MM-dd},{(row.Works ? "work" : "rest")},{row.Name}");

    private static (HolidayRow? Row, string Wrong) Row(string line)
    {
        if (line.Split(',', StringSplitOptions.TrimEntries) is not [var date, var kind, var name]) return (null, "it does not have three parts");
        if (!DateOnly.TryParseExact(date, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (null, $"“{date}” is not a day");
        if (kind is not ("rest" or "work")) return (null, $"“{kind}” is neither rest nor work");
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) return (null, "the holiday's name is missing or too long");
        return (new HolidayRow(day, kind == "work", name), "");
    }
}
