using Bot.Adapters.Imports;
using Bot.Adapters.Storage;

namespace Bot.Host.Imports;

/// <summary>A handed-in log as its review shows it.</summary>
/// <param name="Kind">What the log is.</param>
/// <param name="Found">What is in it.</param>
/// <param name="Senders">Its senders, with who they are taken for.</param>
internal sealed record ImportReview(string Kind, LogReview Found, IReadOnlyList<SenderLine> Senders)
{
    /// <summary>Reads it through; or one sentence that says what is to be given.</summary>
    public static async Task<(ImportReview? Read, string? Wanted)> OfAsync(Store store, ImportJobs jobs, ImportJob job, ImportTarget target, DateTimeOffset now, CancellationToken cancel)
    {
        var read = await jobs.WithFileAsync(
            job,
            async path =>
            {
                var (log, wanted) = await LogFile.OpenAsync(path, Clues(job, target), cancel);
                if (log is null) return Tuple.Create<ImportReview?, string?>(null, wanted);
                var found = await LogReview.TakeAsync(log, now, cancel);
                var known = await SenderMatching.LoadAsync(store, target, cancel);
                return Tuple.Create<ImportReview?, string?>(new ImportReview(log.Kind, found, [.. found.Senders.Select(known.Match)]), null);
            },
            cancel);
        return (read?.Item1, read is null ? "文件已不在，请重新上传。" : read.Item2);
    }

    /// <summary>What was said about the log's dates.</summary>
    public static LogClues Clues(ImportJob job, ImportTarget target) => new() { Zone = target.Zone, CopiedOn = job.CopiedOn, MonthFirst = job.MonthFirst };
}
