using System.Net;
using Bot.Domain.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Adapters.WeCom;

/// <summary>The one registration of this folder.</summary>
internal static class AddWeCom
{
    private const string Name = "wecom";

    /// <summary>Needs the storage, the intake, and <see cref="IOutgoingFiles"/>.</summary>
    public static IServiceCollection AddWeComChannel(this IServiceCollection services, WeComOptions options)
    {
        services.AddSingleton(options);
        AddClient(services, options);
        services.AddSingleton(p => new WeComApi(p.GetRequiredService<IHttpClientFactory>().CreateClient(Name), options));
        services.AddSingleton<WeComTokens>();
        services.AddSingleton<WeComMediaSource>();
        services.AddSingleton<WeComChats>();
        services.AddSingleton<WeComNotices>();
        services.AddSingleton<WeComReplies>();
        services.AddSingleton<WeComTurns>();
        services.AddSingleton<WeComChoices>();
        services.AddSingleton<WeComLessons>();
        services.AddSingleton<WeComWebhooks>();
        services.AddSingleton<WeComMentions>();
        services.AddSingleton<WeComReplyWay>();
        services.AddSingleton<WeComFetches>();
        services.AddSingleton<WeComArrivals>();
        services.AddSingleton<WeComCallbacks>();
        services.AddHostedService(p => p.GetRequiredService<WeComFetches>());
        if (options.Bot.Mode == WeComBotMode.Connection)
        {
            services.AddSingleton<WeComConnection>();
            services.AddHostedService(p => p.GetRequiredService<WeComConnection>());
        }

        services.AddSingleton<ISender>(p => ActivatorUtilities.CreateInstance<WeComSender>(p, new WeComLine(p.GetService<WeComConnection>())));
        return services;
    }

    /// <summary>The way to WeCom. Addresses hold keys: no logs, no traces, no redirects, and the program's own time limits.</summary>
    public static SocketsHttpHandler Handler(WeComOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        Proxy = options.Proxy.Length == 0 ? null : new WebProxy(options.Proxy),
    };

    private static void AddClient(IServiceCollection services, WeComOptions options) => services.AddHttpClient(Name, http =>
    {
        http.Timeout = Timeout.InfiniteTimeSpan; // each call has its own
        http.MaxResponseContentBufferSize = 16 << 20;
    }).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => Handler(options)).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
}
