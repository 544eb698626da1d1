using System.Text.Json;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>What could not be delivered, with the reason, to be sent again or left; and what may have come twice.</summary>
internal sealed class UndeliveredList(Store store, TimeProvider clock)
{
    /// <summary>How many of each are shown.</summary>
    public const int Most = 200;

    private const string GivenUp = "given-up";

    /// <summary>What was parked, newest first.</summary>
    public Task<IReadOnlyList<UndeliveredLine>> ParkedAsync(OfficeId office, CancellationToken cancel) =>
        ReadAsync(office, rows => rows.Where(o => o.State == OutboxState.Parked), cancel);

    /// <summary>What was sent again although it may have been there already, newest first.</summary>
    public Task<IReadOnlyList<UndeliveredLine>> RepeatedAsync(OfficeId office, CancellationToken cancel) =>
        ReadAsync(office, rows => rows.Where(o => o.Repeats > 0), cancel);

    /// <summary>Sends parked messages again, in their order.</summary>
    /// <returns>How many were still parked.</returns>
    public Task<int> AgainAsync(Viewer admin, IReadOnlyList<long> messages, CancellationToken cancel) => EndAsync(
        admin, messages, AuditAction.MessagesSentAgain,
        parked => parked.ExecuteUpdateAsync(
            s => s.SetProperty(o => o.State, OutboxState.Waiting).SetProperty(o => o.Attempts, 0).SetProperty(o => o.NextTryAt, (DateTimeOffset?)null).SetProperty(o => o.FailureCode, (string?)null),
            cancel),
        cancel);

    /// <summary>Leaves parked messages unsent for good.</summary>
    /// <returns>How many were still parked.</returns>
    public Task<int> GiveUpAsync(Viewer admin, IReadOnlyList<long> messages, CancellationToken cancel) => EndAsync(
        admin, messages, AuditAction.MessagesGivenUp,
        parked => parked.ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OutboxState.Withdrawn).SetProperty(o => o.FailureCode, GivenUp), cancel), cancel);

    private Task<int> EndAsync(Viewer admin, IReadOnlyList<long> messages, AuditAction action, Func<IQueryable<OutboxRow>, Task<int>> end, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return store.WriteAsync(
            async db =>
            {
                var ended = await end(db.Outbox.Where(o => o.OfficeId == admin.Office.Value && o.State == OutboxState.Parked && messages.Contains(o.Seq)));
                if (ended > 0) AuditTrail.Note(db, admin, now, action, ("messages", ended));
                return ended;
            },
            cancel);
    }

    private Task<IReadOnlyList<UndeliveredLine>> ReadAsync(OfficeId office, Func<IQueryable<OutboxRow>, IQueryable<OutboxRow>> those, CancellationToken cancel) =>
        store.ReadAsync<IReadOnlyList<UndeliveredLine>>(
            async db =>
            {
                var rows = await those(db.Outbox.Where(o => o.OfficeId == office.Value)).OrderByDescending(o => o.Seq).Take(Most).ToListAsync(cancel);
                var chats = rows.Count == 0 ? null : await PushChats.LoadAsync(db, office.Value, cancel);
                return
                [
                    .. rows.Select(o => new UndeliveredLine
                    {
                        Seq = o.Seq, Kind = o.Kind, Platform = o.Platform, Chat = chats!.NameOf(o.Platform, o.ChatId), At = o.CreatedAt,
                        Text = PrivateNumbers.Mask(JsonSerializer.Deserialize(o.Payload, PayloadJson.Readable.OutgoingMessage)?.Text ?? ""), Code = o.FailureCode ?? "", Repeats = o.Repeats,
                    }),
                ];
            },
            cancel);
}

/// <summary>A message that could not be delivered, or may have come twice.</summary>
internal sealed record UndeliveredLine
{
    /// <summary>Its place in the outbox.</summary>
    public required long Seq { get; init; }

    public required OutgoingKind Kind { get; init; }
    public required Platform Platform { get; init; }

    /// <summary>What its chat is called.</summary>
    public required string Chat { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it says; numbers of people hidden.</summary>
    public required string Text { get; init; }

    /// <summary>Why it was not delivered; empty: it was.</summary>
    public required string Code { get; init; }

    /// <summary>How often it may have come once too many.</summary>
    public required int Repeats { get; init; }
}
