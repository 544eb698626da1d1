using System.Collections.Concurrent;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Bot.Domain.Rollups;

namespace Bot.Host.Reminders;

/// <summary>
/// Figures to groups and admins: when the policy's step comes, when a closing hand-in is complete, and once more when what was
/// posted has changed.
/// </summary>
internal sealed class RollupPosts(IPushes pushes, RollupChats chats, RollupFigures figures, ILedger ledger) : ISeasonPosts
{
    /// <summary>The step of figures posted again; no policy plans it.</summary>
    public const string Corrected = "rollup-corrected";

    /// <summary>The step of figures posted because nobody is missing any more; no policy plans it.</summary>
    public const string Complete = "rollup-complete";

    // A booking may be written while a post is on its way: it is looked at, and the figures decide.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);
    private static readonly ObligationKind[] Closing = [ObligationKind.Summary, ObligationKind.Statistics];

    // Changes that were looked at and left the posted figures as they were.
    private readonly ConcurrentDictionary<(OfficeId, PushKey), DateTimeOffset> harmless = new();

    public async Task<int> QueueAsync(PostSight sight, CancellationToken cancel)
    {
        var office = sight.Season.Office.Id;
        var posted = await pushes.PostedAsync(office, PushKind.Rollup, cancel);
        var entries = new List<PushEntry>();
        foreach (var step in sight.Send.Where(s => s.Planned.Step.Kind == PushKind.Rollup))
        {
            var known = posted.Any(p => p.Of == step.Of && p.Step == Complete);
            entries.AddRange(await EntriesAsync(sight, new SeasonOccurrence(step.Running, step.Obligation, step.Occurrence), step.Planned.Step.Name, step.Planned.At, known, cancel));
        }

        foreach (var of in await CompleteAsync(sight, posted, cancel)) entries.AddRange(await EntriesAsync(sight, of, Complete, sight.Now, false, cancel));
        foreach (var (post, of, at) in await ChangedAsync(sight.Season, posted, sight.Now, cancel))
        {
            if (at <= sight.Now && !QuietHours.Holds(of.Pushes, sight.Hour)) entries.Add(Entry(of, Corrected, at, post.Chat));
        }

        var (keyed, messages) = PushAddressing.Merge(entries);
        return entries.Count == 0 ? 0 : await pushes.RecordAsync(office, keyed, messages, sight.Now, cancel);
    }

    public async Task<DateTimeOffset?> NextAsync(Season season, DateTimeOffset after, CancellationToken cancel)
    {
        var posted = await pushes.PostedAsync(season.Office.Id, PushKind.Rollup, cancel);
        return (await ChangedAsync(season, posted, after, cancel)).Select(c => (DateTimeOffset?)c.At).Where(at => at > after).Min();
    }

    private async Task<IReadOnlyList<PushEntry>> EntriesAsync(
        PostSight sight, SeasonOccurrence of, string step, DateTimeOffset at, bool known, CancellationToken cancel)
    {
        if (known) return [Skipped(of, step, at, SkipReason.Unchanged)];
        var audience = await chats.OfAsync(sight.Season, of.Running, cancel);
        return audience.Count == 0 ? [Skipped(of, step, at, SkipReason.NobodyToTell)] : [.. audience.Select(c => Entry(of, step, at, c.Chat))];
    }

    // A closing hand-in that is complete need not wait for its step. A weekly one has its step the next working day anyway.
    private async Task<IReadOnlyList<SeasonOccurrence>> CompleteAsync(PostSight sight, IReadOnlyList<PostedPush> posted, CancellationToken cancel)
    {
        var complete = await pushes.CompletedSinceAsync(sight.Season.Office.Id, Closing, sight.Now - PushPlanner.OldestAfterDeadline, cancel);
        return
        [
            .. complete.Where(of => !posted.Any(p => p.Of == of)).Select(of => SeasonOccurrence.Find(sight.Season, of)).OfType<SeasonOccurrence>()
                .Where(of => of.Pushes.Steps.Any(s => s.Kind == PushKind.Rollup) && !IsWeekly(of) && !QuietHours.Holds(of.Pushes, sight.Hour)),
        ];
    }

    // What was posted, was not corrected yet, and no longer agrees with the ledger; with the instant of its correction.
    private async Task<IReadOnlyList<(PostedPush Post, SeasonOccurrence Of, DateTimeOffset At)>> ChangedAsync(
        Season season, IReadOnlyList<PostedPush> posted, DateTimeOffset now, CancellationToken cancel)
    {
        var changed = new List<(PostedPush, SeasonOccurrence, DateTimeOffset)>();
        var corrected = posted.Where(p => p.Step == Corrected).Select(p => (p.Of, p.Deadline, p.Chat)).ToHashSet();
        foreach (var post in posted.Where(p => p.Step != Corrected && p is { Fingerprint: not null, SentAt: { } sent } && sent > now - SeasonPushes.Reach))
        {
            if (corrected.Contains((post.Of, post.Deadline, post.Chat)) || SeasonOccurrence.Find(season, post.Of) is not { } of || of.Occurrence.Deadline != post.Deadline) continue;
            if (await ledger.ChangedAsync(season.Office.Id, post.Of.Campaign, of.Days, post.SentAt!.Value - Slack, cancel) is not { } at) continue;
            if (await IsStillTrueAsync(season, of, post, at, cancel)) continue;
            changed.Add((post, of, CorrectedPosts.PlannedAt(at, of.Pushes, season.Zone)));
        }

        return changed;
    }

    private async Task<bool> IsStillTrueAsync(Season season, SeasonOccurrence of, PostedPush post, DateTimeOffset changedAt, CancellationToken cancel)
    {
        var seen = (season.Office.Id, new PushKey(post.Of, post.Deadline, post.Step, post.Chat));
        if (harmless.TryGetValue(seen, out var known) && known == changedAt) return true;
        if ((await chats.OfAsync(season, of.Running, cancel)).FirstOrDefault(c => c.Chat == post.Chat) is not { } chat) return true;
        if ((await figures.OfAsync(season, of, chat.Units(season), cancel)).Fingerprint != post.Fingerprint) return false;
        harmless[seen] = changedAt;
        return true;
    }

    private static bool IsWeekly(SeasonOccurrence of) =>
        Occurrences.Effective(of.Obligation, of.Running.SettingsOf(of.Obligation), of.Running.Campaign.Period) is Schedule.Weekly or Schedule.Biweekly;

    private static PushEntry Entry(SeasonOccurrence of, string step, DateTimeOffset at, ChatKey chat) => new()
    {
        Key = new PushKey(of.Key, of.Occurrence.Deadline, step, chat), Kind = PushKind.Rollup, PlannedAt = at, MessageKey = "",
    };

    private static PushEntry Skipped(SeasonOccurrence of, string step, DateTimeOffset at, SkipReason reason) =>
        Entry(of, step, at, new ChatKey(Platform.WebChat, "")) with { MessageKey = null, Skipped = reason };
}
