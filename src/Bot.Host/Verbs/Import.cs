using System.Globalization;
using Bot.Adapters.Imports;
using Bot.Adapters.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Host.Verbs;

/// <summary>
/// <c>import &lt;file&gt; --group … [--yes]</c>: a chat's past out of a Telegram export, copied text or a table. Without <c>--yes</c> it
/// tells who said how much and who that is taken for, and nothing counts.
/// </summary>
internal sealed class Import
{
    private const int Misused = 64;
    private const int Failed = 1;
    private const int WrongSettings = 2;

    private readonly ImportDesk desk;
    private readonly ImportArguments asked;
    private readonly TextWriter output;
    private readonly TextWriter screen;

    private Import(ImportDesk desk, ImportArguments asked, TextWriter output, TextWriter screen) =>
        (this.desk, this.asked, this.output, this.screen) = (desk, asked, output, screen);

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter complaints, CancellationToken cancel)
    {
        var (asked, fault) = ImportArguments.Read(args);
        if (asked is null) return await ComplainAsync(Misused, fault ?? "");
        try
        {
            var configuration = Settings.Configured(asked.Settings);
            var options = Settings.Of(configuration);
            if (options.Database.Provider == DatabaseKind.Sqlite && !File.Exists(options.DatabaseFile)) return await ComplainAsync(Misused, $"没有数据库 {options.DatabaseFile}：请用 --data 给出数据文件夹。");
            options.Blobs.Folder = options.DataPath("blobs");
            await using var opened = await ImportDesk.OpenAsync(options, configuration, cancel);
            if (await new Schema(opened.Store).MissingAsync(cancel) > 0) return await ComplainAsync(WrongSettings, "数据库比程序旧：请先运行 migrate。");
            var (code, sentence) = await new Import(opened, asked, output, complaints).RunAsync(cancel);
            return sentence is null ? code : await ComplainAsync(code, sentence);
        }
        catch (Exception wrong) when (wrong is NewerSchemaException or OptionsValidationException || Settings.IsUnknownKey(wrong))
        {
            return await ComplainAsync(WrongSettings, wrong.Message);
        }
        catch (Exception gone) when (DatabaseOutage.OrRefusal(gone))
        {
            return await ComplainAsync(Failed, $"数据库用不了：{gone.Message} 已导入的都在，再运行一次会接着导入。");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return await ComplainAsync(Failed, $"文件读写不了：{unreadable.Message}");
        }

        async Task<int> ComplainAsync(int code, string message)
        {
            await complaints.WriteLineAsync(message);
            return code;
        }
    }

    private async Task<(int Code, string? Sentence)> RunAsync(CancellationToken cancel)
    {
        var (target, which) = await desk.Targets.FindAsync(asked.Office, asked.Group, asked.Campaign, cancel);
        if (target is null) return (Misused, which);
        var clues = new LogClues { Zone = target.Zone, CopiedOn = asked.CopiedOn, MonthFirst = asked.MonthFirst };
        var (log, wanted) = await LogFile.OpenAsync(asked.File, clues, cancel);
        if (log is null) return (Misused, wanted);

        var review = await LogReview.TakeAsync(log, desk.Clock.GetUtcNow(), cancel);
        var known = await SenderMatching.LoadAsync(desk.Store, target, cancel);
        IReadOnlyList<SenderLine> senders = [.. review.Senders.Select(known.Match)];
        if (asked.Senders is { } table)
        {
            var (decided, fault) = await SenderTable.ReadAsync(table, senders, known, cancel);
            if (decided is null) return (Misused, fault);
            senders = decided;
        }

        var sentences = new ImportSentences(target, output);
        await sentences.ReviewAsync(log, review, senders);
        if (asked.Review is { } file) await File.WriteAllBytesAsync(file, SenderTable.Write(senders, target.Zone), cancel);
        if (!asked.Yes)
        {
            await output.WriteLineAsync("什么都没有记入；核对发言人后加 --yes 才会记入。");
            return (review.BrokenPlaces > 0 ? Failed : 0, null);
        }

        return (await CountAsync(target, log, review, senders, known, sentences, cancel), null);
    }

    private async Task<int> CountAsync(
        ImportTarget target, ILogReader log, LogReview review, IReadOnlyList<SenderLine> senders, SenderMatching known, ImportSentences sentences, CancellationToken cancel)
    {
        var folder = Directory.Exists(asked.File) ? asked.File : Path.GetDirectoryName(asked.File)!;
        var progress = new ImportProgress(screen, review.Messages, ReferenceEquals(screen, System.Console.Error) && !System.Console.IsErrorRedirected);
        var begun = TimeProvider.System.GetTimestamp();
        var (report, outcome, media) = await desk.CountAsync(target, log, review, senders, known, folder, TellAsync, cancel);
        progress.End();
        await sentences.ReportAsync(review, report, outcome, media);
        await screen.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"用时{TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0}秒"));
        return review.BrokenPlaces > 0 || outcome.Failed > 0 || outcome.Waiting > 0 ? Failed : 0;

        Task TellAsync(int done, CancellationToken stop)
        {
            progress.Tell(done);
            return Task.CompletedTask;
        }
    }
}
