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
using Bot.Host.WebChat;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Bot.Host.Verbs;

/// <summary>Runs the bot: pipeline, web chat, console.</summary>
internal static class Serve
{
    private const int WrongSettings = 2;
    private const int NotNow = 1;

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
        catch (Exception fault) when (fault is OptionsValidationException or NewerSchemaException or BrokenCalendarException or BrokenWordsException)
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
        catch (InvalidOperationException fault) when (fault.Message.Contains("ErrorOnUnknownConfiguration", StringComparison.Ordinal))
        {
            return await StopAsync($"The settings have a key the program does not know. {fault.Message}");
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await StopAsync($"{fault.Message} Give another address, e.g. --urls http://127.0.0.1:5081");
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException or Microsoft.Data.Sqlite.SqliteException)
        {
            return await StopAsync($"The data folder cannot be used: {fault.Message} Give the program a folder it may write to (SafetyMonth:DataFolder).");
        }
    }

    /// <summary>The whole program, ready to start: schema in place, first office made.</summary>
    public static async Task<WebApplication> BuildAsync(string[] args, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        // Session keys lie in the data folder like everything else there; who can read it can read all of it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);

        var options = Settings(builder);
        OwnFolder.Make(options.DataPath());
        OwnFolder.Make(options.DataPath("keys"));
        // Quartz leaves its clock among the services; the program's own, registered later, is the one that counts.
        builder.Services.AddQuartzWake(options.DataPath("safetymonth.db"));
        builder.Services.AddBot(options);
        builder.Services.AddLanguageModel(builder.Configuration);
        builder.Services.AddDataProtection().SetApplicationName("SafetyMonth").PersistKeysToFileSystem(new DirectoryInfo(options.DataPath("keys")));
        builder.Services.AddAccess();
        builder.Services.AddWebChat();
        builder.Services.AddConsole();

        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await app.Services.GetRequiredService<Start>().RunAsync(cancel);
        app.UsePageHeaders();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapAccess();
        app.MapWebChat();
        app.MapConsole();
        app.MapFormFiles();
        app.MapDeadlineCalendars();
        app.MapReturnFiles();
        app.MapHealth();
        return app;
    }

    private static BotOptions Settings(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsCheck>();
        builder.Services.AddOptions<BotOptions>().BindConfiguration(BotOptions.Section, b => b.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        var options = new BotOptions();
        builder.Configuration.GetSection(BotOptions.Section).Bind(options, b => b.ErrorOnUnknownConfiguration = true);
        var check = new BotOptionsCheck().Validate(null, options);
        return check.Failed ? throw new OptionsValidationException(BotOptions.Section, typeof(BotOptions), check.Failures) : options;
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
