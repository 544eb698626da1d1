using Bot.Domain.Gathering;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Adapters.Documents;

/// <summary>Registers the reading of attached documents.</summary>
internal static class AddDocuments
{
    /// <summary>Needs <see cref="IBlobs"/>.</summary>
    public static IServiceCollection AddDocumentText(this IServiceCollection services) => services.AddSingleton<IDocumentText, DocumentReader>();
}
