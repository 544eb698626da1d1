using System.Globalization;
using System.Text;

namespace Bot.Adapters.Tests.Plans;

/// <summary>Small PDF files as programs write them: one font without an embedded face, its characters told by a ToUnicode map.</summary>
internal static class PdfFile
{
    private const int Margin = 60;
    private const int Size = 12;
    private const int Wide = 34;

    /// <summary>Paragraphs set as offices do: the first line two characters in, every page with its number.</summary>
    public static byte[] Printed(IEnumerable<string> paragraphs, int linesOnPage)
    {
        var lines = paragraphs.SelectMany(text => (IEnumerable<(int, string)>)
        [
            (Margin + (2 * Size), text[..Math.Min(text.Length, Wide - 2)]),
            .. text.Skip(Wide - 2).Chunk(Wide).Select(line => (Margin, new string(line))),
        ]);
        return Of([.. lines.Chunk(linesOnPage).Select((page, at) => ((int, string)[])[.. page, (280, $"— {at + 1} —")])]);
    }

    /// <summary>Pages of lines, each with its distance from the left in points.</summary>
    public static byte[] Of(params (int Left, string Text)[][] pages) =>
        Drawn([.. pages.Select(page => string.Concat(page.Select((line, at) => Words(line.Left, 780 - (24 * at), line.Text))))]);

    /// <summary>Words with their place in points from the lower left corner, for <see cref="Drawn"/>.</summary>
    public static string Words(int left, int bottom, string text) =>
        FormattableString.Invariant($"BT /F {Size} Tf 1 0 0 1 {left} {bottom} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj ET\n");

    /// <summary>A drawn line.</summary>
    public static string Rule(int fromX, int fromY, int toX, int toY) => FormattableString.Invariant($"0.5 w {fromX} {fromY} m {toX} {toY} l S\n");

    /// <summary>A line as a thin filled bar, as Word draws them.</summary>
    public static string Bar(int left, int bottom, int width, int height) => FormattableString.Invariant($"{left} {bottom} {width} {height} re f\n");

    /// <summary>Pages by what is drawn on them.</summary>
    public static byte[] Drawn(params string[] pages)
    {
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Kids[{string.Join(' ', pages.Select((_, at) => $"{6 + (2 * at)} 0 R"))}]/Count {pages.Length}>>",
            "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000"
                + "/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>",
            Stream("/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CMapName/U def /CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange 1 beginbfrange<0000><FFFF><0000>endbfrange endcmap end end"),
        };
        foreach (var page in pages)
        {
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {objects.Count + 2} 0 R>>");
            objects.Add(Stream(page));
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var number = 1; number <= objects.Count; number++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Stream(string content) => $"<</Length {content.Length}>>stream\n{content}\nendstream";
}
