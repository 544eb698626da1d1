using Bot.Domain.Gathering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.Blobs;

/// <summary>Registers the store of photos and files.</summary>
internal static class AddBlobs
{
    /// <summary>A folder or a bucket, from the section <see cref="BlobOptions.Section"/>.</summary>
    public static IServiceCollection AddBlobStore(this IServiceCollection services)
    {
        services.AddOptions<BlobOptions>()
            .BindConfiguration(BlobOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BlobOptions>, BlobOptionsCheck>();
        services.AddSingleton(provider => Open(provider.GetRequiredService<IOptions<BlobOptions>>().Value));
        services.AddSingleton(provider => (IBlobsCheck)provider.GetRequiredService<IBlobs>());
        return services;
    }

    /// <summary>The folder or the bucket that is meant.</summary>
    public static IBlobs Open(BlobOptions options) => options.Provider == BlobProvider.S3 ? S3Blobs.Open(options) : FolderBlobs.Open(options.Folder);
}
