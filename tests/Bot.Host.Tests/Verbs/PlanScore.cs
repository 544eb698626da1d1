using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Host.Tests.Verbs;

/// <summary>
/// Holds what <c>plan compile --json</c> prints against gold readings: hand-ins by kind and all their days, events by date,
/// activities by heading, blanks by phrase and measure, the head of the plan by plan.
/// </summary>
internal sealed class PlanScore
{
    private static readonly string[] Schedule = ["kind", "schedule", "due", "weekday", "day", "month", "days", "from", "to", "time"];
    private readonly Dictionary<string, (int Right, int Wrong, int Lost)> _items = new(StringComparer.Ordinal);

    /// <summary>How many plans were scored.</summary>
    public int Plans { get; private set; }

    /// <summary>In how many all hand-ins are right and no other is claimed.</summary>
    public int Whole { get; private set; }

    /// <summary>The harmonic mean of precision and recall of <c>obligations</c>, <c>events</c>, <c>activities</c>, <c>slots</c> or <c>head</c>, rounded down to thousandths.</summary>
    public double F1(string what)
    {
        var (right, wrong, lost) = _items.GetValueOrDefault(what);
        return right + wrong + lost == 0 ? 1 : Math.Floor(2000.0 * right / ((2 * right) + wrong + lost)) / 1000;
    }

    /// <summary>Takes a plan in.</summary>
    /// <param name="gold">Its gold reading.</param>
    /// <param name="slots">Its gold blanks; null: the plan prints no form with figures.</param>
    /// <param name="read">What was printed.</param>
    public void Add(JsonNode gold, IReadOnlyList<string>? slots, JsonNode read)
    {
        Plans++;
        var owed = Compare("obligations", gold["obligations"]!.AsArray().Select(Obligation), read["obligations"]!.AsArray().Select(Obligation));
        if (owed is (_, 0, 0)) Whole++;
        Compare("events", gold["events"]!.AsArray().Select(Date), read["events"]!.AsArray().Select(Date));
        Compare("activities", gold["activities"]!.AsArray().Select(Words), read["activities"]!.AsArray().Select(Words));
        if (slots is not null) Compare("slots", slots, read["forms"]!.AsArray().SelectMany(Blanks));
        Compare("head", Head(gold), Head(read));
    }

    /// <summary>A blank as it is compared.</summary>
    public static string Blank(string phrase, string measure) => $"{Fold(phrase)} ({measure.Trim()})";

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Whole} of {Plans} plans; {string.Join(", ", _items.Keys.Select(what => $"{what} {F1(what):0.000} {_items[what]}"))}");

    private (int Right, int Wrong, int Lost) Compare(string what, IEnumerable<string> gold, IEnumerable<string> read)
    {
        var rest = read.ToList();
        var all = gold.ToList();
        var right = all.Count(rest.Remove);
        var (before, wrong, lost) = _items.GetValueOrDefault(what);
        _items[what] = (before + right, wrong + rest.Count, lost + all.Count - right);
        return (right, rest.Count, all.Count - right);
    }

    private static string Obligation(JsonNode? told) => string.Join(' ', Schedule.Select(key => told![key] switch
    {
        JsonArray list when key == "due" => string.Join(',', list.Select(day => day!.ToString()).Order(StringComparer.Ordinal)),
        null => "-",
        var value => value.ToJsonString(),
    }));

    private static string Date(JsonNode? told) => told!["date"]!.ToString();

    private static string Words(JsonNode? told) => Fold(told?.ToString() ?? "");

    private static IEnumerable<string> Blanks(JsonNode? form) =>
        form!["slots"] is JsonArray slots ? slots.Select(slot => Blank(slot!["phrase"]!.ToString(), slot["measure"]!.ToString())) : [];

    // Each part of the head counts for itself, so that one that is missing is seen.
    private static IEnumerable<string> Head(JsonNode told) =>
    [
        $"title {Words(told["title"])}", $"theme {Words(told["theme"])}", $"edition {told["edition"]}", $"number {told["document_number"]}",
        $"period {told["period"]?["from"]} {told["period"]?["to"]}",
        $"forms {string.Join(' ', told["forms"]!.AsArray().Select(form => form!["slots"] is JsonArray list ? list.Count : (int?)form["slots"] ?? 0).Where(count => count > 0).Order())}",
    ];

    private static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !"“”\"'‘’「」《》（）()、，,。．.：:；;·—-!！".Contains(c, StringComparison.Ordinal)));
}
