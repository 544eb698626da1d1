using System.Security.Cryptography;
using System.Text;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Domain.Reminders;

/// <summary>Who hears of what: from what is to be pushed and who is missing to one message per chat.</summary>
public static class PushAddressing
{
    /// <summary>The groups of a campaign with the units each is for: a unit belongs to the group of the smallest branch it lies in.</summary>
    public static IReadOnlyList<(ChatKey Chat, IReadOnlySet<UnitId> Units)> Groups(RunningCampaign running, IReadOnlyList<Unit> units)
    {
        ArgumentNullException.ThrowIfNull(running);
        var branches = running.Groups.Select(g => (g.Chat, Units: g.Top is { } top ? UnitTree.Below(units, top).Select(u => u.Id).ToHashSet() : [.. units.Select(u => u.Id)])).ToList();
        if (branches.Count == 1) return [.. branches.Select(b => (b.Chat, (IReadOnlySet<UnitId>)b.Units))];
        var smallest = new Dictionary<UnitId, int>();
        foreach (var (_, within) in branches)
        {
            foreach (var unit in within) smallest[unit] = Math.Min(smallest.GetValueOrDefault(unit, int.MaxValue), within.Count);
        }

        return [.. branches.Select(b => (b.Chat, (IReadOnlySet<UnitId>)b.Units.Where(u => smallest[u] == b.Units.Count).ToHashSet()))];
    }

    /// <summary>Gives the queued entries of each chat, kind and, where they have one, unit one message, whose key names them all.</summary>
    public static (IReadOnlyList<PushEntry> Entries, IReadOnlyList<OutgoingMessage> Messages) Merge(IReadOnlyList<PushEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var keyed = new List<PushEntry>(entries.Where(e => e.Skipped is not null));
        var messages = new List<OutgoingMessage>();
        foreach (var together in entries.Where(e => e.Skipped is null).GroupBy(e => (e.Key.Chat, e.Kind, e.Key.Unit)))
        {
            var key = MessageKey(together);
            keyed.AddRange(together.Select(e => e with { MessageKey = key }));
            messages.Add(new OutgoingMessage { Key = key, Chat = together.Key.Chat, Kind = Outgoing(together.Key.Kind), Text = "" });
        }

        return (keyed, messages);
    }

    /// <summary>Whether an outbox message is a push that gets its words only when it is sent.</summary>
    public static bool IsPush(string messageKey)
    {
        ArgumentNullException.ThrowIfNull(messageKey);
        return messageKey.StartsWith(Prefix, StringComparison.Ordinal);
    }

    private const string Prefix = "push-";

    private static string MessageKey(IEnumerable<PushEntry> together)
    {
        var all = string.Join('\n', together.Select(e => e.Key.ToString()).Order(StringComparer.Ordinal));
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 16));
    }

    private static OutgoingKind Outgoing(PushKind kind) => kind switch
    {
        PushKind.Reminder => OutgoingKind.Reminder,
        PushKind.Escalation => OutgoingKind.Escalation,
        PushKind.Thanks => OutgoingKind.Thanks,
        PushKind.Rollup => OutgoingKind.Rollup,
        PushKind.Prefill => OutgoingKind.Prefill,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
