using System.Buffers;
using System.Globalization;
using System.Xml;

namespace Bot.Adapters.Plans;

/// <summary>A ruled line, or words, on a printed page; in points from its upper left corner.</summary>
internal readonly record struct PdfBox(double Left, double Top, double Right, double Bottom, string Words = "")
{
    /// <summary>The middle from left to right.</summary>
    public double X => (Left + Right) / 2;

    /// <summary>The middle from top to bottom.</summary>
    public double Y => (Top + Bottom) / 2;
}

/// <summary>Reads what poppler's programs say of a page: the ruled lines of its drawing (SVG), its words with their places (XHTML).</summary>
internal static class PdfRules
{
    private const int Most = 20_000;

    /// <summary>How thick a filled bar may be to be a line.</summary>
    private const double Thickest = 2.5;

    private static readonly SearchValues<char> Straight = SearchValues.Create("0123456789.-+eE LZ");
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };

    /// <summary>The upright and level lines of a page's drawing.</summary>
    public static IReadOnlyList<PdfBox> Lines(string svg)
    {
        var lines = new List<PdfBox>();
        using var reader = XmlReader.Create(new StringReader(svg), Settings);
        while (reader.Read() && lines.Count < Most)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            // Shapes of characters are no lines.
            if (reader.LocalName == "defs")
                reader.Skip();
            if (reader.LocalName == "path" && reader.GetAttribute("d") is { } drawn)
                Add(lines, drawn, reader.GetAttribute("style") ?? "", Matrix(reader.GetAttribute("transform")));
        }

        return lines;
    }

    /// <summary>The words of a page.</summary>
    public static IReadOnlyList<PdfBox> Words(string xhtml)
    {
        var words = new List<PdfBox>();
        using var reader = XmlReader.Create(new StringReader(xhtml), Settings);
        while (reader.ReadToFollowing("word") && words.Count < Most)
        {
            double At(string name) => double.Parse(reader.GetAttribute(name) ?? "0", CultureInfo.InvariantCulture);
            var box = new PdfBox(At("xMin"), At("yMin"), At("xMax"), At("yMax"));
            words.Add(box with { Words = reader.ReadElementContentAsString() });
        }

        return words;
    }

    private static void Add(List<PdfBox> lines, string drawn, string style, double[] matrix)
    {
        var filled = !style.Contains("fill:none", StringComparison.Ordinal);
        foreach (var shape in drawn.Split('M', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Curves are no lines of a table.
            if (shape.AsSpan().ContainsAnyExcept(Straight))
                continue;
            var points = Points(shape, matrix);
            if (filled && points.Count >= 4)
            {
                var bar = new PdfBox(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));
                if (Math.Min(bar.Right - bar.Left, bar.Bottom - bar.Top) <= Thickest)
                    lines.Add(bar);
                continue;
            }

            if (shape.EndsWith('Z') && points.Count > 2)
                points.Add(points[0]);
            foreach (var (from, to) in filled ? [] : points.Zip(points.Skip(1)))
            {
                if (Math.Abs(from.X - to.X) < 1 || Math.Abs(from.Y - to.Y) < 1)
                    lines.Add(new PdfBox(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Max(from.X, to.X), Math.Max(from.Y, to.Y)));
            }
        }
    }

    private static List<(double X, double Y)> Points(string shape, double[] m)
    {
        var numbers = shape.Split([' ', 'L', 'Z'], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0).ToList();
        return [.. numbers.Chunk(2).Where(pair => pair.Length == 2).Select(p => ((m[0] * p[0]) + (m[2] * p[1]) + m[4], (m[1] * p[0]) + (m[3] * p[1]) + m[5]))];
    }

    private static double[] Matrix(string? transform)
    {
        double[] none = [1, 0, 0, 1, 0, 0];
        if (transform is null || !transform.StartsWith("matrix(", StringComparison.Ordinal))
            return none;
        var numbers = transform["matrix(".Length..].TrimEnd(')').Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0).ToArray();
        return numbers.Length == 6 ? numbers : none;
    }
}
