using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>What stands in a blank of the official table.</summary>
internal static class FormCellText
{
    /// <summary>A blank nobody filled, as printed forms leave it.</summary>
    public const string Blank = "  ";

    /// <summary>An empty box.</summary>
    public const string Box = "□";

    /// <summary>A ticked box.</summary>
    public const string Ticked = "☑";

    /// <summary>The figure as the office writes it, or the ticked box.</summary>
    public static string Of(Slot slot, Rollup rollup, FigureStyle style)
    {
        var cell = rollup[slot.Id];
        var oneUnit = rollup.Units.Count == 1;
        if (slot.Aggregate != Aggregate.Any)
            return style.Write(cell, rollup.Coverage.Reported == 0 ? Blank : Empty(style.Empty));
        var yes = cell.Value ?? 0;
        var no = cell.UnitCount - yes;
        var boxes = $"{(yes > 0 && no == 0 ? Ticked : Box)}是{(no > 0 && yes == 0 ? Ticked : Box)}否";
        if (oneUnit || cell.Value is null)
            return boxes;
        return boxes + (yes > 0 && no > 0 ? $"（{FigureText.Number(yes)}家是，{FigureText.Number(no)}家否）" : $"（{cell.UnitCount}家）");
    }

    private static string Empty(EmptyBlank empty) => empty switch
    {
        EmptyBlank.Zero => "0",
        EmptyBlank.Stroke => "／",
        _ => Blank,
    };

    /// <summary>The boxes of a text apart from the words between them.</summary>
    public static IEnumerable<string> Boxes(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != Box[0] && text[i] != Ticked[0])
                continue;
            if (i > from)
                yield return text[from..i];
            yield return text[i..(i + 1)];
            from = i + 1;
        }

        if (from < text.Length)
            yield return text[from..];
    }
}
