using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Adapters.WebChat;

/// <summary>The one registration of this folder.</summary>
internal static class AddWebChatChannel
{
    public static IServiceCollection AddWebChatAdapter(this IServiceCollection services)
    {
        services.AddSingleton(p => new RoomSignals(p.GetRequiredService<HostSignals>(), TimeProvider.System));
        services.AddSingleton<IWebChatFeed, WebChatFeed>();
        services.AddSingleton<IWebChatPosts, WebChatPosts>();
        services.AddSingleton<ISender, WebChatSender>();
        return services;
    }
}
