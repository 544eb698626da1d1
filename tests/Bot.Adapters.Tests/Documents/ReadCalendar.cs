using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Bot.Adapters.Tests.Documents;

/// <summary>Reads an iCalendar file by the grammar of RFC 5545, strictly: a writer's fault fails here.</summary>
internal sealed partial class ReadCalendar
{
    private ReadCalendar(IReadOnlyList<(string Name, string Value)> head, IReadOnlyList<IReadOnlyDictionary<string, string>> events) => (Head, Events) = (head, events);

    public IReadOnlyList<(string Name, string Value)> Head { get; }

    /// <summary>By property with its parameters; texts as they are written.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Events { get; }

    public static ReadCalendar Of(byte[] file)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?<!\r)\n|\r(?!\n)", text);
        foreach (var line in text[..^2].Split("\r\n")) Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75);

        var lines = text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Select(Content).ToList();
        Assert.Equal(("BEGIN", "VCALENDAR"), lines[0]);
        Assert.Equal(("END", "VCALENDAR"), lines[^1]);
        var first = lines.FindIndex(l => l == ("BEGIN", "VEVENT"));
        var events = new List<IReadOnlyDictionary<string, string>>();
        for (var at = first; at >= 0 && at < lines.Count - 1;)
        {
            Assert.Equal(("BEGIN", "VEVENT"), lines[at]);
            var end = lines.FindIndex(at, l => l == ("END", "VEVENT"));
            events.Add(lines[(at + 1)..end].ToDictionary(l => l.Name, l => l.Value)); // every property once
            at = end + 1;
        }

        return new ReadCalendar(first < 0 ? lines[1..^1] : lines[1..first], events);
    }

    /// <summary>A text value as it was meant.</summary>
    public static string Meant(string value)
    {
        Assert.Matches(@"^(\\[\\;,nN]|[^\\;,\p{Cc}])*$", value);
        return Escapes().Replace(value, m => m.Value is "\\n" or "\\N" ? "\n" : m.Value[1..]);
    }

    private static (string Name, string Value) Content(string line)
    {
        var match = Line().Match(line);
        Assert.True(match.Success, line);
        return (match.Groups["name"].Value, match.Groups["value"].Value);
    }

    [GeneratedRegex("^(?<name>[A-Z0-9-]+(;[A-Z0-9-]+=[^\";:,\\p{Cc}]+)*):(?<value>[^\\p{Cc}]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"\\[\\;,nN]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escapes();
}
