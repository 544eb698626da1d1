using Bot.Domain;
using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Bot.Domain.Replies;
using Bot.Domain.Returns;
using Bot.Host.Files;

namespace Bot.Host.Reminders;

/// <summary>A unit's forms and drafts are filled at the moment of sending, written down as versions, and offered for 确认.</summary>
internal sealed class PrefillWording(
    IPushes pushes, ISeasons seasons, IAudiences audiences, IReturns returns, ILedger ledger, IIdSource ids, TimeProvider clock)
{
    public async Task<Worded> WordAsync(OutgoingMessage message, IReadOnlyList<StillMissing> entries, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var season = await seasons.LoadAsync(entries[0].Office, now, cancel);

        // What was handed in meanwhile is not asked for; what was confirmed and then corrected is.
        var owed = entries.Where(e => e.Units.Count > 0 || PrefillPosts.IsAgain(e.Step))
            .Select(e => (Entry: e, Of: SeasonOccurrence.Find(season, e.Of))).Where(e => e.Of is not null).Select(e => new Owed(e.Entry, e.Of!)).ToList();
        if (owed.Count == 0 || season.Units.FirstOrDefault(u => u.Id == owed[0].Entry.About[0]) is not { } unit) return new Worded.Idle();
        if (await ReaderAsync(season, message.Chat, unit, now, cancel) is not { } reader) return new Worded.Idle();

        var offers = new List<Offered>();
        foreach (var campaign in owed.GroupBy(o => o.Of.Key.Campaign)) offers.Add(await OfferAsync(season, unit, [.. campaign], now, cancel));
        await pushes.ToldAsync(season.Office.Id, offers.SelectMany(o => o.Told).ToDictionary(), cancel);
        return new Worded.Ready(message with
        {
            Text = PrefillText.Compose([.. offers.Select(o => o.Offer)], reader.MayConfirm),
            Files = [.. offers.SelectMany(o => ReturnLinks.Of(o.Offer.Unit, [.. o.Versions.Zip(o.Offer.Parts.Select(p => p.Filled))]))],
            Buttons = reader.MayConfirm ? [.. offers.Select(o => Button(o, offers.Count))] : [],
        });
    }

    private async Task<LiaisonChat?> ReaderAsync(Season season, ChatKey chat, Unit unit, DateTimeOffset now, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, season.Zone).DateTime);
        return (await audiences.ConfirmersAsync(season.Office.Id, [unit.Id], [chat.Platform], today, cancel)).FirstOrDefault(c => c.Chat == chat);
    }

    private async Task<Offered> OfferAsync(Season season, Unit unit, IReadOnlyList<Owed> owed, DateTimeOffset now, CancellationToken cancel)
    {
        var office = season.Office.Id;
        var running = owed[0].Of.Running;
        var figures = await ledger.FiguresAsync(office, running.Revision.Campaign, [unit.Id], cancel);
        var before = (await returns.NewestAsync(office, [unit.Id], owed.Min(o => o.Entry.PlannedAt), cancel)).ToDictionary(n => n.Version.Of, n => n.Version);
        var filled = owed.Select(o => FilledReturn.Fill(running.Campaign, o.Of.Obligation, o.Of.Days, unit, figures)).ToList();
        var versions = await returns.DrawAsync(
            office, [.. owed.Zip(filled, (o, f) => Return.Draw(new ReturnId(ids.Next()), o.Of.Key, running.Revision, f, now))], cancel);
        var changed = owed.Zip(filled).Where(p => before.ContainsKey(p.First.Of.Key))
            .Select(p => FigureChange.Between(FilledReturn.Frozen(running.Campaign, p.First.Of.Obligation, before[p.First.Of.Key], unit, figures), p.Second))
            .SelectMany(c => c).DistinctBy(c => c.Slot.Id).ToList();
        return new Offered(
            new PrefillOffer(running.Campaign, unit.Name, [.. owed.Zip(filled, (o, f) => new PrefillPart(f, o.Of.Occurrence.Deadline))], changed), versions,
            [.. owed.Zip(versions, (o, v) => KeyValuePair.Create(o.Entry.Key, v.Fingerprint))]);
    }

    // One 确认 for all hand-ins of a campaign; where there are several campaigns, each button says which.
    private static MessageButton Button(Offered offered, int offers) => new(
        offers == 1 ? PrefillText.Confirm : PrefillText.Confirm + offered.Offer.Campaign.Subject, new Domain.GroupWords.Press.Confirm(offered.Versions[0].Id).Data);

    private sealed record Owed(StillMissing Entry, SeasonOccurrence Of);

    private sealed record Offered(PrefillOffer Offer, IReadOnlyList<Return> Versions, IReadOnlyList<KeyValuePair<string, string>> Told);
}
