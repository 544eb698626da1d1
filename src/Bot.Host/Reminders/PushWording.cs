using Bot.Adapters.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Bot.Domain.Replies;

namespace Bot.Host.Reminders;

/// <summary>Gives a queued push its words at the moment of sending, from what is then true.</summary>
internal sealed class PushWording(IPushes pushes, ICampaigns campaigns, OfficeZones zones, TimeProvider clock)
{
    /// <summary>How long a push waits for messages that arrived before it to be handled.</summary>
    private const int MostWaits = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>The message with its words; or that it waits, or is idle.</summary>
    public async Task<Worded> WordAsync(OutboxItem item, CancellationToken cancel)
    {
        var entries = await pushes.StillMissingAsync(item.Message.Key, cancel);
        if (entries.Count == 0) return new Worded.Idle();
        if (item.Attempts < MostWaits && await pushes.AnyUnhandledAsync(entries[0].Office, entries.Max(e => e.PlannedAt), cancel)) return new Worded.Wait(clock.GetUtcNow() + Pause);
        return entries[0].Kind switch
        {
            PushKind.Thanks => new Worded.Ready(await ThanksAsync(item.Message, entries, cancel)),
            PushKind.Reminder or PushKind.Escalation => await MissingAsync(item.Message, entries, cancel),
            _ => new Worded.Ready(item.Message),
        };
    }

    private async Task<Worded> MissingAsync(OutgoingMessage message, IReadOnlyList<StillMissing> entries, CancellationToken cancel)
    {
        var still = entries.Where(e => e.Units.Count > 0).ToList();
        if (still.Count == 0) return new Worded.Idle();
        var handIns = await HandInsAsync(still, cancel);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), await zones.OfAsync(still[0].Office, cancel)).DateTime);
        var text = still[0].Kind == PushKind.Escalation
            ? ReminderText.Escalation(handIns)
            : ReminderText.Reminder(handIns, today, PrivateChats.Is(message.Chat));
        return new Worded.Ready(message with { Text = text, Dues = await DuesAsync(still, cancel) });
    }

    private async Task<OutgoingMessage> ThanksAsync(OutgoingMessage message, IReadOnlyList<StillMissing> entries, CancellationToken cancel) =>
        message with { Text = ReminderText.Thanks(await HandInsAsync(entries, cancel)), Dues = [.. (await DuesAsync(entries, cancel)).Select(d => d with { Units = [] })] };

    private async Task<IReadOnlyList<MissingHandIn>> HandInsAsync(IReadOnlyList<StillMissing> entries, CancellationToken cancel)
    {
        var handIns = new List<MissingHandIn>(entries.Count);
        foreach (var e in entries)
        {
            var obligation = await ObligationAsync(e, cancel);
            handIns.Add(new MissingHandIn(ReminderText.What(obligation), e.Deadline, obligation.Time, e.Units));
        }

        return handIns;
    }

    private async Task<IReadOnlyList<MentionedDue>> DuesAsync(IReadOnlyList<StillMissing> entries, CancellationToken cancel)
    {
        var dues = new List<MentionedDue>(entries.Count);
        foreach (var e in entries) dues.Add(new MentionedDue(MentionedDue.IdOf(e.Of), (await ObligationAsync(e, cancel)).Kind, e.Deadline, e.Units));
        return dues;
    }

    private async Task<Obligation> ObligationAsync(StillMissing entry, CancellationToken cancel)
    {
        var active = await campaigns.GetAsync(entry.Office, new RevisionId(entry.Of.Campaign, entry.Revision), cancel);
        return active.Campaign.Obligations.First(o => o.Id == entry.Of.Obligation);
    }
}

/// <summary>What became of a push at the moment of sending.</summary>
internal abstract record Worded
{
    private Worded() { }

    /// <summary>It can be sent.</summary>
    public sealed record Ready(OutgoingMessage Message) : Worded;

    /// <summary>Messages that arrived before it are handled first.</summary>
    public sealed record Wait(DateTimeOffset Until) : Worded;

    /// <summary>Nobody is missing any more: it is not sent.</summary>
    public sealed record Idle : Worded;
}
