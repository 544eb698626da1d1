using System.Collections.Concurrent;

namespace Bot.Adapters.Telegram;

/// <summary>Whether the bot hears a whole group: privacy mode is off, or it is an admin there. Where it does not, it says so itself, once.</summary>
internal sealed class TelegramHearing(TelegramApi api, TelegramSetup setup, TelegramChats chats, TelegramNotices notices)
{
    public const string Deaf = "我现在看不到大家发的图片和文字，只听得到点名给我的。请把我设为管理员（不用给任何权限），或在 BotFather 关闭隐私模式后把我移出再拉进来。";

    private readonly ConcurrentDictionary<long, bool> looked = new();

    /// <summary>Looks once in a program's life, and again when the bot's standing changed.</summary>
    /// <param name="chat">The group.</param>
    /// <param name="cancel">Breaks off.</param>
    public async Task LookAsync(long chat, CancellationToken cancel)
    {
        if (looked.ContainsKey(chat) || setup.Me is not { } me) return;
        if (me.CanReadAllGroupMessages) await KeepAsync(chat, true, cancel);
        else if (await api.MemberAsync(chat, me.Id, cancel) is TelegramAnswer<TelegramMember>.Done standing) await KeepAsync(chat, standing.Result.IsAdmin, cancel);
    }

    /// <summary>The bot's standing changed.</summary>
    public void Forget(long chat) => looked.TryRemove(chat, out _);

    private async Task KeepAsync(long chat, bool hears, CancellationToken cancel)
    {
        looked[chat] = hears;
        if (!await chats.HearAsync(chat, hears, cancel)) return;
        var key = new Bot.Domain.Messages.ChatKey(Bot.Domain.Messages.Platform.Telegram, TelegramMessages.Number(chat));
        await notices.SayAsync(key, FormattableString.Invariant($"tg-deaf-{chat}-{TimeProvider.System.GetUtcNow():yyyyMMddHHmm}"), Deaf, null, cancel);
    }
}
