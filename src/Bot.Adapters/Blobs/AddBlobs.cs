using Bot.Domain.Gathering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.Blobs;

/// <summary>Registers the store of photos and files.</summary>
internal static class AddBlobs
{
    /// <summary>In a folder, from the section <see cref="BlobOptions.Section"/>.</summary>
    public static IServiceCollection AddFolderBlobs(this IServiceCollection services)
    {
        services.AddOptions<BlobOptions>()
            .BindConfiguration(BlobOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BlobOptions>, BlobOptionsCheck>();
        services.AddSingleton<IBlobs>(provider => FolderBlobs.Open(provider.GetRequiredService<IOptions<BlobOptions>>().Value.Folder));
        return services;
    }
}
