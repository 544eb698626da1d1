using System.Globalization;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Imports;

/// <summary>What of a group is in the inbox already: imported before, or heard live.</summary>
internal sealed class HeardBefore
{
    private const int Page = 5_000;

    /// <summary>Copied times have minutes only, and clocks differ by a little.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, (int Revision, string Hash)> imported = new(StringComparer.Ordinal);
    private readonly HashSet<string> liveIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Hearing>> byWords = new(StringComparer.Ordinal);
    private readonly ImportTarget target;

    private HeardBefore(ImportTarget target) => this.target = target;

    public static async Task<HeardBefore> LoadAsync(Store store, ImportTarget target, SenderMatching people, LogReview review, CancellationToken cancel)
    {
        var heard = new HeardBefore(target);
        foreach (var chat in new[] { target.Chat, target.Live ?? target.Chat }.Distinct())
        {
            var after = 0L;
            while (await PageAsync(store, chat, after, cancel) is { Count: > 0 } rows)
            {
                after = rows[^1].Seq;
                foreach (var row in rows) heard.Add(row, chat, people, review);
            }
        }

        return heard;
    }

    /// <summary>The revision and words' hash under which it was imported; null: it was not.</summary>
    public (int Revision, string Hash)? Imported(string id) => imported.TryGetValue(id, out var known) ? known : null;

    /// <summary>Whether the same person was heard saying the same within a minute.</summary>
    public bool Has(SaidMessage said, string hash, Guid? person)
    {
        if (target.Live?.Platform == Platform.Telegram && said.Id is { } id && liveIds.Contains(id[(id.LastIndexOf('-') + 1)..])) return true;
        if (!byWords.TryGetValue(hash, out var hearings)) return false;
        var minute = Minute(said.At);
        var account = target.Account(said.SenderId).Id;
        return hearings.Any(h => (h.Words ? Math.Abs(h.At.Ticks / TimeSpan.TicksPerMinute - minute) <= 1 : Math.Abs((h.At - said.At).TotalSeconds) < 1)
            && (h.Sender == account || h.Name == said.SenderName || (person is not null && h.Person == person)));
    }

    /// <summary>The key of a message without an id: whoever copies it again makes the same one.</summary>
    public static string IdOf(SaidMessage said, string hash) =>
        said.Id ?? $"c-{TextHash.Of(string.Create(CultureInfo.InvariantCulture, $"{said.SenderId} {Minute(said.At)} {hash} {string.Join(' ', said.Files)}"))[..40]}";

    /// <summary>Keeps in mind what was imported just now.</summary>
    public void Took(string id, int revision, string hash) => imported[id] = (revision, hash);

    private static Task<List<MessageRow>> PageAsync(Store store, ChatKey chat, long after, CancellationToken cancel) => store.ReadAsync(
        db => db.Messages.Where(m => m.Platform == chat.Platform && m.ChatId == chat.Id && m.Seq > after && (m.Event == MessageEvent.Said || m.Event == MessageEvent.Edited))
            .OrderBy(m => m.Seq).Take(Page).ToListAsync(cancel),
        cancel);

    private static long Minute(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute;

    private void Add(MessageRow row, ChatKey chat, SenderMatching people, LogReview review)
    {
        if (chat.Platform == Platform.Import) imported[row.ExternalId] = (row.Revision, row.TextHash);
        else if (chat.Platform == Platform.Telegram) liveIds.Add(row.ExternalId);
        if (row.SaidAt < review.First - Slack || row.SaidAt > review.Last + Slack) return;
        if (!byWords.TryGetValue(row.TextHash, out var hearings)) byWords[row.TextHash] = hearings = [];
        hearings.Add(new Hearing(row.SaidAt, row.SenderId, row.SenderName, people.Owner(new AccountKey(chat.Platform, row.SenderId)), row.TextHash != Silence));
    }

    private static readonly string Silence = TextHash.Of("");

    private readonly record struct Hearing(DateTimeOffset At, string Sender, string Name, Guid? Person, bool Words);
}
