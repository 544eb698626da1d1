using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Imports;

/// <summary>
/// Puts a chat log into the inbox, each message under a key that is the same every time, and has it handled in the same transaction, some hundred
/// messages at once. What is in the inbox is what was done: run again after an interruption it goes on where it ended.
/// </summary>
internal sealed class ImportRun(JoinedStore store, InboxStore inbox, IIdSource ids, TimeProvider clock)
{
    private const int FewestAtOnce = 10;
    private const int MostAtOnce = 400;
    private const int Chunk = 400;

    /// <summary>How long a transaction may take: what is said meanwhile in the groups waits for it.</summary>
    private static readonly TimeSpan Wanted = TimeSpan.FromMilliseconds(700);

    /// <summary>Between two transactions; who writes to the same file would else hardly ever find it free.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <summary>Takes everything in; <paramref name="settle"/> handles what waits, every few hundred messages, <paramref name="tell"/> hears how far it is.</summary>
    public async Task<ImportReport> RunAsync(
        ImportTarget target, ILogReader log, IReadOnlyList<SenderLine> senders, HeardBefore heard, SenderMatching people, LogMedia media,
        Func<CancellationToken, Task> settle, Func<ImportReport, CancellationToken, Task> tell, CancellationToken cancel)
    {
        var report = new ImportReport();
        var lines = senders.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        var batch = new List<IncomingMessage>(MostAtOnce);
        var atOnce = 2 * FewestAtOnce;
        await foreach (var item in log.ReadAsync(cancel))
        {
            if (item is not LogItem.Said { Message: var said } || said.At > now.AddDays(1)) continue;
            report.Read++;
            if (await MessageAsync(target, said, lines[said.SenderId], log.HasPlatformTimes, heard, people, media, report, cancel) is { } message) batch.Add(message);
            if (batch.Count >= atOnce || report.Read % (MostAtOnce * 4) == 0) await PassOnAsync();
        }

        await PassOnAsync();
        return report;

        async Task PassOnAsync()
        {
            var taken = 0;
            var begun = TimeProvider.System.GetTimestamp();

            // Where one of them cannot be handled, each is by itself, and that one is put aside.
            if (!await store.TogetherAsync(TakeAsync, cancel)) await TakeAsync();
            report.Taken -= batch.Count - taken;
            report.Before += batch.Count - taken;
            if (batch.Count >= atOnce) atOnce = (int)Math.Clamp(batch.Count * Math.Min(2, Wanted / TimeProvider.System.GetElapsedTime(begun)), FewestAtOnce, MostAtOnce);
            batch.Clear();
            await tell(report, cancel);
            await Task.Delay(Breath, TimeProvider.System, cancel);

            async Task TakeAsync()
            {
                taken = await inbox.AcceptAllAsync(batch, cancel);
                await settle(cancel);
            }
        }
    }

    /// <summary>How the log's messages stand now.</summary>
    public async Task<ImportOutcome> OutcomeAsync(ImportTarget target, ImportReport report, CancellationToken cancel)
    {
        var sum = new ImportOutcome(0, 0, 0, 0, 0, 0, 0);
        foreach (var chunk in report.Ids.Distinct(StringComparer.Ordinal).Chunk(Chunk))
        {
            var part = await store.ReadAsync(db => OutcomeAsync(db, target.Chat, chunk, cancel), cancel);
            sum = new ImportOutcome(sum.Counted + part.Counted, sum.Asked + part.Asked, sum.Unclaimed + part.Unclaimed, sum.Old + part.Old, sum.Quiet + part.Quiet, sum.Failed + part.Failed, sum.Waiting + part.Waiting);
        }

        return sum;
    }

