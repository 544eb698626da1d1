using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Bot.Domain.Returns;
using Bot.Host.Inbound;

namespace Bot.Host.Reminders;

/// <summary>
/// Who corrects what was offered, in the private chat where it was offered, gets the new version right away. The correction has
/// gone into the ledger before; were this lost, the next 确认 would still show what changed.
/// </summary>
internal sealed class ReturnOffers(IReturns returns, ISeasons seasons, ILedger ledger, IPushes pushes, Outbound.OutboundWake outbound)
{
    public async Task AfterAsync(Scene scene, Handled handled, CancellationToken cancel)
    {
        if (scene.InGroup || scene.Person is not { } person || handled.Completed.Count == 0) return;
        var office = scene.Place.Office.Id;
        var units = await returns.ConfirmsForAsync(office, person.Id, scene.SaidOn, cancel);
        var offered = (await returns.NewestAsync(office, units, null, cancel)).Select(n => n.Version).Where(v => v.State <= ReturnState.UnitConfirmed).ToList();
        if (offered.Count == 0) return;

        var season = await seasons.LoadAsync(office, scene.Now, cancel);
        var entries = new List<PushEntry>();
        foreach (var package in offered.GroupBy(v => (v.Of.Campaign, v.Unit, v.CreatedAt)))
        {
            var parts = package.Select(v => (Version: v, Of: SeasonOccurrence.Find(season, v.Of)!)).Where(p => p.Of is not null).ToList();
            if (await IsChangedAsync(season, parts, handled.Completed, cancel)) entries.AddRange(parts.Select(p => Entry(scene, p.Of, p.Version.Unit)));
        }

        var (keyed, messages) = PushAddressing.Merge(entries);
        if (entries.Count > 0 && await pushes.RecordAsync(office, keyed, messages, scene.Now, cancel) > 0) outbound.Ring();
    }

    // Whether the messages booked something, and the figures are others than those offered by now.
    private async Task<bool> IsChangedAsync(
        Season season, IReadOnlyList<(Return Version, SeasonOccurrence Of)> parts, IReadOnlyList<MessageId> messages, CancellationToken cancel)
    {
        if (parts.Count == 0 || season.Units.FirstOrDefault(u => u.Id == parts[0].Version.Unit) is not { } unit) return false;
        var figures = await ledger.FiguresAsync(season.Office.Id, parts[0].Version.Of.Campaign, [unit.Id], cancel);
        return figures.Any(f => messages.Contains(f.Message))
            && parts.Any(p => FilledReturn.Fill(p.Of.Running.Campaign, p.Of.Obligation, p.Of.Days, unit, figures).Fingerprint != p.Version.Fingerprint);
    }

    private static PushEntry Entry(Scene scene, SeasonOccurrence of, UnitId unit) => new()
    {
        Key = new PushKey(of.Key, of.Occurrence.Deadline, PrefillPosts.Again(scene.Message.Id), scene.Place.Chat) { Unit = unit }, Kind = PushKind.Prefill,
        PlannedAt = scene.Now, Units = [unit], MessageKey = "",
    };
}
