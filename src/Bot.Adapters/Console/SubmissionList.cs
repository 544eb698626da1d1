using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>The office's submissions, by filter, newest first.</summary>
internal sealed class SubmissionList(Store store)
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 50;

    private const int ExcerptLength = 80;

    public Task<SubmissionPage> ReadAsync(OfficeId office, SubmissionFilter filter, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var fitting = Fitting(db, office.Value, filter);
            var rows = await fitting.OrderByDescending(s => s.SaidAt).ThenByDescending(s => s.Id)
                .Skip((filter.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
            return new SubmissionPage(await LinesAsync(db, office, rows, cancel), await fitting.CountAsync(cancel));
        },
        cancel);

    private static IQueryable<SubmissionRow> Fitting(BotDb db, Guid office, SubmissionFilter filter)
    {
        var rows = Marked(db, db.Submissions.Where(s => s.OfficeId == office), filter.Mark);
        if (filter.Campaign is { } campaign) rows = rows.Where(s => s.CampaignId == campaign.Value);
        if (filter.Kind is { } kind) rows = rows.Where(s => s.Kind == kind);
        if (filter.From is { } from) rows = rows.Where(s => s.SaidOn >= from);
        if (filter.To is { } to) rows = rows.Where(s => s.SaidOn <= to);
        if (filter.Unit is { } unit)
        {
            // A round-up belongs to every unit it tells of.
            rows = rows.Where(s => s.UnitId == unit.Value || s.SuggestedUnitId == unit.Value
                || db.Bookings.Any(b => b.SubmissionId == s.Id && b.UnitId == unit.Value)
                || db.Remarks.Any(r => r.SubmissionId == s.Id && r.UnitId == unit.Value));
        }

        return filter.Words.Length == 0
            ? rows
            : rows.Where(s => s.SenderName.Contains(filter.Words)
                || db.MessageTexts.Any(t => t.MessageId == s.TextMessageId && t.Text.Contains(filter.Words)));
    }

    private static IQueryable<SubmissionRow> Marked(BotDb db, IQueryable<SubmissionRow> rows, SubmissionMark mark) => mark switch
    {
        SubmissionMark.Doubtful => rows.Where(s => db.Remarks.Any(r => r.SubmissionId == s.Id && !r.Blocks && r.SettledAt == null)),
        SubmissionMark.Open => rows.Where(s => db.Remarks.Any(r => r.SubmissionId == s.Id && r.Blocks && r.SettledAt == null)
            || (s.State == SubmissionState.Handled && s.Kind == ReadingKind.Report && s.UnitId == null && !db.Bookings.Any(b => b.SubmissionId == s.Id))),
        SubmissionMark.Unclaimed => rows.Where(s => s.State == SubmissionState.Unclaimed),
        SubmissionMark.Quiet => rows.Where(s => s.State == SubmissionState.Quiet),
        _ => rows.Where(s => s.State != SubmissionState.Quiet),
    };

    private static async Task<IReadOnlyList<SubmissionLine>> LinesAsync(BotDb db, OfficeId office, IReadOnlyList<SubmissionRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(s => s.Id).ToList();
        var heads = rows.Select(s => s.TextMessageId).OfType<Guid>().ToList();
        var texts = await db.MessageTexts.Where(t => heads.Contains(t.MessageId)).ToDictionaryAsync(t => t.MessageId, t => t.Text, cancel);
        var units = await db.Units.Where(u => u.OfficeId == office.Value).ToDictionaryAsync(u => u.Id, u => u.Name, cancel);
        var bookings = (await db.Bookings.Where(b => ids.Contains(b.SubmissionId)).GroupBy(b => new { b.SubmissionId, b.UnitId })
            .Select(g => new { g.Key.SubmissionId, g.Key.UnitId, Count = g.Count() }).ToListAsync(cancel)).ToLookup(b => b.SubmissionId);
        var remarks = (await db.Remarks.Where(r => ids.Contains(r.SubmissionId) && r.SettledAt == null)
            .Select(r => new { r.SubmissionId, r.Blocks }).ToListAsync(cancel)).ToLookup(r => r.SubmissionId);
        var photos = await SubmissionPhotos.OfAsync(db, office, ids, cancel);
        return [.. rows.Select(s => new SubmissionLine
        {
            Id = new SubmissionId(s.Id), SaidAt = s.SaidAt, Sender = s.SenderName, Kind = s.Kind, Nil = s.Nil, State = s.State, Campaign = s.CampaignId,
            Units = UnitNames(s, [.. bookings[s.Id].Select(b => b.UnitId)], units),
            Excerpt = s.TextMessageId is null ? "" : texts.TryGetValue(s.TextMessageId.Value, out var text) ? Shorten(text) : null,
            Figures = bookings[s.Id].Sum(b => b.Count), Photos = photos[s.Id].Count(),
            Doubts = remarks[s.Id].Count(r => !r.Blocks), Questions = remarks[s.Id].Count(r => r.Blocks),
            AsksWhose = s is { State: SubmissionState.Handled, Kind: ReadingKind.Report, UnitId: null } && !bookings[s.Id].Any(),
        })];
    }

    private static IReadOnlyList<string> UnitNames(SubmissionRow s, IReadOnlyList<Guid> booked, Dictionary<Guid, string> units)
    {
        var own = s.UnitId is { } unit ? booked.Prepend(unit) : booked;
        return [.. own.Distinct().Where(units.ContainsKey).Select(u => units[u])];
    }

    private static string Shorten(string text)
    {
        var line = PrivateNumbers.Mask(text).ReplaceLineEndings(" ").Trim();
        return line.Length <= ExcerptLength ? line : line[..(char.IsHighSurrogate(line[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength)] + "…";
    }
}

/// <summary>A page of submissions, and how many there are in all.</summary>
internal sealed record SubmissionPage(IReadOnlyList<SubmissionLine> Lines, int Total);

/// <summary>A submission in a list.</summary>
internal sealed record SubmissionLine
{
    public required SubmissionId Id { get; init; }
    public required DateTimeOffset SaidAt { get; init; }
    public required string Sender { get; init; }
    public required ReadingKind Kind { get; init; }
    public required bool Nil { get; init; }
    public required SubmissionState State { get; init; }
    public string? Campaign { get; init; }
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>The first words, private numbers covered; empty: photos only; null: erased.</summary>
    public required string? Excerpt { get; init; }

    public required int Figures { get; init; }
    public required int Photos { get; init; }
    public required int Doubts { get; init; }
    public required int Questions { get; init; }

    /// <summary>Whether the sender was asked which unit or campaign it is of, and has not said yet.</summary>
    public required bool AsksWhose { get; init; }
}
