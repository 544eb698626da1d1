using Bot.Domain.Dues;
using Bot.Domain.Reminders;

namespace Bot.Adapters.Console;

/// <summary>Everything a policy would push in the season, before it is kept.</summary>
internal sealed class PolicyPreview(WorkingDays calendar, TimeProvider clock)
{
    /// <summary>The occurrences with their steps; those that were over before the campaign was bound are left out.</summary>
    public IReadOnlyList<PreviewOccurrence> Of(PolicySheet sheet, ObligationSettings settings)
    {
        var (obligation, season, running) = (sheet.Obligation, sheet.Season, sheet.Running);
        var moves = (running?.Moves ?? []).Where(m => m.Obligation == obligation.Id).ToDictionary(m => m.Day, m => m.To);
        var since = clock.GetUtcNow() is var now && running?.Since > now ? running.Since : now;
        var addressed = DuePlan.Addressed(obligation, season.Units);
        return
        [
            .. Occurrences.Of(obligation, sheet.Campaign.Active.Campaign.Period, settings, moves, season.Zone)
                .Where(o => running is null || o.ClosesAt > running.Since)
                .Select(o => new PreviewOccurrence(
                    o, addressed.Count(u => DuePlan.TakesPart(u, o.Deadline)),
                    [.. PushForecast.Of(o, obligation.Time, settings.Pushes, calendar, season.Zone).Select(f => new PreviewStep(f, f.At <= since))])),
        ];
    }

    /// <summary>The years of deadlines whose holidays nobody announced yet.</summary>
    public IReadOnlyList<int> UnknownYears(IEnumerable<PreviewOccurrence> occurrences) =>
        [.. occurrences.Select(o => o.Occurrence.Deadline.Year).Distinct().Where(y => !calendar.Knows(y)).Order()];
}

/// <summary>An occurrence with what is pushed about it.</summary>
/// <param name="Occurrence">The occurrence.</param>
/// <param name="Units">How many units owe it.</param>
/// <param name="Steps">All steps in order of time.</param>
internal sealed record PreviewOccurrence(Occurrence Occurrence, int Units, IReadOnlyList<PreviewStep> Steps);

/// <summary>A step, and whether its time has passed: it is not made up for.</summary>
internal sealed record PreviewStep(StepForecast Forecast, bool IsPast);
