using Bot.Domain.Gathering;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Adapters.Documents;

/// <summary>Registers the reading of attached documents, and how figures are written into forms.</summary>
internal static class AddDocuments
{
    /// <summary>Needs <see cref="IBlobs"/>, the stores and the clock.</summary>
    public static IServiceCollection AddDocumentText(this IServiceCollection services)
    {
        services.AddSingleton<FigureStyles>();
        return services.AddSingleton<IDocumentText, DocumentReader>();
    }
}
