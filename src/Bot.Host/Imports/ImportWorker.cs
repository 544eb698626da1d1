using Bot.Adapters.Imports;
using Bot.Adapters.Storage;
using Bot.Host.Verbs;

namespace Bot.Host.Imports;

/// <summary>Reads what was handed in at the console, one log at a time on all hosts. What a stopping program leaves is gone on with at its next start.</summary>
internal sealed class ImportWorker(IServiceProvider program, ImportJobs jobs, Leases leases, ImportWake wake, ILogger<ImportWorker> log) : BackgroundService
{
    private const string Duty = "imports";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await jobs.NextAsync(stoppingToken) is not null) await leases.HoldAsync(Duty, ReadAllAsync, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The database is away; the job is still there.
                ImportLog.WorkerFailed(log, failure.GetType().Name, failure);
            }

            await wake.WaitAsync(stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task ReadAllAsync(CancellationToken cancel)
    {
        while (await jobs.NextAsync(cancel) is { } job)
        {
            try
            {
                await using var desk = ImportDesk.Within(program);
                if (await ReadAsync(desk, job, cancel) is { } sentence) await jobs.FailAsync(job, sentence, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested && !DatabaseOutage.Is(failure))
            {
                ImportLog.Failed(log, job.Id, failure);
                await jobs.FailAsync(job, "没有导入完。已导入的都在，可以再开始，会接着导入。", cancel);
            }
        }
    }

    // Null: it came to its end.
    private async Task<string?> ReadAsync(ImportDesk desk, ImportJob job, CancellationToken cancel)
    {
        var (target, which) = await desk.Targets.FindAsync(job.Office.ToString(), job.Group, job.Campaign, cancel);
        if (target is null) return which;
        var sentence = await jobs.WithFileAsync(
            job,
            async path =>
            {
                var (log, wanted) = await LogFile.OpenAsync(path, ImportReview.Clues(job, target), cancel);
                if (log is null) return wanted!;
                var review = await LogReview.TakeAsync(log, desk.Clock.GetUtcNow(), cancel);
                var known = await SenderMatching.LoadAsync(desk.Store, target, cancel);
                IReadOnlyList<SenderLine> senders = [.. review.Senders.Select(s => job.Decide(known.Match(s), known))];
                var counted = await desk.CountAsync(target, log, review, senders, known, Path.GetDirectoryName(path)!, (done, stop) => jobs.TellAsync(job, done, stop), cancel);
                await jobs.EndAsync(job, await FiguresAsync(target, review, counted), target.Group, counted.Report.Taken, cancel);
                return "";
            },
            cancel);
        return sentence is null ? "文件已不在，请重新上传。" : sentence.Length > 0 ? sentence : null;
    }

    private static async Task<IReadOnlyList<ImportFigure>> FiguresAsync(ImportTarget target, LogReview review, CountedLog counted)
    {
        await using var said = new StringWriter();
        await new ImportSentences(target, said).ReportAsync(review, counted.Report, counted.Outcome, counted.Media);
        return [.. said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split('\t')).Where(l => l.Length == 2).Select(l => new ImportFigure(l[0], l[1]))];
    }
}
