using Bot.Adapters.Storage;
using Bot.Domain.Messages;

namespace Bot.Adapters.WeCom;

/// <summary>What a group must know about a bot that hears only what is said to it: told in two lines, below the group's first receipt.</summary>
internal sealed class WeComLessons(WeComChats chats)
{
    public const string Photos =
        "照片请和文字编在同一条里@我发；群里单发的照片我听不到，可以引用它@我，或十分钟内私聊发给我（自动并到这条），照片多就用您的专属网页。\n" +
        "每条都要@我；改数发“@我 更正 …”，群里撤回消息不会退数，请发“@我 撤回”。";

    /// <summary>The lesson; null: none is due.</summary>
    public async Task<string?> ForAsync(OutgoingMessage message, CancellationToken cancel) =>
        message.Kind == OutgoingKind.Receipt && !PrivateChats.Is(message.Chat) && await chats.IsUntaughtAsync(message.Chat.Id, cancel) ? Photos : null;
}
