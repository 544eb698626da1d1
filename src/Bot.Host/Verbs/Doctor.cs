using Bot.Adapters;
using Bot.Adapters.Storage;
using Bot.Adapters.Telegram;
using Bot.Adapters.WeCom;
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

        foreach (var finding in await PictureDoctor.LookAsync(cancel)) yield return finding;
        await using var stores = StoreAt.Of(options);
        var database = await DatabaseAsync(stores.Store, cancel);
        yield return database;
        foreach (var finding in await TelegramAsync(options, stores.Store, database.IsWell, cancel)) yield return finding;
        foreach (var finding in await WeComAsync(options, stores.Store, database.IsWell, cancel)) yield return finding;
    }

    private static async Task<IReadOnlyList<Finding>> TelegramAsync(BotOptions options, Store store, bool isReachable, CancellationToken cancel)
    {
        if (!options.Telegram.IsOn) return [new Finding(true, "Telegram: no token is set (SafetyMonth:Telegram:Token), so there is no bot.")];
        if (!isReachable) return [];
        using var http = new HttpClient(AddTelegram.Handler(options.Telegram));
        return await new TelegramDoctor(new TelegramApi(http, options.Telegram), options.Telegram, store).LookAsync(cancel);
    }

    private static async Task<IReadOnlyList<Finding>> WeComAsync(BotOptions options, Store store, bool isReachable, CancellationToken cancel)
    {
        if (!options.WeCom.IsOn) return [new Finding(true, "WeCom: neither a bot nor an application is set (SafetyMonth:WeCom), so there is none.")];
        if (!isReachable) return [];
        using var http = new HttpClient(AddWeCom.Handler(options.WeCom));
        return await new WeComDoctor(new WeComApi(http, options.WeCom), options.WeCom, store, new Leases(store, new UuidV7(TimeProvider.System)), options.PublicUrl).LookAsync(cancel);
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
