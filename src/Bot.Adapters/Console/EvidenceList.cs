using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>The photos that came with a campaign's reports, by unit, day and activity.</summary>
internal sealed class EvidenceList(Store store, OfficeCampaigns campaigns)
{
    private const int LongestCaption = 120;
    private const int MostActivities = 2;

    /// <summary>Those of the units and days asked for; null: the office has no such campaign.</summary>
    public async Task<Evidence?> ReadAsync(OfficeId office, CampaignId id, FormAsk ask, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(office, id, ask.Today, cancel) is not { } found) return null;
        var campaign = found.Active.Campaign;
        var (name, units) = await store.ReadAsync(db => UnitsAsync(db, office, cancel), cancel);
        IReadOnlyList<Unit> chosen = ask.Unit is { } one ? UnitTree.Below(units, one) : ask.Only is { } only ? [.. units.Where(u => only.Contains(u.Id))] : units;
        if (chosen.Count == 0) return null;
        var photos = await store.ReadAsync(db => PhotosAsync(db, office, campaign, chosen, cancel), cancel);
        return new Evidence
        {
            Campaign = campaign, Period = ask.Period,
            Name = ask.Unit is { } top ? chosen.First(u => u.Id == top).Name : ask.Only is null ? name : string.Join('、', chosen.Select(u => u.Name)),
            Photos = [.. photos.Where(p => ask.Period is not { } days || days.Contains(p.Day)).OrderBy(p => p.Unit.Order).ThenBy(p => p.Day).ThenBy(p => p.SaidAt).ThenBy(p => p.Position)],
        };
    }

    private static async Task<IEnumerable<EvidencePhoto>> PhotosAsync(BotDb db, OfficeId office, Campaign campaign, IReadOnlyList<Unit> chosen, CancellationToken cancel)
    {
        var submissions = await db.Submissions
            .Where(s => s.OfficeId == office.Value && s.CampaignId == campaign.Id.Value && s.State == SubmissionState.Handled && (s.Kind == ReadingKind.Report || s.Kind == ReadingKind.Correction))
            .ToListAsync(cancel);
        var ids = submissions.Select(s => s.Id).ToList();
        var photos = await SubmissionPhotos.OfAsync(db, office, ids, cancel);
        var with = submissions.Where(s => photos[s.Id].Any(IsPhoto)).ToList();
        var withIds = with.Select(s => s.Id).ToList();
        var activities = (await (
            from a in db.Activities
            where a.OfficeId == office.Value && withIds.Contains(a.SubmissionId)
            join au in db.ActivityUnits on a.Id equals au.ActivityId
            select new { a.SubmissionId, a.LastDay, a.TakenBackAt, au.UnitId }).ToListAsync(cancel)).ToLookup(a => a.SubmissionId);
        var slots = (await db.Bookings.Where(b => withIds.Contains(b.SubmissionId)).OrderBy(b => b.Id).Select(b => new { b.SubmissionId, b.UnitId, b.SlotId }).ToListAsync(cancel))
            .ToLookup(b => (b.SubmissionId, b.UnitId), b => new SlotId(b.SlotId));
        var heads = with.Select(s => s.TextMessageId).OfType<Guid>().ToList();
        var texts = await db.MessageTexts.Where(t => heads.Contains(t.MessageId)).ToDictionaryAsync(t => t.MessageId, t => t.Text, cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Offices.Where(o => o.Id == office.Value).Select(o => o.Zone).SingleAsync(cancel));
        var known = chosen.ToDictionary(u => u.Id.Value);
        return
            from s in with
            let told = activities[s.Id].ToList()
            // Taken back to the last: it is no evidence of anything.
            where told.Count == 0 || told.Any(a => a.TakenBackAt is null)
            from unit in told.Where(a => a.TakenBackAt is null).Select(a => a.UnitId).Append(s.UnitId ?? Guid.Empty).Where(known.ContainsKey).Distinct().Take(told.Count == 0 ? 1 : int.MaxValue)
            let text = s.TextMessageId is { } head ? texts.GetValueOrDefault(head) : ""
            let rows = Rows(campaign, slots[(s.Id, unit)])
            from photo in photos[s.Id].Where(IsPhoto).Select((photo, at) => (photo, at))
            select new EvidencePhoto
            {
                Unit = known[unit], Day = told.Where(a => a.TakenBackAt is null && a.UnitId == unit).Select(a => (DateOnly?)a.LastDay).Max() ?? s.SaidOn,
                Activity = Activity(campaign, slots[(s.Id, unit)], text ?? ""), Rows = rows, Caption = Caption(text), Sender = s.SenderName,
                SaidAt = TimeZoneInfo.ConvertTime(s.SaidAt, zone).DateTime, Photo = photo.photo.Blob!.Value, Position = photo.at, Name = photo.photo.Name,
                // The same photo of several units is one photo.
                Others = told.Where(a => a.TakenBackAt is null && a.UnitId != unit && known.ContainsKey(a.UnitId)).Select(a => known[a.UnitId].Name).Distinct().ToList(),
            };
    }

    private static bool IsPhoto(Attachment file) => file is { Blob: not null, Kind: { } kind } && kind.Class() == MediaClass.Photo;

    private static string Activity(Campaign campaign, IEnumerable<SlotId> slots, string text)
    {
        var named = slots.Distinct().Select(slot => SlotLabels.Of(campaign, slot, text).Head).Where(h => h.Length > 0).Distinct().ToList();
        return named.Count == 0 ? "活动照片" : string.Join('、', named.Take(MostActivities)) + (named.Count > MostActivities ? "等" : "");
    }

    private static IReadOnlyList<string> Rows(Campaign campaign, IEnumerable<SlotId> slots)
    {
        var wanted = slots.ToHashSet();
        return [.. campaign.Forms.SelectMany(f => f.Rows).Where(r => r.Slots.Any(s => wanted.Contains(s.Id))).Select(r => r.Name).Distinct()];
    }

    private static string? Caption(string? text)
    {
        if (text is null) return null;
        var line = string.Join(' ', PrivateNumbers.Mask(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestCaption ? line : line[..(char.IsHighSurrogate(line[LongestCaption - 1]) ? LongestCaption - 1 : LongestCaption)] + "…";
    }

    private static async Task<(string Name, IReadOnlyList<Unit> Units)> UnitsAsync(BotDb db, OfficeId office, CancellationToken cancel) => (
        await db.Offices.Where(o => o.Id == office.Value).Select(o => o.Name).SingleAsync(cancel),
        [.. (await db.Units.Where(u => u.OfficeId == office.Value).OrderBy(u => u.Order).ToListAsync(cancel)).Select(OrganisationStore.Unit)]);
}

/// <summary>Photos of a campaign's reports, in order.</summary>
internal sealed record Evidence
{
    public required Campaign Campaign { get; init; }
    public required DaySpan? Period { get; init; }

    /// <summary>Whose they are: the unit's, or the office's.</summary>
    public required string Name { get; init; }

    /// <summary>By unit in official order, day and time.</summary>
    public required IReadOnlyList<EvidencePhoto> Photos { get; init; }
}

/// <summary>A photo with what it shows, as far as its sender said.</summary>
internal sealed record EvidencePhoto
{
    public required Unit Unit { get; init; }

    /// <summary>The activity's day; where none was told, the day it was sent.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it was booked as.</summary>
    public required string Activity { get; init; }

    /// <summary>The form's rows it belongs to.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>The message's words, private numbers covered; empty: there were none; null: erased.</summary>
    public required string? Caption { get; init; }

    public required string Sender { get; init; }
    public required DateTime SaidAt { get; init; }
    public required BlobKey Photo { get; init; }

    /// <summary>Which of its submission's photos, from 0.</summary>
    public required int Position { get; init; }

    public required string Name { get; init; }

    /// <summary>Other units the same report tells of.</summary>
    public required IReadOnlyList<string> Others { get; init; }
}
