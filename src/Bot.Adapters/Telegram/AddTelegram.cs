using System.Net;
using Bot.Domain.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Adapters.Telegram;

/// <summary>The one registration of this folder.</summary>
internal static class AddTelegram
{
    private const string Name = "telegram";

    /// <summary>Needs the storage, the intake, and <see cref="IOutgoingFiles"/>.</summary>
    public static IServiceCollection AddTelegramChannel(this IServiceCollection services, TelegramOptions options)
    {
        services.AddSingleton(options);
        AddClient(services, options);
        services.AddSingleton(p => new TelegramApi(p.GetRequiredService<IHttpClientFactory>().CreateClient(Name), options));
        services.AddSingleton<TelegramSetup>();
        services.AddSingleton<TelegramChats>();
        services.AddSingleton<TelegramNotices>();
        services.AddSingleton<TelegramHearing>();
        services.AddSingleton<TelegramMentions>();
        services.AddSingleton<TelegramRevisions>();
        services.AddSingleton<TelegramArrivals>();
        services.AddSingleton<TelegramFetches>();
        services.AddSingleton<ISender, TelegramSender>();
        services.AddHostedService(p => p.GetRequiredService<TelegramFetches>());
        services.AddHostedService<TelegramPolling>();
        return services;
    }

    /// <summary>The way to the Bot API. Addresses hold the token: no logs, no traces, no redirects, and the program's own time limits.</summary>
    public static SocketsHttpHandler Handler(TelegramOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        Proxy = options.Proxy.Length == 0 ? null : new WebProxy(options.Proxy),
    };

    private static void AddClient(IServiceCollection services, TelegramOptions options) => services.AddHttpClient(Name, http =>
    {
        http.Timeout = Timeout.InfiniteTimeSpan; // each call has its own
        http.MaxResponseContentBufferSize = 16 << 20;
    }).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => Handler(options)).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
}
