using System.Runtime.CompilerServices;
using Bot.Domain.Campaigns;
using Bot.Domain.Messages;

namespace Bot.Domain.Organisation;

/// <summary>Where a message was said: the office, the group if it is one, and the campaigns that run there.</summary>
public sealed record Place
{
    // An office of many units has its list kept from message to message; what is made of it is kept as long.
    private static readonly ConditionalWeakTable<IReadOnlyList<Unit>, IReadOnlyList<string>> NamesOf = [];

    /// <summary>The chat on its platform.</summary>
    public required ChatKey Chat { get; init; }

    /// <summary>The office the chat is bound to.</summary>
    public required Office Office { get; init; }

    /// <summary>The group; null: a private chat with the bot.</summary>
    public GroupId? Group { get; init; }

    /// <summary>The campaign revisions bound to the chat, newest binding last.</summary>
    public required IReadOnlyList<RevisionId> Campaigns { get; init; }

    /// <summary>The office's units in official order.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>Their names and aliases; of the same list of units always the same list.</summary>
    public IReadOnlyList<string> UnitNames => NamesOf.GetValue(Units, units => [.. units.SelectMany(u => u.Aliases.Prepend(u.Name))]);

    /// <summary>The zone the office counts days in.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Office.Zone);

    /// <summary>An instant as the office's clock shows it.</summary>
    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The unit of this name or alias; null: none, or more than one.</summary>
    public Unit? UnitCalled(string name)
    {
        var exact = Units.Where(u => u.Name == name || u.Aliases.Contains(name)).Take(2).ToList();
        if (exact.Count == 1) return exact[0];
        var part = Units.Where(u => u.Name.Contains(name, StringComparison.Ordinal)).Take(2).ToList();
        return exact.Count == 0 && name.Length >= 2 && part.Count == 1 ? part[0] : null;
    }
}
