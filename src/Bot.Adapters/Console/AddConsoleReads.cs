using Microsoft.Extensions.DependencyInjection;

namespace Bot.Adapters.Console;

/// <summary>The one registration of this folder.</summary>
internal static class AddConsoleReads
{
    /// <summary>Needs the stores, the ledger, the personal links and the clock.</summary>
    public static IServiceCollection AddConsoleStores(this IServiceCollection services)
    {
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<OfficeCampaigns>();
        services.AddSingleton<Overview>();
        services.AddSingleton<Burdens>();
        services.AddSingleton<FormRollups>();
        services.AddSingleton<CellBookings>();
        services.AddSingleton<RecordLines>();
        services.AddSingleton<EvidenceList>();
        services.AddSingleton<SimilarPhotos>();
        services.AddSingleton<SaidSentences>();
        services.AddSingleton<SubmissionList>();
        services.AddSingleton<SubmissionSheets>();
        services.AddSingleton<UnclaimedList>();
        services.AddSingleton<DueMatrices>();
        services.AddSingleton<DueStandings>();
        services.AddSingleton<DueRegister>();
        services.AddSingleton<PolicyRegister>();
        services.AddSingleton<PolicyPreview>();
        services.AddSingleton<PushList>();
        services.AddSingleton<PlannedPushes>();
        services.AddSingleton<UndeliveredList>();
        services.AddSingleton<CalendarMonths>();
        services.AddSingleton<UnitRegister>();
        services.AddSingleton<GroupRegister>();
        services.AddSingleton<PeopleRegister>();
        return services;
    }
}
