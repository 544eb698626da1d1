using Bot.Adapters.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Erasure;

/// <summary>Covers a person in what belongs to others: their messages and readings, reasons, drafts, plans, the log.</summary>
internal sealed class OtherTexts(BotDb db, Guid office, Traces traces, Tally tally)
{
    public async Task CoverAsync(CancellationToken cancel)
    {
        await EachAsync(
            "MessageTexts", db.MessageTexts.Where(t => db.Messages.Any(m => m.Id == t.MessageId && (m.OfficeId == office || m.OfficeId == null))).Select(t => new Held<Guid>(t.MessageId, t.Text)),
            traces.InWords, (id, text) => db.MessageTexts.Where(t => t.MessageId == id).ExecuteUpdateAsync(s => s.SetProperty(t => t.Text, text), cancel), cancel);
        await EachAsync(
            "SubmissionReadings", db.SubmissionReadings.Where(r => db.Submissions.Any(s => s.Id == r.SubmissionId && s.OfficeId == office)).Select(r => new Held<Guid>(r.SubmissionId, r.Reading)),
            json => Traces.InJson(json, traces.InWords),
            (id, json) => db.SubmissionReadings.Where(r => r.SubmissionId == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Reading, json), cancel), cancel);
        await FilesAsync(cancel);
        await ReasonsAsync(cancel);
        await PlansAsync(cancel);
        await EachAsync(
            "Audit", db.Audit.Where(a => a.OfficeId == office).Select(a => new Held<long>(a.Seq, a.Details)), json => Traces.InJson(json, traces.InAnswers),
            (seq, json) => db.Audit.Where(a => a.Seq == seq).ExecuteUpdateAsync(s => s.SetProperty(a => a.Details, json), cancel), cancel);
    }

    private async Task FilesAsync(CancellationToken cancel)
    {
        var names = db.Attachments.Where(a => db.Messages.Any(m => m.Id == a.MessageId && m.OfficeId == office)).Select(a => a.Name).Distinct().Select(n => new Held<string>(n, n));
        await EachAsync(
            "Attachments", names, traces.InWords,
            (name, covered) => db.Attachments.Where(a => a.Name == name && db.Messages.Any(m => m.Id == a.MessageId && m.OfficeId == office))
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.Name, covered), cancel), cancel);
    }

    private async Task ReasonsAsync(CancellationToken cancel)
    {
        // The program's own reasons are nobody's; it knows them again by their words.
        await EachAsync(
            "Dues", db.Dues.Where(d => d.OfficeId == office && d.ExcusedBy != null && d.ExcusedBecause != null).Select(d => new Held<Guid>(d.Id, d.ExcusedBecause!)), traces.InReasons,
            (id, text) => db.Dues.Where(d => d.Id == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.ExcusedBecause, text), cancel), cancel);
        await EachAsync(
            "DeadlineMoves", db.DeadlineMoves.Where(d => d.OfficeId == office).Select(d => d.Because).Distinct().Select(b => new Held<string>(b, b)), traces.InReasons,
            (because, text) => db.DeadlineMoves.Where(d => d.OfficeId == office && d.Because == because).ExecuteUpdateAsync(s => s.SetProperty(d => d.Because, text), cancel), cancel);
        await EachAsync(
            "Remarks", db.Remarks.Where(r => r.OfficeId == office && r.Answer != null).Select(r => new Held<Guid>(r.Id, r.Answer!)), traces.InAnswers,
            (id, text) => db.Remarks.Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Answer, text), cancel), cancel);
        await EachAsync(
            "Returns", db.Returns.Where(r => r.OfficeId == office && r.Draft != null).Select(r => new Held<Guid>(r.Id, r.Draft!)), traces.InAnswers,
            (id, text) => db.Returns.Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Draft, text), cancel), cancel);
    }

    private async Task PlansAsync(CancellationToken cancel)
    {
        var plans = db.Plans.Where(p => p.OfficeId == office);
        await EachAsync(
            "Plans", plans.Select(p => new Held<Guid>(p.Id, p.Title)), traces.InAnswers,
            (id, text) => db.Plans.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Title, text), cancel), cancel);
        await EachAsync(
            "Plans", plans.Select(p => new Held<Guid>(p.Id, p.FileName)), traces.InAnswers,
            (id, text) => db.Plans.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.FileName, text), cancel), cancel);
        await EachAsync(
            "Plans", plans.Select(p => new Held<Guid>(p.Id, p.Corrections)), json => Traces.InJson(json, traces.InAnswers),
            (id, json) => db.Plans.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Corrections, json), cancel), cancel);
    }

    // One at a time through memory; what changed is written when all are read, as a connection does one thing at a time.
    private async Task EachAsync<TKey>(string table, IQueryable<Held<TKey>> rows, Func<string, string> cover, Func<TKey, string, Task<int>> write, CancellationToken cancel)
    {
        var changed = new List<Held<TKey>>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (cover(row.Text) is var covered && covered != row.Text) changed.Add(new Held<TKey>(row.Key, covered));
        }

        foreach (var row in changed) tally.Add(table, await write(row.Key, row.Text));
    }

    private sealed record Held<TKey>(TKey Key, string Text);
}
