using System.Globalization;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;

namespace Bot.Host.Reminders;

/// <summary>催报: the same reminder, now, once per due and day.</summary>
internal sealed class Nudges(ISeasons seasons, IPushes pushes, ReminderPosts reminders, Outbound.OutboundWake outbound) : INudges
{
    public async Task<NudgeOutcome> NudgeAsync(
        OfficeId office, IReadOnlyCollection<OccurrenceKey> occurrences, PersonId by, bool evenQuiet, DateTimeOffset now, CancellationToken cancel)
    {
        var season = await seasons.LoadAsync(office, now, cancel);
        var sight = new PostSight(season, [], now);
        var steps = Steps(sight, occurrences);
        if (!evenQuiet && steps.Exists(s => QuietHours.Holds(s.Running.SettingsOf(s.Obligation).Pushes, sight.Hour))) return new NudgeOutcome.Quiet();

        var entries = await reminders.NudgeAsync(sight, steps, by, cancel);
        var told = entries.Where(e => e.Skipped is null).ToList();
        if (told.Count == 0) return entries.Any(e => e.Skipped == SkipReason.NobodyToTell) ? new NudgeOutcome.NobodyToTell() : new NudgeOutcome.NobodyMissing();

        var handled = await pushes.HandledAsync(office, now - SeasonPushes.Reach, cancel);
        var fresh = told.Where(e => !handled.Contains(new HandledStep(e.Key.Of, e.Key.Deadline, e.Key.Step))).ToList();
        var (keyed, messages) = PushAddressing.Merge(fresh);
        if (fresh.Count == 0 || await pushes.RecordAsync(office, keyed, messages, now, cancel) == 0) return new NudgeOutcome.AlreadyToday();
        outbound.Ring();
        return new NudgeOutcome.Queued(fresh.SelectMany(e => e.Units).Distinct().Count());
    }

    private static List<ToldStep> Steps(PostSight sight, IReadOnlyCollection<OccurrenceKey> occurrences)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"nudge-{sight.Today:yyyy-MM-dd}");
        return
        [
            .. from running in sight.Season.Campaigns
               from obligation in running.Campaign.Obligations
               from occurrence in running.OccurrencesOf(obligation, sight.Season.Zone)
               let step = new ToldStep(running, obligation, occurrence, name, PushKind.Reminder, sight.Now)
               where occurrences.Contains(step.Of)
               select step,
        ];
    }
}
