using Bot.Adapters.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Host.Verbs;

/// <summary>
/// <c>migrate</c>: brings the database to this program's version. It reads the same settings as the program itself (file,
/// environment, <c>--SafetyMonth:…</c>), and may run on any number of hosts at once. <c>--data folder</c> names the data folder in short.
/// </summary>
internal static class Migrate
{
    private const int WrongSettings = 2;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter complaints, CancellationToken cancel)
    {
        try
        {
            var options = Settings.Read([.. args.Select(a => a == "--data" ? $"--{BotOptions.Section}:{nameof(BotOptions.DataFolder)}" : a)]);
            Directory.CreateDirectory(options.DataPath());
            await using var stores = StoreAt.Of(options);
            await output.WriteLineAsync(FormattableString.Invariant($"{await new Schema(stores.Store).MigrateAsync(cancel)} migrations applied"));
            return 0;
        }
        catch (Exception fault) when (fault is NewerSchemaException or OptionsValidationException || Settings.IsUnknownKey(fault))
        {
            await complaints.WriteLineAsync(fault.Message);
            return WrongSettings;
        }
        catch (Exception fault) when (DatabaseOutage.OrRefusal(fault))
        {
            await complaints.WriteLineAsync($"The database cannot be used: {fault.Message}");
            return WrongSettings;
        }
    }
}
