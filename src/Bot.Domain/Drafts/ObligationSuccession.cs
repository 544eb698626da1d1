using System.Globalization;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Drafts;

/// <summary>
/// Which hand-in of a changed plan is which of the former: of the same kind about the same thing, first those whose time is the
/// same. What the office set for it and who has handed it in stay with it; a name is never given to another.
/// </summary>
internal static class ObligationSuccession
{
    /// <summary>The names the changed hand-ins bear from now on, in their order.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<Obligation> former, IReadOnlyList<Obligation> changed)
    {
        var names = new string?[changed.Count];
        var free = former.ToList();
        foreach (var isSame in (Func<Obligation, Obligation, bool>[])
        [
            (old, now) => old.Subject == now.Subject && When(old) == When(now),
            (old, now) => old.Subject == now.Subject && old.Id == now.Id,
            (old, now) => old.Subject == now.Subject && old.Schedule.GetType() == now.Schedule.GetType(),
            (old, now) => When(old) == When(now),
        ])
        {
            for (var nth = 0; nth < changed.Count; nth++)
            {
                if (names[nth] is not null || free.Find(old => old.Kind == changed[nth].Kind && isSame(old, changed[nth])) is not { } same) continue;
                names[nth] = same.Id;
                free.Remove(same);
            }
        }

        var taken = former.Select(o => o.Id).Concat(names.OfType<string>()).ToHashSet(StringComparer.Ordinal);
        for (var nth = 0; nth < changed.Count; nth++)
        {
            if (names[nth] is not null) continue;
            var name = changed[nth].Id;
            for (var more = 2; !taken.Add(name); more++) name = string.Create(CultureInfo.InvariantCulture, $"{changed[nth].Id}-r{more}");
            names[nth] = name;
        }

        return [.. names.OfType<string>()];
    }

    private static string When(Obligation owed) => ScheduleText.When(owed.Schedule, owed.Time);
}
