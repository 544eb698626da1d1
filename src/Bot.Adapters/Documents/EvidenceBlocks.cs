using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Bot.Adapters.Documents;

/// <summary>Headings and photos of 佐证材料.</summary>
internal static class EvidenceBlocks
{
    private const int Columns = 2;

    /// <summary>English metric units in a millimetre.</summary>
    private const long Millimetre = 36_000;

    private const long WidestCell = 80 * Millimetre;
    private const long Highest = 70 * Millimetre;

    /// <summary>A heading of the outline, which Word shows in its navigation; it stays with what follows.</summary>
    public static Paragraph Heading(string text, int level)
    {
        var run = WordText.Run(text);
        run.RunProperties!.Append(new Bold(), new FontSize { Val = level == 0 ? "30" : "24" });
        return new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = WordStyles.Name }, new KeepNext(), new SpacingBetweenLines { Before = level == 0 ? "240" : "160", After = "60" },
                new Justification { Val = JustificationValues.Left }, new OutlineLevel { Val = level }),
            run);
    }

    /// <summary>What was said of the photos below, and stays with them.</summary>
    public static Paragraph Caption(string text)
    {
        var paragraph = WordText.Paragraph(WordStyles.Text, text);
        paragraph.ParagraphProperties!.Append(new KeepNext());
        return paragraph;
    }

    /// <summary>The photos of one report, two side by side, in a table without lines.</summary>
    /// <param name="pictures">Number and size in pixels.</param>
    /// <param name="drawn">How many the document has so far: each has a number of its own.</param>
    public static Table Pictures(IReadOnlyList<(int Number, int Width, int Height)> pictures, ref int drawn)
    {
        var table = new Table(
            new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(new GridColumn { Width = "4819" }, new GridColumn { Width = "4819" }));
        foreach (var pair in pictures.Chunk(Columns))
        {
            var cells = new List<TableCell>(Columns);
            foreach (var picture in pair)
                cells.Add(Cell(new Run(Drawing(picture, ++drawn))));
            while (cells.Count < Columns)
                cells.Add(Cell());
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. cells]));
        }

        return table;
    }

    private static TableCell Cell(params OpenXmlElement[] content) => new(
        new TableCellProperties(new TableCellWidth { Width = "4819", Type = TableWidthUnitValues.Dxa }),
        new Paragraph([new ParagraphProperties(new SpacingBetweenLines { Before = "60", After = "60" }, new Justification { Val = JustificationValues.Center }), .. content]));

    private static Drawing Drawing((int Number, int Width, int Height) picture, int drawn)
    {
        var scale = Math.Min((double)WidestCell / picture.Width, (double)Highest / picture.Height);
        var (wide, high) = ((long)(picture.Width * scale), (long)(picture.Height * scale));
        var name = FormattableString.Invariant($"照片{picture.Number}");
        return new Drawing(new Inline(
            new Extent { Cx = wide, Cy = high },
            new DocProperties { Id = (uint)drawn, Name = name },
            new NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(new Pic.Picture(
                new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = (uint)drawn, Name = name }, new Pic.NonVisualPictureDrawingProperties()),
                new Pic.BlipFill(new A.Blip { Embed = FormattableString.Invariant($"pic{picture.Number}") }, new A.Stretch(new A.FillRectangle())),
                new Pic.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = wide, Cy = high }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }
}
