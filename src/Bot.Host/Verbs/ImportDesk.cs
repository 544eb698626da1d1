using Bot.Adapters.Clock;
using Bot.Adapters.Imports;
using Bot.Adapters.Storage;
using Bot.Domain;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Host.Inbound;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Host.Verbs;

/// <summary>The program's own pipeline without its senders and without its pages: what an import runs through.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    private readonly ServiceProvider services;

    private ImportDesk(ServiceProvider services) => this.services = services;

    public Store Store => services.GetRequiredService<Store>();
    public TimeProvider Clock => services.GetRequiredService<TimeProvider>();
    public ImportTargets Targets => new(Store, services.GetRequiredService<IIdSource>(), Clock);
    public SenderRegistration Registration => new(Store, services.GetRequiredService<IRegistrations>());
    public ImportRun Run => new(services.GetRequiredService<JoinedStore>(), services.GetRequiredService<InboxStore>(), services.GetRequiredService<IIdSource>(), Clock);

    /// <summary>On what the settings name.</summary>
    public static async Task<ImportDesk> OpenAsync(BotOptions options, IConfiguration configuration, CancellationToken cancel)
    {
        var parts = new ServiceCollection();
        parts.AddSingleton(configuration);
        parts.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true)
            .Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace));
        parts.AddOptions<BotOptions>();
        parts.AddBot(options);

        // An import is done again from its file: it need not wait for the disk at every message.
        if (options.Database.Provider == DatabaseKind.Sqlite) parts.AddSingleton(_ => new SqliteStore(options.DatabaseFile, waitsForDisk: false));
        parts.AddSingleton(p => new JoinedStore(options.Database.Provider == DatabaseKind.Sqlite ? p.GetRequiredService<SqliteStore>() : p.GetRequiredService<PostgresStore>()));
        parts.AddSingleton<Store>(p => p.GetRequiredService<JoinedStore>());
        parts.AddSingleton<OrganisationStore>();
        parts.AddSingleton<IOrganisation, ImportedOrganisation>();
        var services = parts.BuildServiceProvider();
        if (options.Demo) await services.GetRequiredService<DemoClock>().ResumeAsync(cancel);
        return new ImportDesk(services);
    }

    public LogMedia Media(string folder) => new(services.GetRequiredService<IMediaIntake>(), folder);

    /// <summary>Makes the dues that messages may meet.</summary>
    public Task PrepareDuesAsync(ImportTarget target, CancellationToken cancel) =>
        services.GetRequiredService<Bot.Domain.Dues.IDues>().EnsureAsync(new OfficeId(target.Office), Clock.GetUtcNow(), cancel);

    /// <summary>Handles what waits of it.</summary>
    public Task SettleAsync(ImportTarget target, CancellationToken cancel) => services.GetRequiredService<ChatWorker>().DrainAsync(target.Chat, cancel);

    /// <summary>Handles what still waits, where another host has the chat for a while or a first try failed; what waits on is that host's.</summary>
    public async Task<ImportOutcome> OutcomeAsync(ImportTarget target, ImportReport report, CancellationToken cancel)
    {
        var run = Run;
        var begun = TimeProvider.System.GetTimestamp();
        var outcome = await run.OutcomeAsync(target, report, cancel);
        while (outcome.Waiting > 0 && TimeProvider.System.GetElapsedTime(begun) < Patience)
        {
            await Task.Delay(LookAgain, TimeProvider.System, cancel);
            await SettleAsync(target, cancel);
            var now = await run.OutcomeAsync(target, report, cancel);
            if (now.Waiting < outcome.Waiting) begun = TimeProvider.System.GetTimestamp();
            outcome = now;
        }

        return outcome;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
