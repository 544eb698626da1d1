using Bot.Adapters.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>What the policies plan for the time ahead, and who would be named if it were now.</summary>
internal sealed class PlannedPushes(Store store, ISeasons seasons, IDues dues, IPushes pushes, WorkingDays calendar, TimeProvider clock)
{
    /// <summary>The steps between two instants that were not decided yet, in order of time.</summary>
    public async Task<IReadOnlyList<PlannedPush>> ReadAsync(OfficeId office, DateTimeOffset after, DateTimeOffset until, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await dues.EnsureAsync(office, now, cancel);
        var season = await seasons.LoadAsync(office, now, cancel);
        var handled = await pushes.HandledAsync(office, now - SeasonPushes.Reach, cancel);
        var steps = SeasonPushes.All(season, calendar)
            .Where(s => s.Planned.At > after && s.Planned.At <= until && !handled.Contains(new HandledStep(s.Of, s.Occurrence.Deadline, s.Planned.Step.Name))).ToList();
        var open = await store.ReadAsync(db => OpenAsync(db, office.Value, cancel), cancel);
        return [.. steps.Select(s => new PlannedPush(s, s.Running.SettingsOf(s.Obligation).Pushes.Audience, open.GetValueOrDefault(s.Of)))];
    }

    private static async Task<Dictionary<OccurrenceKey, int>> OpenAsync(BotDb db, Guid office, CancellationToken cancel)
    {
        var counts = await db.Dues.Where(d => d.OfficeId == office && d.State == DueState.Open).GroupBy(d => new { d.CampaignId, d.ObligationId, d.Occurrence })
            .Select(g => new { g.Key.CampaignId, g.Key.ObligationId, g.Key.Occurrence, Count = g.Count() }).ToListAsync(cancel);
        return counts.ToDictionary(c => new OccurrenceKey(new CampaignId(c.CampaignId), c.ObligationId, c.Occurrence), c => c.Count);
    }
}

/// <summary>A step that is planned.</summary>
/// <param name="Step">The step, with what it is about.</param>
/// <param name="Audience">Who hears a reminder.</param>
/// <param name="Open">How many units have not reported yet.</param>
internal sealed record PlannedPush(SeasonStep Step, PushAudience Audience, int Open);
