using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.WeCom;

/// <summary>Which robot writes into which group: named in the settings by the group's name in the console.</summary>
internal sealed class WeComWebhooks(WeComOptions options, Store store)
{
    /// <summary>Whether there are any.</summary>
    public bool HasAny => options.Webhooks.Count > 0;

    /// <summary>The key of the group's robot; null: it has none.</summary>
    public async Task<string?> KeyAsync(ChatKey chat, CancellationToken cancel)
    {
        if (!HasAny || PrivateChats.Is(chat)) return null;
        var groups = await store.ReadAsync(
            db => db.Groups.Where(g => g.Platform == Platform.WeCom && g.ChatId != null && g.BoundAt != null && g.UnboundAt == null).Select(g => new { g.ChatId, g.Name }).ToListAsync(cancel), cancel);
        if (groups.FirstOrDefault(g => g.ChatId == chat.Id) is not { } group) return null;
        var own = options.Webhooks.FirstOrDefault(w => w.Group.Trim() == group.Name) ?? (groups.Count == 1 ? options.Webhooks.FirstOrDefault(w => w.Group.Length == 0) : null);
        return own?.Secret();
    }
}