    private static async Task<ImportOutcome> OutcomeAsync(BotDb db, ChatKey chat, string[] keys, CancellationToken cancel)
    {
        var rows = await db.Messages.Where(m => m.Platform == chat.Platform && m.ChatId == chat.Id && keys.Contains(m.ExternalId))
            .Select(m => new { m.Id, m.ExternalId, m.Revision, m.State, m.SubmissionId }).ToListAsync(cancel);
        var newest = rows.GroupBy(r => r.ExternalId, StringComparer.Ordinal).Select(r => r.MaxBy(x => x.Revision)!).ToList();
        var submissions = newest.Select(r => r.SubmissionId).OfType<Guid>().Distinct().ToList();
        var states = await db.Submissions.Where(s => submissions.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.State, cancel);
        var counted = (await db.Bookings.Where(b => submissions.Contains(b.SubmissionId)).Select(b => b.SubmissionId).Distinct().ToListAsync(cancel)).ToHashSet();
        counted.UnionWith(await db.Dues.Where(d => d.MetBySubmissionId != null && submissions.Contains(d.MetBySubmissionId.Value)).Select(d => d.MetBySubmissionId!.Value).Distinct().ToListAsync(cancel));
        var questions = newest.Select(r => $"re-{r.Id:n}-0").ToList();
        var asked = (await db.Outbox.Where(o => questions.Contains(o.Key)).Select(o => o.Key).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);

        var outcome = new ImportOutcome(0, 0, 0, 0, 0, 0, 0);
        foreach (var row in newest)
        {
            if (row.State == MessageState.Waiting) outcome = outcome with { Waiting = outcome.Waiting + 1 };
            else if (row.State == MessageState.Parked) outcome = outcome with { Failed = outcome.Failed + 1 };
            else if (row.SubmissionId is { } s && counted.Contains(s)) outcome = outcome with { Counted = outcome.Counted + 1 };
            else if (row.SubmissionId is { } u && states.TryGetValue(u, out var state) && state != SubmissionState.Quiet)
                outcome = state == SubmissionState.Unclaimed ? outcome with { Unclaimed = outcome.Unclaimed + 1 } : outcome with { Old = outcome.Old + 1 };
            else outcome = outcome with { Quiet = outcome.Quiet + 1 };
            if (asked.Contains($"re-{row.Id:n}-0")) outcome = outcome with { Asked = outcome.Asked + 1 };
        }

        return outcome;
    }

    // Null: it is there already, or not to be taken.
    private async Task<IncomingMessage?> MessageAsync(
        ImportTarget target, SaidMessage said, SenderLine sender, bool platformTime, HeardBefore heard, SenderMatching people, LogMedia media, ImportReport report, CancellationToken cancel)
    {
        if (sender.IsLeftOut)
        {
            report.LeftOut++;
            return null;
        }

        var hash = TextHash.Of(said.Text);
        var id = HeardBefore.IdOf(said, hash);
        report.Ids.Add(id);
        var known = heard.Imported(id);
        if (known is { } same && (same.Hash == hash || !said.Edited))
        {
            report.Before++;
            return null;
        }

        var account = target.Account(said.SenderId);
        var person = people.Owner(account) ?? (sender.Person.Length > 0 ? people.PersonCalled(sender.Person) : null);
        if (known is null && heard.Has(said, hash, person))
        {
            report.Ids.RemoveAt(report.Ids.Count - 1);
            report.Heard++;
            return null;
        }

        var files = await media.TakeAsync(said, cancel);
        if (said.Text.Length == 0 && files.Count == 0)
        {
            report.Ids.RemoveAt(report.Ids.Count - 1);
            report.Skipped[SkipReasons.PhotoNotThere] = report.Skipped.GetValueOrDefault(SkipReasons.PhotoNotThere) + 1;
            return null;
        }

        var revision = known is { } former ? former.Revision + 1 : 0;
        heard.Took(id, revision, hash);
        if (revision > 0) report.Changed++;
        else report.Taken++;
        return new IncomingMessage
        {
            Id = new MessageId(ids.Next()), Key = new MessageKey(target.Chat, id, revision), Event = revision == 0 ? MessageEvent.Said : MessageEvent.Edited,
            Sender = account, SenderName = said.SenderName, SaidAt = said.At, SaidAtSource = platformTime ? SaidAtSource.Platform : SaidAtSource.CopiedText,
            ReceivedAt = clock.GetUtcNow(), Text = said.Text, Attachments = files, Quotes = said.Answers,
        };
    }
}
