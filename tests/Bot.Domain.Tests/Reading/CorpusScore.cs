using System.Text.Json;
using Bot.Domain.Reading;

namespace Bot.Domain.Tests.Reading;

/// <summary>Scores readings of a corpus file as the corpus describes (“How a reading is scored”).</summary>
internal sealed class CorpusScore
{
    private int truePositive, falsePositive, falseNegative, silent, messages, kinds, dated, days, bounds, bounded;

    public double Kind => Ratio(kinds, messages);

    public double Precision => Ratio(truePositive, truePositive + falsePositive);

    public double Recall => Ratio(truePositive, truePositive + falseNegative);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double Silent => Ratio(silent, messages);

    public double Days => Ratio(days, dated);

    public double Bound => Ratio(bounds, bounded);

    public void Add(JsonElement line, ReportReading reading)
    {
        var gold = line.GetProperty("gold");
        var unit = line.GetProperty("unit").GetString();
        var expected = Expected(gold, unit);
        var found = reading.Metrics().ToDictionary(metric => (metric.Unit == unit ? string.Empty : metric.Unit ?? string.Empty, metric.Slot.Value, metric.Value), metric => metric.Bound.ToString().ToLowerInvariant());
        var asked = reading.Asks.Select(ask => ask.Slot.Value).ToHashSet(StringComparer.Ordinal);
        var wrong = found.Keys.Except(expected.Keys).ToList();
        messages++;
        kinds += string.Equals(gold.GetProperty("kind").GetString(), reading.Kind.ToString(), StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        truePositive += found.Keys.Intersect(expected.Keys).Count();
        falsePositive += wrong.Count;
        falseNegative += expected.Keys.Except(found.Keys).Count();
        silent += wrong.Exists(key => !asked.Contains(key.Item2)) ? 1 : 0;
        foreach (var key in found.Keys.Intersect(expected.Keys))
        {
            bounded++;
            bounds += found[key] == expected[key] ? 1 : 0;
        }

        if (gold.GetProperty("kind").GetString() is not ("report" or "correction"))
            return;
        dated++;
        var said = gold.GetProperty("dates").EnumerateArray().Select(day => day.GetString()).Order(StringComparer.Ordinal);
        days += said.SequenceEqual(reading.Days.Select(day => day.ToString()).Order(StringComparer.Ordinal), StringComparer.Ordinal) ? 1 : 0;
    }

    public override string ToString() => FormattableString.Invariant($"kind {Kind:F4} P {Precision:F4} R {Recall:F4} F1 {F1:F4} silent {Silent:F4} days {Days:F4} bound {Bound:F4}");

    private static Dictionary<(string, string, decimal), string> Expected(JsonElement gold, string? unit)
    {
        var expected = new Dictionary<(string, string, decimal), string>();
        foreach (var metric in gold.GetProperty("metrics").EnumerateArray())
        {
            var of = metric.TryGetProperty("unit", out var named) ? named.GetString()! : string.Empty;
            var bound = metric.TryGetProperty("bound", out var stated) ? stated.GetString()! : "exact";
            expected[(of == unit ? string.Empty : of, metric.GetProperty("slot").GetString()!, metric.GetProperty("value").GetDecimal())] = bound;
        }

        return expected;
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
