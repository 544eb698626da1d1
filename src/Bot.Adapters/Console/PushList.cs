using System.Text.Json;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>Every push that was decided: queued, sent or skipped, newest first, those of one message together.</summary>
internal sealed class PushList(Store store)
{
    /// <summary>How many decisions a page has.</summary>
    public const int PageSize = 50;

    public Task<PushPage> ReadAsync(OfficeId office, PushFilter filter, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var fitting = db.Pushes.Where(p => p.OfficeId == office.Value && (p.State == PushState.Skipped) == filter.Skipped);
            if (filter.Kind is { } kind) fitting = fitting.Where(p => p.Kind == kind);
            var rows = await fitting.OrderByDescending(p => p.PlannedAt).ThenBy(p => p.MessageKey).ThenBy(p => p.Key)
                .Skip((filter.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
            return new PushPage(await LinesAsync(db, office.Value, rows, cancel), await fitting.CountAsync(cancel));
        },
        cancel);

    private static async Task<IReadOnlyList<PushLine>> LinesAsync(BotDb db, Guid office, List<PushRow> rows, CancellationToken cancel)
    {
        var keys = rows.Select(r => r.MessageKey).OfType<string>().Distinct().ToList();
        var messages = await db.Outbox.Where(o => o.OfficeId == office && keys.Contains(o.Key)).ToDictionaryAsync(o => o.Key, cancel);
        var chats = await PushChats.LoadAsync(db, office, cancel);
        var units = await db.Units.Where(u => u.OfficeId == office).OrderBy(u => u.Order).Select(u => new { u.Id, u.Name }).ToListAsync(cancel);
        var people = await db.People.Where(p => p.OfficeId == office).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return
        [
            .. rows.GroupBy(r => r.MessageKey ?? r.Key).Select(together =>
            {
                var first = together.First();
                var message = first.MessageKey is { } key ? messages.GetValueOrDefault(key) : null;
                return new PushLine
                {
                    Kind = first.Kind, PlannedAt = first.PlannedAt, SentAt = first.SentAt, Chat = chats.NameOf(first), Reason = first.Reason,
                    AskedBy = first.AskedBy is { } by ? people.GetValueOrDefault(by, "") : null,
                    Text = message is null || first.SentAt is null ? null : JsonSerializer.Deserialize(message.Payload, PayloadJson.Readable.OutgoingMessage)?.Text,
                    Failure = message is { State: OutboxState.Parked } ? message.FailureCode ?? "" : null,
                    About = [.. together.Select(r => new PushAbout(
                        new OccurrenceKey(new CampaignId(r.CampaignId), r.ObligationId, r.Occurrence), r.Deadline,
                        [.. units.Where(u => r.Units.Contains(u.Id)).Select(u => u.Name)]))],
                };
            }),
        ];
    }
}

/// <summary>Which pushes to show.</summary>
/// <param name="Skipped">Those that were not sent; otherwise those that were, or are about to be.</param>
/// <param name="Kind">Of one kind; null: of all.</param>
/// <param name="Page">The page, counted from 1.</param>
internal sealed record PushFilter(bool Skipped, PushKind? Kind, int Page);

/// <summary>A page of pushes, and how many decisions there are in all.</summary>
internal sealed record PushPage(IReadOnlyList<PushLine> Lines, int Total);

/// <summary>One message, or one decision not to send one.</summary>
internal sealed record PushLine
{
    public required PushKind Kind { get; init; }
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it was sent (UTC); null: it waits, or was skipped.</summary>
    public required DateTimeOffset? SentAt { get; init; }

    /// <summary>Where to; null: it was decided before any chat was concerned.</summary>
    public required string? Chat { get; init; }

    /// <summary>Why it was skipped.</summary>
    public required SkipReason? Reason { get; init; }

    /// <summary>Who asked for it (催报); null: the policy did.</summary>
    public required string? AskedBy { get; init; }

    /// <summary>What was said; null: it was not sent.</summary>
    public required string? Text { get; init; }

    /// <summary>Why it can never be sent; null: nothing is known against it.</summary>
    public required string? Failure { get; init; }

    /// <summary>What it was about.</summary>
    public required IReadOnlyList<PushAbout> About { get; init; }
}

/// <summary>An occurrence a push was about, with the units it named.</summary>
internal sealed record PushAbout(OccurrenceKey Of, DateOnly Deadline, IReadOnlyList<string> Units);

/// <summary>What the office's chats are called: groups by their name, private ones by the person.</summary>
internal sealed record PushChats(IReadOnlyDictionary<(Platform, string), string> Names)
{
    public static async Task<PushChats> LoadAsync(BotDb db, Guid office, CancellationToken cancel)
    {
        var names = new Dictionary<(Platform, string), string>();
        foreach (var g in await db.Groups.Where(g => g.OfficeId == office && g.ChatId != null).ToListAsync(cancel)) names[(g.Platform, g.ChatId!)] = g.Name;
        var people = await (
            from a in db.Accounts
            where a.OfficeId == office
            join p in db.People on a.PersonId equals p.Id
            select new { a.Platform, a.ExternalId, p.Name }).ToListAsync(cancel);
        foreach (var a in people) names[(a.Platform, PrivateChats.Prefix + a.ExternalId)] = $"私聊：{a.Name}";
        return new PushChats(names);
    }

    /// <summary>The chat of a push; null: none was concerned.</summary>
    public string? NameOf(PushRow row) => row.ChatId.Length == 0 ? null : NameOf(row.Platform, row.ChatId);

    /// <summary>What a chat is called.</summary>
    public string NameOf(Platform platform, string chat) => Names.GetValueOrDefault((platform, chat), "（已不在）");
}
