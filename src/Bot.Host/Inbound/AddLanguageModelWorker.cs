using Bot.Adapters.LanguageModel;

namespace Bot.Host.Inbound;

/// <summary>Registers the language model's place in the program, off unless the settings say otherwise.</summary>
internal static class AddLanguageModelWorker
{
    public static IServiceCollection AddLanguageModel(this IServiceCollection services, IConfiguration configuration)
    {
        if (!services.AddProposals(configuration)) return services;
        services.AddSingleton(new ProposalQueue(isOpen: true)); // in place of the closed one
        services.AddHostedService<ProposalWorker>();
        return services;
    }
}
