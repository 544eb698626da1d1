using Bot.Adapters.Storage;
using Bot.Adapters.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Host.Verbs;

/// <summary>
/// <c>doctor</c>: looks whether the program can do its work with these settings (file, environment, <c>--SafetyMonth:…</c>), and says
/// what to do where it cannot. It changes nothing and may run beside the program.
/// </summary>
internal static class Doctor
{
    private const int Unwell = 1;
    private const int WrongSettings = 2;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter complaints, CancellationToken cancel)
    {
        try
        {
            var options = Settings.Read([.. args.Select(a => a == "--data" ? $"--{BotOptions.Section}:{nameof(BotOptions.DataFolder)}" : a)]);
            var isWell = true;
            await foreach (var finding in LookAsync(options, cancel))
            {
                await output.WriteLineAsync($"{(finding.IsWell ? "ok" : "!!")}  {finding.Words}");
                isWell &= finding.IsWell;
            }

            return isWell ? 0 : Unwell;
        }
        catch (Exception fault) when (fault is OptionsValidationException || Settings.IsUnknownKey(fault))
        {
            await complaints.WriteLineAsync(fault.Message);
            return WrongSettings;
        }
    }

    private static async IAsyncEnumerable<Finding> LookAsync(BotOptions options, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        if (options.Database.Provider == DatabaseKind.Sqlite && !File.Exists(options.DatabaseFile))
        {
            yield return new Finding(false, "Database: there is none in the data folder yet. Start the program once, or look at SafetyMonth:DataFolder.");
            yield break;
        }

        await using var stores = StoreAt.Of(options);
        var database = await DatabaseAsync(stores.Store, cancel);
        yield return database;
        if (!options.Telegram.IsOn)
        {
            yield return new Finding(true, "Telegram: no token is set (SafetyMonth:Telegram:Token), so there is no bot.");
            yield break;
        }

        if (!database.IsWell) yield break;
        using var http = new HttpClient(AddTelegram.Handler(options.Telegram));
        foreach (var finding in await new TelegramDoctor(new TelegramApi(http, options.Telegram), options.Telegram, stores.Store).LookAsync(cancel)) yield return finding;
    }

    private static async Task<Finding> DatabaseAsync(Store store, CancellationToken cancel)
    {
        try
        {
            var missing = await new Schema(store).MissingAsync(cancel);
            if (missing > 0) return new Finding(false, FormattableString.Invariant($"Database: {missing} migrations are missing. Start the program, or run migrate."));
            var offices = await store.ReadAsync(db => db.Offices.CountAsync(cancel), cancel);
            return new Finding(true, FormattableString.Invariant($"Database: reachable, {offices} offices."));
        }
        catch (NewerSchemaException newer)
        {
            return new Finding(false, $"Database: {newer.Message}");
        }
        catch (Exception fault) when (DatabaseOutage.OrRefusal(fault))
        {
            return new Finding(false, $"Database: cannot be used: {fault.Message}");
        }
    }
}
