using System.Globalization;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>A cell on its way into a sheet: text, a number, or nothing.</summary>
internal readonly record struct SheetCell(string? Words, decimal? Value, CellStyle Style)
{
    /// <summary>A ruled cell with nothing in it.</summary>
    public static SheetCell Empty { get; } = new(null, null, CellStyle.Text);

    /// <summary>Text, whatever it begins with.</summary>
    public static SheetCell Text(string text, CellStyle style = CellStyle.Text)
    {
        var clean = DocumentText.Clean(text);
        if (clean.Length > DocumentText.MostInCell)
            clean = string.Concat(clean.AsSpan(0, DocumentText.MostInCell - 1), "…");
        return new SheetCell(clean, null, style == CellStyle.Text && DocumentText.LooksLikeFormula(clean) ? CellStyle.Guarded : style);
    }

    /// <summary>A number.</summary>
    public static SheetCell Number(decimal value) => new(null, value, CellStyle.Number);

    /// <summary>A number; nothing for zero.</summary>
    public static SheetCell Part(decimal value) => value == 0 ? Empty : Number(value);

    /// <summary>A rolled-up figure, shown with its bound; nothing where nobody said anything.</summary>
    public static SheetCell Figure(RollupCell cell) => cell.Value is { } value ? new SheetCell(null, value, XlsxStyles.Of(cell.Bound)) : Empty;

    /// <summary>A day.</summary>
    public static SheetCell Day(DateOnly day) => new(null, Serial(day.ToDateTime(TimeOnly.MinValue)), CellStyle.Day);

    /// <summary>A local time, to the minute.</summary>
    public static SheetCell Moment(DateTime time) => new(null, Serial(time), CellStyle.Moment);

    /// <summary>The number as the file holds it.</summary>
    public string? Digits => Value?.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>Days since the spreadsheet's epoch, to the second.</summary>
    private static decimal Serial(DateTime time) => Math.Round((decimal)(time.Ticks - DateTime.FromOADate(0).Ticks) / TimeSpan.TicksPerDay, 8);
}
