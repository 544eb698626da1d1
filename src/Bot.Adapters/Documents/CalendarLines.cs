using System.Globalization;
using System.Text;

namespace Bot.Adapters.Documents;

/// <summary>The lines of an iCalendar file (RFC 5545): CRLF, folded at 75 octets between characters, texts escaped.</summary>
internal sealed class CalendarLines
{
    private const int LongestLine = 75;

    private readonly StringBuilder text = new();

    /// <summary>Adds a line whose value is none of people's words.</summary>
    public CalendarLines Line(string name, string value)
    {
        Fold($"{name}:{value}");
        return this;
    }

    /// <summary>Adds a line with a text.</summary>
    public CalendarLines Text(string name, string value) => Line(name, Escape(value));

    /// <summary>An instant in UTC.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The file.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            switch (c)
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(c);
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                case var other when !char.IsControl(other):
                    escaped.Append(other);
                    break;
            }
        }

        return escaped.ToString();
    }

    // The blank that continues a line counts with it.
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
