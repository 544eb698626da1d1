using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Domain.Reminders;

/// <summary>What was decided about pushes. The database decides: a key that is there is not written again.</summary>
public interface IPushes
{
    /// <summary>The steps decided since an instant, by what they are steps of, whatever the chat.</summary>
    Task<IReadOnlySet<HandledStep>> HandledAsync(OfficeId office, DateTimeOffset since, CancellationToken cancel);

    /// <summary>
    /// Writes entries and puts their messages into the outbox, in one transaction. Entries whose key is known are left out, and
    /// so is a message none of whose entries is new.
    /// </summary>
    /// <returns>How many messages were queued.</returns>
    Task<int> RecordAsync(OfficeId office, IReadOnlyList<PushEntry> entries, IReadOnlyList<OutgoingMessage> messages, DateTimeOffset now, CancellationToken cancel);

    /// <summary>What a queued message is about, as far as it is still true: units that have reported meanwhile are left out. In order of deadline.</summary>
    Task<IReadOnlyList<StillMissing>> StillMissingAsync(string messageKey, CancellationToken cancel);

    /// <summary>The units of the occurrences whose due is open, in official order; closed units are not missing.</summary>
    Task<IReadOnlyDictionary<OccurrenceKey, IReadOnlyList<UnitId>>> MissingAsync(
        OfficeId office, IReadOnlyCollection<OccurrenceKey> occurrences, DateOnly today, CancellationToken cancel);

    /// <summary>Keeps what was told of each entry of a message, by the entry's key: a hash, to see later whether it is still so.</summary>
    Task ToldAsync(OfficeId office, IReadOnlyDictionary<string, string> fingerprints, CancellationToken cancel);

    /// <summary>What of a kind was queued or sent, and not skipped.</summary>
    Task<IReadOnlyList<PostedPush>> PostedAsync(OfficeId office, PushKind kind, CancellationToken cancel);

    /// <summary>
    /// The occurrences of which no due is open any more and at least one was met, and whose last change came since an instant, by
    /// the program's clock.
    /// </summary>
    Task<IReadOnlyList<OccurrenceKey>> CompletedSinceAsync(OfficeId office, IReadOnlyCollection<ObligationKind> kinds, DateTimeOffset since, CancellationToken cancel);

    /// <summary>Dues that were met since an instant, by the program's clock.</summary>
    Task<IReadOnlyList<(OccurrenceKey Of, UnitId Unit)>> MetSinceAsync(OfficeId office, DateTimeOffset since, CancellationToken cancel);

    /// <summary>Whether messages that arrived up to an instant still wait to be handled in the office's chats.</summary>
    Task<bool> AnyUnhandledAsync(OfficeId office, DateTimeOffset upTo, CancellationToken cancel);
}

/// <summary>A step that was decided.</summary>
public readonly record struct HandledStep(OccurrenceKey Of, DateOnly Deadline, string Step);

/// <summary>An occurrence in a queued message, with the units still missing.</summary>
/// <param name="Office">The office.</param>
/// <param name="Kind">What is pushed.</param>
/// <param name="Of">The occurrence.</param>
/// <param name="Revision">The revision its dues cite.</param>
/// <param name="Deadline">The day that counts.</param>
/// <param name="PlannedAt">When it was planned for (UTC).</param>
/// <param name="Units">Names of the units still missing, in official order.</param>
public sealed record StillMissing(
    OfficeId Office, PushKind Kind, OccurrenceKey Of, int Revision, DateOnly Deadline, DateTimeOffset PlannedAt, IReadOnlyList<string> Units)
{
    /// <summary>The entry's key, as it is stored.</summary>
    public required string Key { get; init; }

    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>The units it is about, whether missing or not.</summary>
    public IReadOnlyList<UnitId> About { get; init; } = [];
}

/// <summary>Something that was posted.</summary>
/// <param name="Of">The occurrence.</param>
/// <param name="Deadline">The day that counted.</param>
/// <param name="Step">The step.</param>
/// <param name="Chat">Where.</param>
/// <param name="SentAt">When (UTC); null: it is still to be sent.</param>
/// <param name="Fingerprint">What was told, as a hash; null: nothing that could change.</param>
public sealed record PostedPush(OccurrenceKey Of, DateOnly Deadline, string Step, ChatKey Chat, DateTimeOffset? SentAt, string? Fingerprint);
