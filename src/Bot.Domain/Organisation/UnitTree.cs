namespace Bot.Domain.Organisation;

/// <summary>Units under units.</summary>
public static class UnitTree
{
    /// <summary>A unit and all below it, in official order.</summary>
    public static IReadOnlyList<Unit> Below(IReadOnlyList<Unit> units, UnitId top)
    {
        var within = new HashSet<UnitId> { top };
        // A parent may stand behind its child in the official order: until nothing more is found.
        for (var known = 0; known < within.Count;)
        {
            known = within.Count;
            within.UnionWith(units.Where(u => u.Parent is { } parent && within.Contains(parent)).Select(u => u.Id).ToList());
        }

        return [.. units.Where(u => within.Contains(u.Id)).OrderBy(u => u.Order)];
    }

    /// <summary>All units with their depth, each behind its parent, otherwise in official order; a unit whose parent is not there stands at the top.</summary>
    public static IReadOnlyList<(Unit Unit, int Depth)> InOrder(IReadOnlyList<Unit> units)
    {
        var known = units.Select(u => u.Id).ToHashSet();
        var children = units.Where(u => u.Parent is { } parent && known.Contains(parent)).OrderBy(u => u.Order).ToLookup(u => u.Parent!.Value);
        var listed = new List<(Unit, int)>(units.Count);
        foreach (var top in units.Where(u => u.Parent is not { } parent || !known.Contains(parent)).OrderBy(u => u.Order)) List(top, 0);
        return listed;

        void List(Unit unit, int depth)
        {
            listed.Add((unit, depth));
            foreach (var child in children[unit.Id]) List(child, depth + 1);
        }
    }
}
