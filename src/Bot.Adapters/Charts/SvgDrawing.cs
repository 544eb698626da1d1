using System.Globalization;
using System.Security;
using System.Text;
using Bot.Adapters.Documents;

namespace Bot.Adapters.Charts;

/// <summary>
/// A drawing with Chinese type for phones and pages: figures of 26 units and more at a width of 900, and colours that people who
/// tell few colours apart tell apart too (Okabe and Ito), never the only sign of anything.
/// </summary>
internal sealed class SvgDrawing
{
    /// <summary>How wide every chart is.</summary>
    public const int Width = 900;

    /// <summary>Blue: met, the figure itself.</summary>
    public const string Blue = "#0072B2";

    /// <summary>Orange: late, the second figure.</summary>
    public const string Orange = "#E69F00";

    /// <summary>Vermilion: missing.</summary>
    public const string Vermilion = "#D55E00";

    /// <summary>Grey: not yet, not asked.</summary>
    public const string Grey = "#BDBDBD";

    /// <summary>The colour of type.</summary>
    public const string Ink = "#222222";

    /// <summary>The colour of type that matters less.</summary>
    public const string Soft = "#5F5F5F";

    private const string Fonts = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei',sans-serif";

    private readonly StringBuilder _body = new();

    /// <summary>A rectangle.</summary>
    public void Box(double x, double y, double width, double height, string fill, double round = 0) => Append(
        $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" rx=\"{round:0.#}\" fill=\"{fill}\"/>");

    /// <summary>A rectangle of slanting lines, for what has a second sign beside its colour.</summary>
    public void Hatched(double x, double y, double width, double height) => Append(
        $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"url(#slant)\"/>");

    /// <summary>A line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string stroke = "#DDDDDD", double width = 1) => Append(
        $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{stroke}\" stroke-width=\"{width:0.#}\"/>");

    /// <summary>A line of text; its middle is at <paramref name="y"/>.</summary>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">The height of its middle.</param>
    /// <param name="text">The words.</param>
    /// <param name="size">In units.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="fill">The colour.</param>
    /// <param name="bold">Whether it is bold.</param>
    public void Text(double x, double y, string text, double size = 26, string anchor = "start", string fill = Ink, bool bold = false) => Append(
        $"<text x=\"{x:0.#}\" y=\"{y + size * 0.36:0.#}\" font-size=\"{size:0.#}\" text-anchor=\"{anchor}\" fill=\"{fill}\"{(bold ? " font-weight=\"700\"" : "")}>{SecurityElement.Escape(DocumentText.Clean(text))}</text>");

    /// <summary>The drawing.</summary>
    /// <param name="height">How high it is.</param>
    /// <param name="description">What it shows, for those who do not see it.</param>
    public string End(double height, string description) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height:0}" width="{Width}" height="{height:0}" role="img" font-family="{Fonts}"><title>{SecurityElement.Escape(DocumentText.Clean(description))}</title><defs><pattern id="slant" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="{Orange}"/><rect width="3" height="8" fill="#FFFFFF"/></pattern></defs><rect width="{Width}" height="{height:0}" fill="#FFFFFF"/>{_body}</svg>
        """);

    /// <summary>How wide text is, nearly: a Chinese character is as wide as it is high, others a little more than half.</summary>
    public static double WidthOf(string text, double size) => text.Sum(c => c < '\u2000' ? 0.58 : 1.0) * size;

    /// <summary>The text in lines of a width, at most so many; the last ends with an ellipsis where it is cut.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, double width, int most)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (WidthOf(line.ToString() + rune, size) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(rune.ToString());
        }

        lines.Add(line.ToString());
        if (lines.Count <= most)
            return lines;
        var last = lines[most - 1];
        return [.. lines.Take(most - 1), string.Concat(last.AsSpan(0, Math.Max(0, last.Length - 1)), "…")];
    }

    private void Append(FormattableString piece) => _body.Append(piece.ToString(CultureInfo.InvariantCulture));
}
