using System.Globalization;

namespace Bot.Domain.Reading;

/// <summary>Tells line by line what a message was taken to say: each part, by which rule, and what is left over.</summary>
public static class Explanation
{
    /// <summary>The marked-up reading.</summary>
    public static IReadOnlyList<string> Of(string text, ReportReading reading)
    {
        var lines = new List<string> { Head(reading) };
        foreach (var activity in reading.Activities)
        {
            lines.Add(Line($"activity {Quote(text, activity.Span)}{Unit(activity.Unit)}{Days(activity.Days)}"));
            foreach (var part in activity.Components)
                lines.Add(Line($"  {part.Slot} = {Number(part.Value)}{Mark(part.Bound)}{(part.Implied ? " implied" : string.Empty)}{Replaces(part)} ← {Quote(text, part.Span)} [{part.Rule}]"));
        }

        if (reading.NilUnits.Count > 0)
            lines.Add(Line($"nothing of {string.Join('、', reading.NilUnits)}"));
        foreach (var extra in reading.Extras)
            lines.Add(Line($"extra {extra.Label} = {Number(extra.Value)} {extra.Measure} ← {Quote(text, extra.Span)}"));
        foreach (var ask in reading.Asks)
            lines.Add(Line($"ask {ask.Slot}{Unit(ask.Unit)} ← {Quote(text, ask.Span)} [{ask.Rule}]"));
        foreach (var span in reading.LeftOver)
            lines.Add(Line($"left over ← {Quote(text, span)}"));
        return lines;
    }

    private static string Head(ReportReading reading) => Line(
        $"{reading.Kind.ToString().ToLowerInvariant()}{(reading.Nil ? " nil" : string.Empty)} {reading.Basis.ToString().ToLowerInvariant()}{Days(reading.Days)}{(reading.Subject is null ? string.Empty : " " + reading.Subject)}");

    private static string Quote(string text, TextSpan span) =>
        Line($"{span.From}–{span.To} “{text[span.From..span.To].ReplaceLineEndings(" ")}”");

    private static string Days(IReadOnlyList<Campaigns.DaySpan> days) => days.Count == 0 ? string.Empty : " on " + string.Join(", ", days);

    private static string Unit(string? unit) => unit is null ? string.Empty : " of " + unit;

    private static string Replaces(Component part) => part.Replaces is { } old ? " instead of " + Number(old) : string.Empty;

    private static string Mark(Bound bound) => bound == Bound.Exact ? string.Empty : " " + bound.ToString().ToLowerInvariant();

    private static string Number(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);

    private static string Line(FormattableString words) => FormattableString.Invariant(words);
}
