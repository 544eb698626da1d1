using Bot.Adapters.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Bot.Domain.Replies;

namespace Bot.Host.Reminders;

/// <summary>Reminders, escalations and thanks get their words: only who is still missing is named.</summary>
internal sealed class MissingWording(ICampaigns campaigns, OfficeZones zones, TimeProvider clock)
{
    public async Task<Worded> MissingAsync(OutgoingMessage message, IReadOnlyList<StillMissing> entries, CancellationToken cancel)
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

    public async Task<Worded> ThanksAsync(OutgoingMessage message, IReadOnlyList<StillMissing> entries, CancellationToken cancel) => new Worded.Ready(
        message with { Text = ReminderText.Thanks(await HandInsAsync(entries, cancel)), Dues = [.. (await DuesAsync(entries, cancel)).Select(d => d with { Units = [] })] });

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
