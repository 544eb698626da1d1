using Bot.Tests;

namespace Bot.Adapters.Tests.Campaigns;

/// <summary>Reads a <c>*.slots.csv</c> of the corpus: five columns.</summary>
internal static class SlotList
{
    public sealed record Line(string Slot, string Form, string Row, string Phrase, string Measure);

    public static IReadOnlyList<Line> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Select(CsvLine.Fields).Select(f => new Line(f[0], f[1], f[2], f[3], f[4]))];
}
