using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Bot.Domain.Returns;
using Bot.Domain.Rollups;

namespace Bot.Host.Reminders;

/// <summary>
/// Before a closing hand-in, each unit that still owes it gets its own form and draft, privately; again only if its figures are
/// others than those it was shown. What falls due together is one message.
/// </summary>
internal sealed class PrefillPosts(IPushes pushes, IAudiences audiences, IReturns returns, ILedger ledger) : ISeasonPosts
{
    private const string AgainPrefix = "prefill-again-";

    /// <summary>The step of a hand-in that is offered again because a message changed its figures; no policy plans it.</summary>
    public static string Again(MessageId message) => FormattableString.Invariant($"{AgainPrefix}{message.Value:n}");

    /// <summary>Whether a step is one of those.</summary>
    public static bool IsAgain(string step) => step.StartsWith(AgainPrefix, StringComparison.Ordinal);

    public async Task<int> QueueAsync(PostSight sight, CancellationToken cancel)
    {
        var steps = sight.Send.Where(s => s.Planned.Step.Kind == PushKind.Prefill).ToList();
        if (steps.Count == 0) return 0;
        var missing = await pushes.MissingAsync(sight.Season.Office.Id, [.. steps.Select(s => s.Of)], sight.Today, cancel);
        var entries = new List<PushEntry>(steps.Where(s => missing[s.Of].Count == 0).Select(s => Skipped(s, null, SkipReason.NobodyMissing)));
        foreach (var running in steps.GroupBy(s => s.Running)) entries.AddRange(await EntriesAsync(sight, running.Key, [.. running], missing, cancel));
        var (keyed, messages) = PushAddressing.Merge(entries);
        return await pushes.RecordAsync(sight.Season.Office.Id, keyed, messages, sight.Now, cancel);
    }

    public Task<DateTimeOffset?> NextAsync(Season season, DateTimeOffset after, CancellationToken cancel) => Task.FromResult<DateTimeOffset?>(null);

    private async Task<IReadOnlyList<PushEntry>> EntriesAsync(
        PostSight sight, RunningCampaign running, IReadOnlyList<SeasonStep> steps, IReadOnlyDictionary<OccurrenceKey, IReadOnlyList<UnitId>> missing, CancellationToken cancel)
    {
        var units = steps.SelectMany(s => missing[s.Of]).Distinct().ToList();
        if (units.Count == 0) return [];
        IReadOnlyCollection<Platform> platforms = [.. running.Groups.Select(g => g.Chat.Platform).Distinct()];
        var chats = (await audiences.ConfirmersAsync(sight.Season.Office.Id, units, platforms, sight.Today, cancel)).ToLookup(c => c.Unit, c => c.Chat);
        var shown = await ShownAsync(sight, running, steps, units, cancel);
        var entries = new List<PushEntry>();
        foreach (var unit in units)
        {
            var owed = steps.Where(s => missing[s.Of].Contains(unit)).ToList();
            if (owed.TrueForAll(s => shown.Contains((s.Of, unit)))) entries.AddRange(owed.Select(s => Skipped(s, unit, SkipReason.Unchanged)));
            else if (!chats.Contains(unit)) entries.AddRange(owed.Select(s => Skipped(s, unit, SkipReason.NobodyToTell)));
            else entries.AddRange(owed.SelectMany(s => chats[unit].Select(chat => Entry(s, unit, chat))));
        }

        return entries;
    }

    // The dues whose unit was shown just the figures that the ledger holds now.
    private async Task<IReadOnlySet<(OccurrenceKey, UnitId)>> ShownAsync(
        PostSight sight, RunningCampaign running, IReadOnlyList<SeasonStep> steps, IReadOnlyList<UnitId> units, CancellationToken cancel)
    {
        var office = sight.Season.Office.Id;
        var newest = (await returns.NewestAsync(office, units, null, cancel)).Select(n => n.Version).Where(v => steps.Any(s => s.Of == v.Of)).ToList();
        var shown = new HashSet<(OccurrenceKey, UnitId)>();
        if (newest.Count == 0) return shown;
        var figures = (await ledger.FiguresAsync(office, running.Revision.Campaign, [.. newest.Select(v => v.Unit).Distinct()], cancel)).ToLookup(f => f.Unit);
        foreach (var version in newest)
        {
            var step = steps.First(s => s.Of == version.Of);
            var unit = sight.Season.Units.First(u => u.Id == version.Unit);
            var now = FilledReturn.Fill(running.Campaign, step.Obligation, HandInDays.Of(running, step.Obligation, step.Occurrence), unit, figures[unit.Id]);
            if (now.Fingerprint == version.Fingerprint) shown.Add((version.Of, version.Unit));
        }

        return shown;
    }

    private static PushEntry Entry(SeasonStep step, UnitId unit, ChatKey chat) => new()
    {
        Key = new PushKey(step.Of, step.Occurrence.Deadline, step.Planned.Step.Name, chat) { Unit = unit }, Kind = PushKind.Prefill, PlannedAt = step.Planned.At,
        Units = [unit], MessageKey = "",
    };

    private static PushEntry Skipped(SeasonStep step, UnitId? unit, SkipReason reason) => new()
    {
        Key = new PushKey(step.Of, step.Occurrence.Deadline, step.Planned.Step.Name, new ChatKey(Platform.WebChat, "")) { Unit = unit }, Kind = PushKind.Prefill,
        PlannedAt = step.Planned.At, Skipped = reason, Units = unit is { } one ? [one] : [],
    };
}
