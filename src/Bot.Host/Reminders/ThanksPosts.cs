using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;

namespace Bot.Host.Reminders;

/// <summary>One thank-you line per group and occurrence, within ten minutes after its last unit has reported.</summary>
internal sealed class ThanksPosts(IPushes pushes)
{
    private const string Step = "thanks";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public async Task<int> QueueAsync(PostSight sight, CancellationToken cancel)
    {
        var office = sight.Season.Office.Id;
        var met = (await pushes.MetSinceAsync(office, sight.Now - Window, cancel)).ToLookup(m => m.Of, m => m.Unit);
        if (met.Count == 0) return 0;
        var missing = await pushes.MissingAsync(office, [.. met.Select(m => m.Key)], sight.Today, cancel);
        var entries = new List<PushEntry>();
        foreach (var running in sight.Season.Campaigns)
        {
            var groups = PushAddressing.Groups(running, sight.Season.Units);
            foreach (var obligation in running.Campaign.Obligations.Where(o => o.Schedule is not Schedule.PerActivity && running.SettingsOf(o).Pushes.Thanks))
            {
                foreach (var occurrence in running.OccurrencesOf(obligation, sight.Season.Zone))
                {
                    var of = new OccurrenceKey(running.Revision.Campaign, obligation.Id, occurrence.Day);
                    if (!met.Contains(of)) continue;
                    entries.AddRange(groups.Where(g => met[of].Any(g.Units.Contains) && !missing[of].Any(g.Units.Contains))
                        .Select(g => Entry(of, occurrence, g.Chat, sight.Now)));
                }
            }
        }

        var (keyed, messages) = PushAddressing.Merge(entries);
        return await pushes.RecordAsync(office, keyed, messages, sight.Now, cancel);
    }

    private static PushEntry Entry(OccurrenceKey of, Occurrence occurrence, ChatKey chat, DateTimeOffset now) => new()
    {
        Key = new PushKey(of, occurrence.Deadline, Step, chat), Kind = PushKind.Thanks, PlannedAt = now, MessageKey = "",
    };
}
