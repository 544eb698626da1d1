using System.Net.Http.Headers;
using Bot.Domain.Proposals;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.LanguageModel;

/// <summary>Registers the language model, if it is switched on.</summary>
internal static class AddLanguageModel
{
    private const string Name = "language-model";
    private const int MostAnswerBytes = 64 << 10;

    /// <summary>From the section <see cref="LanguageModelOptions.Section"/>. Switched off, there is no <see cref="IProposals"/> and nothing can be asked.</summary>
    /// <returns>Whether it is switched on.</returns>
    public static bool AddProposals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<LanguageModelOptions>, LanguageModelOptionsCheck>();
        services.AddOptions<LanguageModelOptions>()
            .BindConfiguration(LanguageModelOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        if (!configuration.GetValue<bool>($"{LanguageModelOptions.Section}:{nameof(LanguageModelOptions.Enabled)}")) return false;

        // No redirects: the text goes where the operator said. No logs of the client's own: they are ours to word.
        services.AddHttpClient(Name).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<IChatClient>(p => new CompatibleChatClient(Client(p), Options(p).Model));
        services.AddSingleton<IProposals>(p => new ModelProposals(p.GetRequiredService<IChatClient>(), Options(p).Timeout));
        return true;
    }

    private static HttpClient Client(IServiceProvider services)
    {
        var options = Options(services);
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(Name);
        http.BaseAddress = new Uri(options.Endpoint.TrimEnd('/') + "/");
        http.MaxResponseContentBufferSize = MostAnswerBytes;
        http.Timeout = System.Threading.Timeout.InfiniteTimeSpan; // the whole call has its own
        if (options.Secret() is { Length: > 0 } key) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    private static LanguageModelOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
}
