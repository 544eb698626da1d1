using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;

namespace Bot.Host.Reminders;

/// <summary>Who hears a campaign's figures: its groups, and the office's admins privately, each of the units they are for.</summary>
internal sealed class RollupChats(IAudiences audiences)
{
    public async Task<IReadOnlyList<RollupChat>> OfAsync(Season season, RunningCampaign running, CancellationToken cancel)
    {
        var chats = running.Groups.Select(g => new RollupChat(g.Chat, g.Top is { } top ? [top] : [], ToAdmin: false)).ToList();
        IReadOnlyCollection<Platform> platforms = [.. running.Groups.Select(g => g.Chat.Platform).Distinct()];
        chats.AddRange((await audiences.AdminsAsync(season.Office.Id, platforms, cancel)).Select(a => new RollupChat(a.Chat, a.Runs, ToAdmin: true)));
        return [.. chats.DistinctBy(c => c.Chat)];
    }
}

/// <summary>A chat that hears figures.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Tops">The units whose subtrees it is for; empty: the whole office.</param>
/// <param name="ToAdmin">Whether it is an admin's private chat.</param>
internal sealed record RollupChat(ChatKey Chat, IReadOnlyList<UnitId> Tops, bool ToAdmin)
{
    /// <summary>The units it is for, in official order.</summary>
    public IReadOnlyList<Unit> Units(Season season)
    {
        if (Tops.Count == 0) return season.Units;
        var within = Tops.SelectMany(top => UnitTree.Below(season.Units, top)).Select(u => u.Id).ToHashSet();
        return [.. season.Units.Where(u => within.Contains(u.Id))];
    }
}
