using Microsoft.Extensions.Options;

namespace Bot.Host;

/// <summary>The program's settings as one object, checked: from the file beside it, the environment and the command line.</summary>
internal static class Settings
{
    /// <summary>For a verb that runs without the rest of the program.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    public static BotOptions Read(string[] args) => Of(Configured(args));

    /// <summary>What was configured, for a verb that needs more of it than the program's own section.</summary>
    public static IConfiguration Configured(string[] args)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "appsettings.json");
        return new ConfigurationBuilder().AddJsonFile(file, optional: true, reloadOnChange: false).AddEnvironmentVariables().AddCommandLine(args).Build();
    }

    /// <summary>From what was configured.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    public static BotOptions Of(IConfiguration configuration)
    {
        var options = new BotOptions();
        configuration.GetSection(BotOptions.Section).Bind(options, b => b.ErrorOnUnknownConfiguration = true);
        var check = new BotOptionsCheck().Validate(null, options);
        if (options.Telegram.WebhookUrl.Length == 0) options.Telegram.WebhookUrl = options.PublicUrl;
        return check.Failed ? throw new OptionsValidationException(BotOptions.Section, typeof(BotOptions), check.Failures) : options;
    }

    /// <summary>Whether binding failed for a key that is none.</summary>
    public static bool IsUnknownKey(Exception fault) => fault is InvalidOperationException && fault.Message.Contains("ErrorOnUnknownConfiguration", StringComparison.Ordinal);
}
