using Bot.Adapters.Clock;
using Bot.Adapters.Imports;
using Bot.Adapters.Storage;
using Bot.Domain;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Host.Inbound;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

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
    private ImportRun Run => new(services.GetRequiredService<JoinedStore>(), services.GetRequiredService<InboxStore>(), services.GetRequiredService<IIdSource>(), Clock);

    /// <summary>On what the settings name.</summary>
    public static async Task<ImportDesk> OpenAsync(BotOptions options, IConfiguration configuration, CancellationToken cancel)
    {
        var parts = Parts(options, configuration);
        parts.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true)
            .Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace));

        // An import is done again from its file: it need not wait for the disk at every message.
        if (options.Database.Provider == DatabaseKind.Sqlite) parts.AddSingleton(_ => new SqliteStore(options.DatabaseFile, waitsForDisk: false));
        parts.AddSingleton(p => new JoinedStore(options.Database.Provider == DatabaseKind.Sqlite ? p.GetRequiredService<SqliteStore>() : p.GetRequiredService<PostgresStore>()));
        parts.AddSingleton<Store>(p => p.GetRequiredService<JoinedStore>());
        var made = parts.BuildServiceProvider();
        if (options.Demo) await made.GetRequiredService<DemoClock>().ResumeAsync(cancel);
        return new ImportDesk(made);
    }

    /// <summary>On the database, the clock and the log of a program that runs.</summary>
    public static ImportDesk Within(IServiceProvider program)
    {
        var parts = Parts(program.GetRequiredService<IOptions<BotOptions>>().Value, program.GetRequiredService<IConfiguration>());
        parts.AddLogging();
        parts.AddSingleton(program.GetRequiredService<ILoggerFactory>());
        parts.AddSingleton(new JoinedStore(program.GetRequiredService<Store>()));
        parts.AddSingleton<Store>(p => p.GetRequiredService<JoinedStore>());
        parts.AddSingleton(program.GetRequiredService<TimeProvider>());
        parts.AddSingleton(program.GetRequiredService<IBlobs>());
        return new ImportDesk(parts.BuildServiceProvider());
    }

    /// <summary>Takes a reviewed log in, from where an earlier try ended.</summary>
    /// <param name="target">Its group.</param>
    /// <param name="log">The log.</param>
    /// <param name="review">What is in it.</param>
    /// <param name="senders">Its senders, as they were decided.</param>
    /// <param name="known">Who was known when they were.</param>
    /// <param name="folder">Where its photos lie.</param>
    /// <param name="tell">Hears now and then how many messages were read.</param>
    /// <param name="cancel">Breaks it off.</param>
    public async Task<CountedLog> CountAsync(
        ImportTarget target, ILogReader log, LogReview review, IReadOnlyList<SenderLine> senders, SenderMatching known, string folder, Func<int, CancellationToken, Task> tell, CancellationToken cancel)
    {
        await Targets.PrepareAsync(target, cancel);
        await new SenderRegistration(Store, services.GetRequiredService<IRegistrations>()).ConfirmAsync(target, senders, known, cancel);
        await services.GetRequiredService<Bot.Domain.Dues.IDues>().EnsureAsync(new OfficeId(target.Office), Clock.GetUtcNow(), cancel);
        var people = await SenderMatching.LoadAsync(Store, target, cancel);
        var heard = await HeardBefore.LoadAsync(Store, target, people, review, cancel);
        var media = new LogMedia(services.GetRequiredService<IMediaIntake>(), folder);
        var report = await Run.RunAsync(target, log, senders, heard, people, media, stop => SettleAsync(target, stop), (so, stop) => tell(so.Read, stop), cancel);
        return new CountedLog(report, await OutcomeAsync(target, report, cancel), media);
    }

    private static ServiceCollection Parts(BotOptions options, IConfiguration configuration)
    {
        var parts = new ServiceCollection();
        parts.AddSingleton(configuration);
        parts.AddOptions<BotOptions>();
        parts.AddBot(options);
        parts.AddSingleton<IOrganisation, ImportedOrganisation>();
        return parts;
    }

    private Task SettleAsync(ImportTarget target, CancellationToken cancel) => services.GetRequiredService<ChatWorker>().DrainAsync(target.Chat, cancel);

    /// <summary>Handles what still waits, where another host has the chat for a while or a first try failed; what waits on is that host's.</summary>
    private async Task<ImportOutcome> OutcomeAsync(ImportTarget target, ImportReport report, CancellationToken cancel)
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
