using Bot.Adapters.Blobs;
using Bot.Adapters.Erasure;
using Bot.Adapters.Storage;
using Bot.Domain.Gathering;
using Microsoft.Extensions.Options;

namespace Bot.Host.Verbs;

/// <summary>What the verbs that erase have in common: the configured database and photos, what is said, and the sweep at the end.</summary>
internal sealed class ErasureDesk : IAsyncDisposable
{
    private const int Misused = 64;
    private const int Failed = 1;
    private const int WrongSettings = 2;

    private readonly StoreAt at;
    private readonly IBlobs blobs;
    private readonly TextWriter output;

    private ErasureDesk(BotOptions options, StoreAt at, IBlobs blobs, TextWriter output)
    {
        (Options, this.at, this.blobs, this.output) = (options, at, blobs, output);
        Sweep = new BlobSweep(at.Store, blobs, (IBlobList)blobs, TimeProvider.System);
    }

    public BotOptions Options { get; }
    public Store Store => at.Store;
    public BlobSweep Sweep { get; }

    /// <summary>Opens what the settings name and runs a verb on it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        ErasureArguments? asked, string? fault, TextWriter output, TextWriter complaints, Func<ErasureDesk, ErasureArguments, Task<string?>> verb, CancellationToken cancel)
    {
        if (asked is null) return await ComplainAsync(Misused, fault ?? "");
        try
        {
            var options = Settings.Read(asked.Settings);
            if (options.Database.Provider == DatabaseKind.Sqlite && !File.Exists(options.DatabaseFile)) return await ComplainAsync(Misused, $"There is no database {options.DatabaseFile}: give the data folder with --data.");
            options.Blobs.Folder = options.DataPath("blobs");
            await using var desk = new ErasureDesk(options, StoreAt.Of(options), AddBlobs.Open(options.Blobs), output);
            if (await new Schema(desk.Store).MissingAsync(cancel) > 0) return await ComplainAsync(WrongSettings, "The database is older than this program: run migrate first.");
            return await verb(desk, asked) is { } refusal ? await ComplainAsync(Failed, refusal) : 0;
        }
        catch (Exception wrong) when (wrong is NewerSchemaException or OptionsValidationException || Settings.IsUnknownKey(wrong))
        {
            return await ComplainAsync(WrongSettings, wrong.Message);
        }
        catch (Exception gone) when (DatabaseOutage.OrRefusal(gone))
        {
            return await ComplainAsync(Failed, $"The database cannot be used: {gone.Message} What was committed stays erased; run it again.");
        }

        async Task<int> ComplainAsync(int code, string message)
        {
            await complaints.WriteLineAsync(message);
            return code;
        }
    }

    /// <summary>Says how many rows of which tables.</summary>
    public async Task TellAsync(Tally rows)
    {
        foreach (var (table, count) in rows.Rows) await SayAsync(FormattableString.Invariant($"{table}\t{count}"));
    }

    public Task SayAsync(string line) => output.WriteLineAsync(line);

    /// <summary>After the commit: content nobody refers to, and the room of what was deleted.</summary>
    /// <returns>What is to be done again; null: nothing.</returns>
    public async Task<string?> ClearAsync(CancellationToken cancel)
    {
        var swept = await Sweep.RunAsync(cancel);
        // Smaller copies of photos, made again where they are needed.
        if (Directory.Exists(Options.ScaledPhotos)) Directory.Delete(Options.ScaledPhotos, recursive: true);
        await SayAsync(FormattableString.Invariant($"photos and files deleted\t{swept.Deleted}"));
        var cleared = await Store.ClearFreedAsync(cancel);
        if (swept.Left > 0) return FormattableString.Invariant($"{swept.Left} photos and files could not be deleted: run purge again.");
        return cleared ? null : "Erased, but another program has the database in use: what was erased may still lie in free places of its files. Stop the bot and run this again.";
    }

    public async ValueTask DisposeAsync()
    {
        (blobs as IDisposable)?.Dispose();
        await at.DisposeAsync();
    }
}
