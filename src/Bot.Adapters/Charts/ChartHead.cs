namespace Bot.Adapters.Charts;

/// <summary>Title and explaining line of a chart.</summary>
internal static class ChartHead
{
    public const double Margin = 40;
    private const double TitleSize = 36;
    private const double NoteSize = 24;

    /// <summary>Draws them; returns where what is below begins.</summary>
    public static double Draw(SvgDrawing drawing, string title, string note)
    {
        var y = 52.0;
        foreach (var line in SvgDrawing.Lines(title, TitleSize, SvgDrawing.Width - 2 * Margin, 2))
        {
            drawing.Text(Margin, y, line, TitleSize, bold: true);
            y += 46;
        }

        foreach (var line in SvgDrawing.Lines(note, NoteSize, SvgDrawing.Width - 2 * Margin, 2))
        {
            drawing.Text(Margin, y, line, NoteSize, fill: SvgDrawing.Soft);
            y += 36;
        }

        return y + 8;
    }
}
