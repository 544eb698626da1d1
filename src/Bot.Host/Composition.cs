using Bot.Adapters;
using Bot.Adapters.Access;
using Bot.Adapters.Blobs;
using Bot.Adapters.Calendar;
using Bot.Adapters.Clock;
using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Adapters.Demo;
using Bot.Adapters.Photos;
using Bot.Adapters.Plans;
using Bot.Adapters.Scheduling;
using Bot.Adapters.Storage;
using Bot.Adapters.Telegram;
using Bot.Adapters.WebChat;
using Bot.Adapters.Words;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Bot.Host.Files;
using Bot.Host.Health;
using Bot.Host.Inbound;
using Bot.Host.Outbound;
using Bot.Host.Reminders;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Host;

/// <summary>Wires the ports.</summary>
internal static class Composition
{
    public static IServiceCollection AddBot(this IServiceCollection services, BotOptions options, string? databaseFile = null)
    {
        services.AddSingleton<IIdSource>(new UuidV7(TimeProvider.System));
        services.AddReaders(options.DataPath());
        AddDatabase(services, options, databaseFile);
        services.AddWebChatAdapter();
        services.AddSingleton<FormMaker>();
        services.AddSingleton<ReturnMaker>();
        services.AddSingleton<CalendarMaker>();
        services.TryAddSingleton<FormRollups>();
        services.AddSingleton<IOutgoingFiles, OutgoingFiles>();
        if (options.Telegram.IsOn) services.AddTelegramChannel(options.Telegram);
        services.Configure<BlobOptions>(blobs => blobs.Folder = options.DataPath("blobs"));
        services.AddBlobStore();
        services.AddMediaIntake();
        services.AddDocumentText();
        services.AddWorkingDays(options.DataPath());
        services.AddPlanDesk();
        AddClock(services, options);
        AddPipeline(services);
        AddReminders(services);
        services.AddSingleton<Start>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<IAccessLinks>(p => new AccessLinks(
            p.GetRequiredService<Store>(), p.GetRequiredService<IIdSource>(), TimeProvider.System, p.GetRequiredService<Start>().DemoOffice));
        return services;
    }

    // Hosts that share a database share the keys of their links as well.
    private static void AddDatabase(IServiceCollection services, BotOptions options, string? file)
    {
        if (file is null && options.Database.Provider == DatabaseKind.PostgreSql)
        {
            services.AddPostgresStorage(options.Database.Connection());
            services.AddSingleton(p => new CalendarLinks(() => p.GetRequiredService<SharedKeys>().Take(SharedKeys.Calendar)));
            return;
        }

        services.AddSqliteStorage(file ?? options.DatabaseFile);
        services.AddSingleton(new CalendarLinks(() => KeyFile.Take(options.DataPath(Path.Combine("keys", "calendar.key")))));
    }

    private static void AddClock(IServiceCollection services, BotOptions options)
    {
        if (!options.Demo)
        {
            services.AddSingleton(TimeProvider.System);
            return;
        }

        services.AddSingleton<DemoOffice>();
        services.AddSingleton(p => new DemoClock(p.GetRequiredService<Store>(), TimeProvider.System, DemoOffice.Start));
        services.AddSingleton<IDemoClock>(p => p.GetRequiredService<DemoClock>());
        services.AddSingleton<TimeProvider>(p => p.GetRequiredService<DemoClock>());
        services.AddHostedService<DemoClockKeeper>();
    }

    private static void AddReminders(IServiceCollection services)
    {
        services.AddSingleton<PushWording>();
        services.AddSingleton<MissingWording>();
        services.AddSingleton<RollupWording>();
        services.AddSingleton<RollupChats>();
        services.AddSingleton<RollupFigures>();
        services.AddSingleton<ISeasonPosts, RollupPosts>();
        services.AddSingleton<PrefillWording>();
        services.AddSingleton<ISeasonPosts, PrefillPosts>();
        services.AddSingleton<ReturnOffers>();
        services.AddSingleton<ReturnCabinet>();
        services.AddSingleton<ReminderPosts>();
        services.AddSingleton<ThanksPosts>();
        services.AddSingleton<INudges, Nudges>();
        services.AddSingleton<ReminderTick>();
        services.AddSingleton<IWakeUp>(p => p.GetRequiredService<ReminderTick>());
        services.AddSingleton<WakeTimes>();
        services.AddSingleton<TimeRun>();
    }

    private static void AddPipeline(IServiceCollection services)
    {
        services.AddSingleton<InboundWake>();
        services.AddSingleton<OutboundWake>();
        services.AddSingleton<IInbox, Arrivals>();
        services.AddSingleton<HandleMessage>();
        services.AddSingleton<HandleSubmission>();
        services.AddSingleton(new ProposalQueue(isOpen: false));
        services.AddSingleton<RecordReport>();
        services.AddSingleton<AnswerWord>();
        services.AddSingleton<AnswerFigures>();
        services.AddSingleton<DueBoards>();
        services.AddSingleton<AnswerDues>();
        services.AddSingleton<AnswerSchedule>();
        services.AddSingleton<Originals>();
        services.AddSingleton<AttachedTexts>();
        services.TryAddSingleton<AuditTrail>();
        services.AddSingleton<ExcuseDues>();
        services.AddSingleton<AskLeave>();
        services.AddSingleton<PostponeDues>();
        services.AddSingleton<AnswerDueWord>();
        services.AddSingleton<AnswerQuestion>();
        services.AddSingleton<SaidAboutPlans>();
        services.AddSingleton<AnswerPlans>();
        services.AddSingleton<AnswerRemarks>();
        services.AddSingleton<AnswerOverdue>();
        services.AddSingleton<AnswerReturns>();
        services.AddSingleton<AnswerPress>();
        services.AddSingleton<ChatWorker>();
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService(p => p.GetRequiredService<ChatWorker>());
        services.AddHostedService(p => p.GetRequiredService<OutboxWorker>());
    }
}
