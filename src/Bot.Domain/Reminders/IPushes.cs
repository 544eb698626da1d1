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
    OfficeId Office, PushKind Kind, OccurrenceKey Of, int Revision, DateOnly Deadline, DateTimeOffset PlannedAt, IReadOnlyList<string> Units);
