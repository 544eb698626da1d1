namespace Bot.Adapters.Tests.Campaigns;

/// <summary>Reads a <c>*.slots.csv</c> of the corpus: five columns, quotes where a comma or quotation mark is inside.</summary>
internal static class SlotList
{
    public sealed record Line(string Slot, string Form, string Row, string Phrase, string Measure);

    public static IReadOnlyList<Line> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Select(Fields).Select(f => new Line(f[0], f[1], f[2], f[3], f[4]))];

    private static List<string> Fields(string line)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                fields.Add("");
            else
                fields[^1] += c;
        }

        return fields;
    }
}
