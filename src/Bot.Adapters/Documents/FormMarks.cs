using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>Small marks behind a figure that say where a part of it comes from, and the note that explains those used.</summary>
internal static class FormMarks
{
    private static readonly (string Mark, Func<RollupCell, bool> Holds, string Meaning)[] All =
    [
        ("①", cell => cell.ImpliedPart != 0, "含未写明次数、按1次计的活动"),
        ("②", cell => cell.CumulativePart != 0, "含按累计数补差的部分，无逐项佐证"),
        ("③", cell => cell.PendingPart != 0, "含待核数字"),
    ];

    /// <summary>The marks of a figure.</summary>
    public static string Of(RollupCell cell) => string.Concat(All.Where(mark => mark.Holds(cell)).Select(mark => mark.Mark));

    /// <summary>The note on the marks that occur; null: none does.</summary>
    public static string? Note(IReadOnlyList<RollupCell> cells)
    {
        var used = All.Where(mark => cells.Any(mark.Holds)).Select(mark => mark.Mark + mark.Meaning).ToList();
        return used.Count == 0 ? null : $"注：数字后的{string.Join("；", used)}。";
    }
}
