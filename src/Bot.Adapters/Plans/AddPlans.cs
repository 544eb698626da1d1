using Bot.Adapters.Console;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Adapters.Plans;

/// <summary>The one registration of this folder.</summary>
internal static class AddPlans
{
    /// <summary>Needs the stores, the blobs, the campaigns, the calendar and the clock.</summary>
    public static IServiceCollection AddPlanDesk(this IServiceCollection services)
    {
        services.TryAddSingleton<OfficeCampaigns>();
        services.AddSingleton<PlanReadings>();
        services.AddSingleton<PlanDesk>();
        services.AddSingleton<PlanActivation>();
        services.AddSingleton<OwnForms>();
        return services;
    }
}
