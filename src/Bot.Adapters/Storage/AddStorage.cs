using Bot.Adapters.Telemetry;
using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Proposals;
using Bot.Domain.Reading;
using Bot.Domain.Reminders;
using Bot.Domain.Returns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Adapters.Storage;

/// <summary>The one registration of this folder.</summary>
internal static class AddStorage
{
    /// <summary>Every store on SQLite in one file.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string file)
    {
        services.AddSingleton<Store>(_ => new SqliteStore(file));
        services.AddSingleton<HostSignals, NoOtherHosts>();
        services.AddSingleton<IInboxStore>(p => p.GetRequiredService<InboxStore>());
        services.AddSingleton<IOrganisation>(p => p.GetRequiredService<OrganisationStore>());
        return services.AddStores();
    }

    /// <summary>Every store on PostgreSQL, and the hosts' signals to one another.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="connection">How to reach the database.</param>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connection)
    {
        services.AddSingleton(_ => new PostgresStore(connection));
        services.AddSingleton<Store>(p => p.GetRequiredService<PostgresStore>());
        services.AddSingleton<IInboxStore, PostgresInbox>();
        services.AddSingleton<IOrganisation, PostgresOrganisation>();
        services.AddSingleton<PostgresSignals>();
        services.AddSingleton<HostSignals>(p => p.GetRequiredService<PostgresSignals>());
        services.AddHostedService(p => p.GetRequiredService<PostgresSignals>());
        services.AddSingleton(p => new SharedKeys(p.GetRequiredService<Store>(), TimeProvider.System));
        return services.AddStores();
    }

    private static IServiceCollection AddStores(this IServiceCollection services)
    {
        services.AddSingleton<BotMeter>();
        services.AddSingleton<QueueLag>();
        services.AddSingleton<Leases>();
        services.AddSingleton<Schema>();
        services.AddSingleton<CampaignActivation>();
        services.AddSingleton<FirstOffice>();
        services.AddSingleton<InboxStore>();
        services.AddSingleton<IChatClaims, ChatClaims>();
        services.AddSingleton<OrganisationStore>();
        services.AddSingleton<IRegistrations, RegistrationStore>();
        services.AddSingleton<ISubmissions, SubmissionStore>();
        services.AddSingleton<IHandledCommit, HandledCommit>();
        services.AddSingleton<ILedger, LedgerStore>();
        services.AddSingleton<IRemarks, RemarkStore>();
        services.AddSingleton<IProposalQuestions, ProposalStore>();
        services.AddSingleton<IMessages, MessageStore>();
        services.AddSingleton<IOutbox, OutboxStore>();
        services.AddSingleton<IPace, PaceStore>();
        services.AddSingleton<ISeasons, SeasonStore>();
        services.AddSingleton<DueCreation>();
        services.AddSingleton<IDues, DueStore>();
        services.AddSingleton<IPushes, PushStore>();
        services.AddSingleton<IAudiences, AudienceStore>();
        services.AddSingleton<IReturns, ReturnStore>();
        services.AddSingleton<OfficeZones>();
        services.AddSingleton<ICampaigns>(p => new CampaignStore(
            p.GetRequiredService<Store>(), CampaignActivation.Load, p.GetRequiredService<Func<Campaign, IReportReader>>()));
        return services;
    }
}
