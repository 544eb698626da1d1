using Bot.Domain.Gathering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.Photos;

/// <summary>Registers the intake of photos and files.</summary>
internal static class AddPhotos
{
    /// <summary>From the section <see cref="MediaOptions.Section"/>; needs <see cref="IBlobs"/>.</summary>
    public static IServiceCollection AddMediaIntake(this IServiceCollection services)
    {
        services.AddOptions<MediaOptions>()
            .BindConfiguration(MediaOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<MediaOptions>, MediaOptionsCheck>();
        services.AddSingleton<IMediaIntake, MediaIntake>();
        return services;
    }

    /// <summary>Registers the scaling of photos and what finds those that look alike; needs <see cref="IBlobs"/> and the clock.</summary>
    /// <param name="services">The services.</param>
    /// <param name="folder">Where scaled ones stay for some days.</param>
    public static IServiceCollection AddScaledPhotos(this IServiceCollection services, string folder)
    {
        services.AddSingleton<SeenPhotos>();
        services.AddSingleton<PhotoPrints>();
        return services.AddSingleton(p => new ScaledPhotos(p.GetRequiredService<IBlobs>(), folder, p.GetRequiredService<TimeProvider>()));
    }
}
