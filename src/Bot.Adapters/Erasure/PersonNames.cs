using Bot.Adapters.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Erasure;

/// <summary>What a person is called, as far as nothing and nobody else is.</summary>
internal static class PersonNames
{
    /// <summary>All names they signed with.</summary>
    /// <returns>The names, and how many more are shared: those of a unit, a group, the office, a campaign or another person.</returns>
    public static async Task<(IReadOnlyList<string> Own, int Shared)> OfAsync(BotDb db, Subject subject, IEnumerable<string> signed, CancellationToken cancel)
    {
        var office = subject.Office;
        var called = await db.People.Where(p => p.OfficeId == office && p.Id == subject.Person).Select(p => p.Name).ToListAsync(cancel);
        var names = called.Concat(signed).Where(n => n.Length > 0 && !n.StartsWith(ErasedMark.Name, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        var others = await db.People.Where(p => p.OfficeId == office && p.Id != subject.Person).Select(p => p.Name).ToListAsync(cancel);
        foreach (var unit in await db.Units.Where(u => u.OfficeId == office).ToListAsync(cancel)) others.AddRange([unit.Name, .. unit.Aliases]);
        others.AddRange(await db.Groups.Where(g => g.OfficeId == office).Select(g => g.Name).ToListAsync(cancel));
        others.AddRange(await db.Offices.Where(o => o.Id == office).Select(o => o.Name).ToListAsync(cancel));
        others.AddRange(await db.Revisions.Where(r => r.OfficeId == office).Select(r => r.Title).ToListAsync(cancel));
        var own = names.Where(n => !others.Exists(o => o.Contains(n, StringComparison.Ordinal))).ToList();
        return (own, names.Count - own.Count);
    }
}
