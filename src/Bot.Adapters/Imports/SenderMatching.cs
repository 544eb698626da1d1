using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Imports;

/// <summary>Who a sender of a chat log is: proposed by exact names only, never by likeness.</summary>
internal sealed class SenderMatching
{
    private static readonly char[] Between = [' ', '\u3000', '(', ')', '（', '）', '-', '－', '—', '_', '/', '|', '·', '.', '、', '【', '】', '[', ']', '+', '@', ':', '：'];

    private readonly Dictionary<(Platform, string), Guid> accounts;
    private readonly Dictionary<Guid, (string Name, IReadOnlyList<string> Units)> people;
    private readonly ILookup<string, Guid> peopleByName;
    private readonly List<Unit> units;
    private readonly Guid group;

    private SenderMatching(IEnumerable<AccountRow> accounts, Dictionary<Guid, (string Name, IReadOnlyList<string> Units)> people, List<Unit> units, Guid group)
    {
        this.accounts = accounts.ToDictionary(a => (a.Platform, a.ExternalId), a => a.PersonId);
        this.people = people;
        this.units = units;
        this.group = group;
        peopleByName = people.ToLookup(p => p.Value.Name, p => p.Key, StringComparer.Ordinal);
    }

    public static Task<SenderMatching> LoadAsync(Store store, ImportTarget target, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var all = (await db.Units.Where(u => u.OfficeId == target.Office).OrderBy(u => u.Order).ToListAsync(cancel)).ConvertAll(OrganisationStore.Unit);
            var names = all.ToDictionary(u => u.Id.Value, u => u.Name);
            var liaisons = (await db.Liaisons.Where(l => l.OfficeId == target.Office && l.MayReport && l.To == null).ToListAsync(cancel)).ToLookup(l => l.PersonId, l => l.UnitId);
            var registered = (await db.People.Where(p => p.OfficeId == target.Office).ToListAsync(cancel)).ToDictionary(
                p => p.Id, p => (p.Name, (IReadOnlyList<string>)[.. liaisons[p.Id].Distinct().Where(names.ContainsKey).Select(u => names[u])]));
            return new SenderMatching(await db.Accounts.Where(a => a.OfficeId == target.Office).ToListAsync(cancel), registered, all, target.Group);
        },
        cancel);

    /// <summary>The unit of that id; null: the office has none.</summary>
    public Unit? UnitOf(Guid id) => units.Find(u => u.Id.Value == id);

    /// <summary>The unit of that name or alias; null: none, or several.</summary>
    public Unit? UnitCalled(string name) => units.Where(u => u.Name == name || u.Aliases.Contains(name)).Take(2).ToList() is [var unit] ? unit : null;

    /// <summary>The person of that name; null: none, or several.</summary>
    public Guid? PersonCalled(string name) => peopleByName[name].Take(2).ToList() is [var person] ? person : null;

    /// <summary>Whose account it is; null: nobody's.</summary>
    public Guid? Owner(AccountKey account) => accounts.TryGetValue((account.Platform, account.Id), out var person) ? person : null;

    /// <summary>Says who the sender is, as far as names tell.</summary>
    public SenderLine Match(SenderLine sender)
    {
        if (Known(sender) is { } known) return Of(sender, known, "帐号已登记");
        if (PersonCalled(sender.Name) is { } same) return Of(sender, same, "姓名相同");
        var named = Unit(sender.Name);
        var parts = sender.Name.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        var rest = named is null ? "" : sender.Name.Replace(named.Value.As, "", StringComparison.Ordinal).Trim(Between);
        foreach (var part in parts.Append(rest).Where(p => p.Length >= 2))
        {
            if (PersonCalled(part) is { } person && (named is null || people[person].Units.Contains(named.Value.Unit.Name))) return Of(sender, person, "显示名里有姓名");
        }

        return named is { } unit ? sender with { Units = [unit.Unit.Name], Because = "显示名里有单位名" } : sender;
    }

    private Guid? Known(SenderLine sender)
    {
        var own = new ImportTarget { Office = default, Zone = TimeZoneInfo.Utc, Group = group, GroupName = "" }.Account(sender.Id);
        if (Owner(own) is { } imported) return imported;
        return sender.Id.StartsWith("user", StringComparison.Ordinal) ? Owner(new AccountKey(Platform.Telegram, sender.Id[4..])) : null;
    }

    private SenderLine Of(SenderLine sender, Guid person, string because) => sender with { Person = people[person].Name, Units = people[person].Units, Because = because };

    // The longest name counts: 白塔 is part of 白塔社区. Two different ones are nobody's.
    private (Unit Unit, string As)? Unit(string shown)
    {
        var found = units.SelectMany(u => u.Aliases.Prepend(u.Name).Select(n => (Unit: u, As: n)))
            .Where(n => n.As.Length >= 2 && shown.Contains(n.As, StringComparison.Ordinal)).OrderByDescending(n => n.As.Length).ToList();
        return found.Count > 0 && found.All(f => f.Unit.Id == found[0].Unit.Id || found[0].As.Contains(f.As, StringComparison.Ordinal)) ? found[0] : null;
    }
}
