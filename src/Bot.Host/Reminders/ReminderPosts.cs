using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;

namespace Bot.Host.Reminders;

/// <summary>Reminders to groups or liaisons, and escalations to admins: who is missing now, one message per chat.</summary>
internal sealed class ReminderPosts(IPushes pushes, IAudiences audiences)
{
    /// <summary>Queues what is due, and writes down what was skipped.</summary>
    public async Task<int> QueueAsync(PostSight sight, IReadOnlyList<PushEntry> skipped, CancellationToken cancel)
    {
        var steps = sight.Send.Where(s => s.Planned.Step.Kind is PushKind.Reminder or PushKind.Escalation).ToList();
        if (steps.Count == 0 && skipped.Count == 0) return 0;
        var entries = new List<PushEntry>(skipped);
        entries.AddRange(await EntriesAsync(sight, [.. steps.Select(Told)], null, cancel));
        var (keyed, messages) = PushAddressing.Merge(entries);
        return await pushes.RecordAsync(sight.Season.Office.Id, keyed, messages, sight.Now, cancel);
    }

    /// <summary>A reminder that an admin asked for; the entries whose key is new are queued.</summary>
    public async Task<IReadOnlyList<PushEntry>> NudgeAsync(PostSight sight, IReadOnlyList<ToldStep> steps, PersonId by, CancellationToken cancel) =>
        await EntriesAsync(sight, steps, by, cancel);

    private static ToldStep Told(SeasonStep step) =>
        new(step.Running, step.Obligation, step.Occurrence, step.Planned.Step.Name, step.Planned.Step.Kind, step.Planned.At);

    private async Task<IReadOnlyList<PushEntry>> EntriesAsync(PostSight sight, IReadOnlyList<ToldStep> steps, PersonId? by, CancellationToken cancel)
    {
        if (steps.Count == 0) return [];
        var missing = await pushes.MissingAsync(sight.Season.Office.Id, [.. steps.Select(s => s.Of)], sight.Today, cancel);
        var entries = new List<PushEntry>();
        foreach (var step in steps)
        {
            var units = missing[step.Of];
            var chats = units.Count == 0 ? [] : await ChatsAsync(sight, step, units, cancel);
            if (chats.Count == 0) entries.Add(Nobody(step, units.Count == 0 ? SkipReason.NobodyMissing : SkipReason.NobodyToTell));
            entries.AddRange(chats.Select(c => new PushEntry
            {
                Key = new PushKey(step.Of, step.Occurrence.Deadline, step.Name, c.Chat), Kind = step.Kind, PlannedAt = step.At, Units = c.Units, AskedBy = by,
                MessageKey = "",
            }));
        }

        return entries;
    }

    private async Task<IReadOnlyList<(ChatKey Chat, IReadOnlyList<UnitId> Units)>> ChatsAsync(
        PostSight sight, ToldStep step, IReadOnlyList<UnitId> missing, CancellationToken cancel)
    {
        if (step.Kind == PushKind.Escalation) return await AdminsAsync(sight, step, missing, cancel);
        var groups = PushAddressing.Groups(step.Running, sight.Season.Units);
        var privately = step.Running.SettingsOf(step.Obligation).Pushes.Audience switch
        {
            PushAudience.Private => true,
            PushAudience.PrivateFirst => sight.Today < step.Occurrence.Deadline,
            _ => false,
        };
        if (!privately) return Shares(groups, missing);
        var chats = await audiences.LiaisonsAsync(sight.Season.Office.Id, missing, Platforms(step.Running), sight.Today, cancel);
        var reached = chats.Select(c => c.Unit).ToHashSet();
        return
        [
            .. chats.GroupBy(c => c.Chat).Select(c => (c.Key, (IReadOnlyList<UnitId>)[.. c.Select(l => l.Unit)])),
            .. Shares(groups, [.. missing.Where(u => !reached.Contains(u))]),
        ];
    }

    private async Task<IReadOnlyList<(ChatKey Chat, IReadOnlyList<UnitId> Units)>> AdminsAsync(
        PostSight sight, ToldStep step, IReadOnlyList<UnitId> missing, CancellationToken cancel)
    {
        var shares = new List<(ChatKey, IReadOnlyList<UnitId>)>();
        foreach (var admin in await audiences.AdminsAsync(sight.Season.Office.Id, Platforms(step.Running), cancel))
        {
            var within = admin.Runs.SelectMany(top => UnitTree.Below(sight.Season.Units, top)).Select(u => u.Id).ToHashSet();
            var units = admin.Runs.Count == 0 ? missing : [.. missing.Where(within.Contains)];
            if (units.Count > 0) shares.Add((admin.Chat, units));
        }

        return shares;
    }

    private static IReadOnlyList<(ChatKey Chat, IReadOnlyList<UnitId> Units)> Shares(
        IReadOnlyList<(ChatKey Chat, IReadOnlySet<UnitId> Units)> groups, IReadOnlyList<UnitId> missing) =>
        [.. groups.Select(g => (g.Chat, (IReadOnlyList<UnitId>)[.. missing.Where(g.Units.Contains)])).Where(s => s.Item2.Count > 0)];

    private static IReadOnlyCollection<Platform> Platforms(RunningCampaign running) => [.. running.Groups.Select(g => g.Chat.Platform).Distinct()];

    private static PushEntry Nobody(ToldStep step, SkipReason reason) => new()
    {
        Key = new PushKey(step.Of, step.Occurrence.Deadline, step.Name, new ChatKey(Platform.WebChat, "")), Kind = step.Kind, PlannedAt = step.At, Skipped = reason,
    };
}

/// <summary>A step that is to be told now, the policy's or one an admin asked for.</summary>
internal sealed record ToldStep(
    RunningCampaign Running, Domain.Campaigns.Obligation Obligation, Occurrence Occurrence, string Name, PushKind Kind, DateTimeOffset At)
{
    /// <summary>The occurrence's name.</summary>
    public OccurrenceKey Of => new(Running.Revision.Campaign, Obligation.Id, Occurrence.Day);
}
