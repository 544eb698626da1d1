using Bot.Adapters.Access;
using Bot.Adapters.Blobs;
using Bot.Adapters.Calendar;
using Bot.Adapters.Scheduling;
using Bot.Adapters.Storage;
using Bot.Adapters.Words;
using Bot.Host.Access;
using Bot.Host.Console;
using Bot.Host.Files;
using Bot.Host.Health;
using Bot.Host.Inbound;
using Bot.Host.Limits;
using Bot.Host.Telemetry;
using Bot.Host.WebChat;
using Bot.Host.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Bot.Host.Verbs;

/// <summary>Runs the bot: pipeline, web chat, console.</summary>
internal static class Serve
{
    private const int WrongSettings = 2;
    private const int NotNow = 1;
    private static readonly TimeSpan DatabasePatience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenStarts = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        try
        {
            await using var app = await BuildAsync(args, cancel);
            await app.StartAsync(cancel);
            await GreetAsync(app, cancel);
            await app.WaitForShutdownAsync(cancel);
            return 0;
        }
        catch (Exception fault) when (fault is OptionsValidationException or NewerSchemaException or OlderSchemaException or BrokenCalendarException or BrokenWordsException)
        {
            return await StopAsync(fault.Message);
        }
        catch (UnusableBlobsException fault)
        {
            var code = await StopAsync(fault.Message);
            return fault.MayPass ? NotNow : code;
        }
        catch (InvalidOperationException fault) when (fault.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal))
        {
            return await StopAsync($"A setting has a value of the wrong kind. {fault.Message}");
        }
        catch (InvalidOperationException fault) when (Settings.IsUnknownKey(fault))
        {
            return await StopAsync($"The settings have a key the program does not know. {fault.Message}");
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await StopAsync($"{fault.Message} Give another address, e.g. --urls http://127.0.0.1:5081");
        }
        catch (Exception fault) when (DatabaseOutage.OrRefusal(fault))
        {
            return await StopAsync($"The database cannot be used: {fault.Message} Look at SafetyMonth:Database and whether the server runs; a file needs a folder the program may write to (SafetyMonth:DataFolder).");
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return await StopAsync($"The data folder cannot be used: {fault.Message} Give the program a folder it may write to (SafetyMonth:DataFolder).");
        }
    }

    /// <summary>The whole program, ready to start: schema in place, first office made.</summary>
    public static async Task<WebApplication> BuildAsync(string[] args, CancellationToken cancel)
    {
        // Settings are read once. A watched file would cost an inotify instance, of which a machine has few.
        string[] all = ["--hostBuilder:reloadConfigOnChange=false", .. args];
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = all, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        // Session keys lie in the data folder like everything else there; who can read it can read all of it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(o => (o.AddServerHeader, o.Limits.MaxRequestBodySize) = (false, BodySizes.Form));
        builder.Services.Configure<HostOptions>(o => (o.ShutdownTimeout, o.ServicesStopConcurrently) = (ClaimingWorker.LongestStop, true));

        var options = Configure(builder);
        OwnFolder.Make(options.DataPath());
        // On PostgreSQL the keys lie in the database, and the data folder may be read-only.
        if (options.Database.Provider != DatabaseKind.PostgreSql) OwnFolder.Make(options.DataPath("keys"));
        // Quartz leaves its clock among the services; the program's own, registered later, is the one that counts.
        AddWake(builder.Services, options);
        builder.Services.AddBot(options);
        builder.Services.AddLanguageModel(builder.Configuration);
        AddSessionKeys(builder.Services, options);
        builder.Services.AddAccess();
        builder.Services.AddWebChat();
        builder.Services.AddConsole();
        builder.Services.AddRateLimits();
        var isMeasured = TelemetryRegistration.IsAsked(builder.Configuration, options.Telemetry);
        if (isMeasured) builder.Services.AddTelemetry();

        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        // Before anything happens that counts. Made first, it goes last.
        if (isMeasured) app.Services.GetRequiredService<TelemetryExport>();
        await StartPatientlyAsync(app.Services.GetRequiredService<Start>(), app.Logger, cancel);
        if (isMeasured) app.UseRequestSpans();
        app.UsePageHeaders();
        app.UseSizeSentence();
        app.UseAuthentication();
        if (options.RateLimits.Enabled) app.UseRateLimiter();
        app.UseAuthorization();
        app.MapAccess();
        app.MapWebChat();
        app.MapConsole();
        app.MapFormFiles();
        app.MapDeadlineCalendars();
        app.MapReturnFiles();
        app.MapTelegramWebhook(options);
        app.MapHealth();
        return app;
    }

    // Started together with its database, the program waits for it rather than fail. Every step of the start may be done again.
    private static async Task StartPatientlyAsync(Start start, ILogger log, CancellationToken cancel)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await start.RunAsync(cancel);
                return;
            }
            catch (Exception failure) when (DatabaseOutage.Is(failure) && TimeProvider.System.GetElapsedTime(begun) < DatabasePatience)
            {
                StartLog.WaitsForDatabase(log, failure.GetType().Name);
                await Task.Delay(BetweenStarts, TimeProvider.System, cancel);
            }
        }
    }

    private static void AddWake(IServiceCollection services, BotOptions options)
    {
        if (options.Database.Provider == DatabaseKind.PostgreSql) services.AddClusteredQuartzWake(options.Database.Connection());
        else services.AddQuartzWake(options.DatabaseFile);
    }

    private static void AddSessionKeys(IServiceCollection services, BotOptions options)
    {
        var keys = services.AddDataProtection().SetApplicationName("SafetyMonth");
        if (options.Database.Provider == DatabaseKind.PostgreSql) services.AddOptions<KeyManagementOptions>().Configure<SharedKeys>((o, shared) => o.XmlRepository = shared);
        else keys.PersistKeysToFileSystem(new DirectoryInfo(options.DataPath("keys")));
    }

    private static BotOptions Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsCheck>();
        builder.Services.AddOptions<BotOptions>().BindConfiguration(BotOptions.Section, b => b.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        return Settings.Of(builder.Configuration);
    }

    private static async Task<int> StopAsync(string message)
    {
        await System.Console.Error.WriteLineAsync(message);
        return WrongSettings;
    }

    // Where the program is, and a one-time way into the console. The secret goes to this screen only, never into a log.
    private static async Task GreetAsync(WebApplication app, CancellationToken cancel)
    {
        var outside = app.Services.GetRequiredService<IOptions<BotOptions>>().Value.PublicUrl;
        var address = outside.Length > 0 ? outside : app.Urls.First();
        await System.Console.Out.WriteLineAsync($"网页群聊 / web chat: {address}/");
        if (await app.Services.GetRequiredService<FirstOffice>().OwnerAsync(cancel) is { } owner)
        {
            var secret = await app.Services.GetRequiredService<IAccessLinks>().CreateAsync(owner.Office, owner.Person, LinkPurpose.Console, cancel);
            await System.Console.Out.WriteLineAsync($"后台（只能打开一次）/ console, opens once: {address}/console/enter/{secret}");
        }
    }
}
