using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>Splits a reading by the units it speaks of.</summary>
public static class UnitParts
{
    /// <summary>The parts whose unit is known, the sender's own first, and the names nobody knows.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="own">The unit the sender writes for; null: not settled.</param>
    /// <param name="sender">The sender; their units are theirs to report for.</param>
    /// <param name="place">The office's units.</param>
    /// <param name="transcribed">Whether the sender said to report for <paramref name="own"/> (代报).</param>
    public static (IReadOnlyList<UnitPart> Parts, IReadOnlyList<string> Unknown) Of(
        ReportReading reading, Unit? own, Person sender, Place place, bool transcribed)
    {
        var parts = new List<UnitPart>();
        var unknown = new List<string>();
        var names = reading.Activities.Select(a => a.Unit).Concat(reading.Asks.Select(a => a.Unit)).Concat(reading.NilUnits).Distinct().ToList();
        if (names.Count == 0 && own is not null) names.Add(null);
        foreach (var name in names.OrderBy(n => n is null ? 0 : 1))
        {
            var unit = name is null ? own : place.UnitCalled(name);
            if (unit is null)
            {
                if (name is not null) unknown.Add(name);
                continue;
            }

            Add(parts, new UnitPart
            {
                Unit = unit,
                Transcribed = (transcribed && unit.Id == own?.Id) || sender.Units.All(u => u.Id != unit.Id),
                Activities = [.. reading.Activities.Where(a => a.Unit == name)],
                Asks = [.. reading.Asks.Where(a => a.Unit == name)],
                Nil = name is not null && reading.NilUnits.Contains(name),
            });
        }

        return (parts, unknown);
    }

    /// <summary>
    /// For somebody who reports for several units: those that a text without figures speaks of together (白塔社区、桃仙社区均为零报告);
    /// empty: it leaves open whose it is.
    /// </summary>
    public static IReadOnlyList<UnitPart> Together(ReportReading reading, Person sender, string text)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(text);
        if (reading.Activities.Count > 0 || reading.Asks.Count > 0) return [];
        var named = sender.Units.Where(u => u.Aliases.Prepend(u.Name).Any(n => text.Contains(n, StringComparison.Ordinal))).ToList();
        return named.Count < 2 ? [] : [.. named.Select(u => new UnitPart { Unit = u, Activities = [] })];
    }

    // A round-up that also names the sender's own unit says it once.
    private static void Add(List<UnitPart> parts, UnitPart part)
    {
        var at = parts.FindIndex(p => p.Unit.Id == part.Unit.Id);
        if (at < 0) parts.Add(part);
        else parts[at] = parts[at] with { Nil = parts[at].Nil && part.Nil, Activities = [.. parts[at].Activities, .. part.Activities], Asks = [.. parts[at].Asks, .. part.Asks] };
    }
}
