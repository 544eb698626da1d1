using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Storage;

/// <summary>How private chats are named: by the account on the other side.</summary>
internal static class PrivateChats
{
    public const string Prefix = "p-";

    public static bool Is(ChatKey chat) => chat.Id.StartsWith(Prefix, StringComparison.Ordinal);

    public static ChatKey Of(AccountKey account) => new(account.Platform, Prefix + account.Id);
}
