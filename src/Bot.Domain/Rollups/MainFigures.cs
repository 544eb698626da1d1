using Bot.Domain.Campaigns;

namespace Bot.Domain.Rollups;

/// <summary>
/// The few figures a short post has room for. Chosen are the activities that most units reported, not the largest numbers:
/// people, posters and hours cannot be compared, and one unit's large number says little about the others. Of an activity its
/// first two figures are told, in the form's order (场, 人次).
/// </summary>
public static class MainFigures
{
    /// <summary>How many activities are told.</summary>
    public const int Activities = 4;

    private const int OfOneActivity = 2;

    /// <summary>What was added in the period: sums only, for a stock figure (家) says how things stand and not what was done.</summary>
    public static IReadOnlyList<MainFigure> OfPeriod(IReadOnlyList<FormTotals> forms) => Choose(forms, slot => slot.Aggregate == Aggregate.Sum, new HashSet<string>());

    /// <summary>How everything stands: the activities told of the period first, then those that most units reported.</summary>
    public static IReadOnlyList<MainFigure> SoFar(IReadOnlyList<FormTotals> forms, IReadOnlyList<MainFigure> ofPeriod) =>
        Choose(forms, _ => true, ofPeriod.Select(f => f.Slot.Id.Family).ToHashSet(StringComparer.Ordinal));

    private static IReadOnlyList<MainFigure> Choose(IReadOnlyList<FormTotals> forms, Func<Slot, bool> tells, IReadOnlySet<string> first)
    {
        var activities = new List<(int At, int Units, IReadOnlyList<MainFigure> Figures)>();
        foreach (var form in forms)
        {
            foreach (var family in form.Form.Slots.GroupBy(s => s.Id.Family, StringComparer.Ordinal))
            {
                var told = family.Where(tells).Select(s => new MainFigure(s, form[s.Id])).Where(f => f.Cell.Value is not null and not 0).ToList();
                if (told.Count == 0) continue;
                var units = first.Contains(family.Key) ? int.MaxValue : told.Max(f => f.Cell.UnitCount);
                activities.Add((activities.Count, units, [.. told.Take(OfOneActivity)]));
            }
        }

        return [.. activities.OrderByDescending(a => a.Units).ThenBy(a => a.At).Take(Activities).OrderBy(a => a.At).SelectMany(a => a.Figures)];
    }
}

/// <summary>A figure that is told.</summary>
public sealed record MainFigure(Slot Slot, RollupCell Cell);
