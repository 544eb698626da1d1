using Bot.Domain.Campaigns;
using Bot.Domain.Dues;

namespace Bot.Domain.Reminders;

/// <summary>All steps of a season, and which of them are to be pushed now.</summary>
public static class SeasonPushes
{
    /// <summary>How far back a missed step is looked for.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(45);

    /// <summary>Every step the season's policies plan, in order of time; steps of what is over before the campaign was bound are none.</summary>
    public static IEnumerable<SeasonStep> All(Season season, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(season);
        return Each(season, calendar).SelectMany(o => o.Steps.Where(s => s.At > o.Since).Select(s => new SeasonStep(o.Running, o.Obligation, o.Occurrence, s)))
            .OrderBy(s => s.Planned.At);
    }

    /// <summary>The steps whose instant has come and which were not decided yet, with what is to be done.</summary>
    public static IReadOnlyList<(SeasonStep Step, PushDecision Decision)> Due(
        Season season, WorkingDays calendar, IReadOnlySet<HandledStep> handled, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(season);
        ArgumentNullException.ThrowIfNull(handled);
        var hour = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, season.Zone).DateTime);
        var due = new List<(SeasonStep, PushDecision)>();
        foreach (var item in Each(season, calendar))
        {
            var key = item.Key;
            var decisions = PushPlanner.Decide(new PushSight
            {
                Steps = [.. item.Steps.Where(s => s.At > now - Reach)], ClosesAt = item.Occurrence.ClosesAt, Since = item.Since, Now = now,
                Handled = item.Steps.Select(s => s.Step.Name).Where(n => handled.Contains(new HandledStep(key, item.Occurrence.Deadline, n))).ToHashSet(),
                IsQuiet = QuietHours.Holds(item.Settings.Pushes, hour),
            });
            due.AddRange(decisions.Select(d => (new SeasonStep(item.Running, item.Obligation, item.Occurrence, d.Planned), d)));
        }

        return due;
    }

    private static IEnumerable<PlannedOccurrence> Each(Season season, WorkingDays calendar)
    {
        foreach (var running in season.Campaigns)
        {
            foreach (var obligation in running.Campaign.Obligations)
            {
                var settings = running.SettingsOf(obligation);
                foreach (var occurrence in running.OccurrencesOf(obligation, season.Zone))
                {
                    if (occurrence.ClosesAt <= running.Since) continue;
                    var moved = running.Moves.FirstOrDefault(m => m.Obligation == obligation.Id && m.Day == occurrence.Day)?.At;
                    yield return new PlannedOccurrence(
                        running, obligation, settings, occurrence, Latest(running.Since, settings.SetAt, moved),
                        PushTimes.Of(occurrence, obligation.Time, settings.Pushes, calendar, season.Zone));
                }
            }
        }
    }

    private static DateTimeOffset Latest(DateTimeOffset since, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
        {
            if (other is { } later && later > since) since = later;
        }

        return since;
    }

    private sealed record PlannedOccurrence(
        RunningCampaign Running, Obligation Obligation, ObligationSettings Settings, Occurrence Occurrence, DateTimeOffset Since, IReadOnlyList<PlannedStep> Steps)
    {
        public OccurrenceKey Key => new(Running.Revision.Campaign, Obligation.Id, Occurrence.Day);
    }
}

/// <summary>A step with what it is a step of.</summary>
public sealed record SeasonStep(RunningCampaign Running, Obligation Obligation, Occurrence Occurrence, PlannedStep Planned)
{
    /// <summary>The occurrence's name.</summary>
    public OccurrenceKey Of => new(Running.Revision.Campaign, Obligation.Id, Occurrence.Day);
}
