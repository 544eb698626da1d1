using Bot.Adapters.Imports;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain;
using Bot.Domain.Gathering;
using Bot.Domain.GroupWords;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>
/// Submissions of people nobody has registered yet (待认领). Claiming goes the way of the button in the chat: a press in the
/// admin's private chat, so that there is one way only.
/// </summary>
internal sealed class UnclaimedList(Store store, IInbox inbox, IIdSource ids, TimeProvider clock)
{
    private const int Most = 300;

    /// <summary>By sender, the longest waiting first.</summary>
    public Task<IReadOnlyList<UnclaimedSender>> ReadAsync(OfficeId office, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<UnclaimedSender>>(
        async db =>
        {
            var rows = await db.Submissions.Where(s => s.OfficeId == office.Value && s.State == SubmissionState.Unclaimed)
                .OrderBy(s => s.SaidAt).Take(Most).ToListAsync(cancel);
            var heads = rows.Select(s => s.TextMessageId).OfType<Guid>().ToList();
            var texts = await db.MessageTexts.Where(t => heads.Contains(t.MessageId)).ToDictionaryAsync(t => t.MessageId, t => t.Text, cancel);
            var photos = await SubmissionPhotos.OfAsync(db, office, [.. rows.Select(s => s.Id)], cancel);
            var groups = (await db.Groups.Where(g => g.OfficeId == office.Value).ToListAsync(cancel))
                .SelectMany(g => new[] { (Chat: ImportTarget.ChatOf(g.Id), g.Name), (Chat: new ChatKey(g.Platform, g.ChatId ?? ""), g.Name) })
                .ToLookup(g => (g.Chat.Platform, g.Chat.Id), g => g.Name);
            return [.. rows.GroupBy(s => (s.Platform, s.SenderId)).Select(sender => new UnclaimedSender
            {
                Name = sender.Last().SenderName, Platform = sender.Key.Platform, First = new SubmissionId(sender.First().Id),
                Suggested = sender.Select(s => s.SuggestedUnitId).OfType<Guid>().Select(u => (UnitId?)new UnitId(u)).LastOrDefault(),
                Said = [.. sender.Select(s => new UnclaimedSaying(
                    new SubmissionId(s.Id), s.SaidAt, groups[(s.Platform, s.ChatId)].FirstOrDefault() ?? "私聊",
                    s.TextMessageId is { } id && texts.TryGetValue(id, out var text) ? PrivateNumbers.Mask(text) : null, [.. photos[s.Id]]))],
            })];
        },
        cancel);

    /// <summary>Says that the sender of a submission is liaison of a unit; what they said before is counted then, on its time.</summary>
    public async Task<RegisterOutcome> ClaimAsync(Viewer admin, SubmissionId submission, UnitId unit, CancellationToken cancel)
    {
        var (waits, known) = await store.ReadAsync(
            async db => (
                await db.Submissions.AnyAsync(s => s.Id == submission.Value && s.OfficeId == admin.Office.Value && s.State == SubmissionState.Unclaimed, cancel),
                await db.Units.AnyAsync(u => u.Id == unit.Value && u.OfficeId == admin.Office.Value, cancel)),
            cancel);
        if (!known) return new RegisterOutcome.Refused("unit", "请选择单位。");
        if (!waits) return new RegisterOutcome.Unknown();
        var now = clock.GetUtcNow();
        await store.WriteAsync(
            db =>
            {
                AuditTrail.Note(db, admin, now, AuditAction.SubmissionClaimed, ("submission", submission.Value), ("unit", unit.Value));
                return Task.CompletedTask;
            },
            cancel);
        var id = ids.Next();
        await inbox.AcceptAsync(
            new IncomingMessage
            {
                Id = new MessageId(id), Key = new MessageKey(PrivateChats.Of(admin.Account), $"console-{id:n}", 0), Event = MessageEvent.Pressed,
                Sender = admin.Account, SenderName = admin.Name, SaidAt = now, ReceivedAt = now, Text = new Press.Claim(submission, unit).Data,
            },
            cancel);
        return new RegisterOutcome.Done(submission.Value);
    }

    /// <summary>Whether a submission still waits to be claimed.</summary>
    public Task<bool> WaitsAsync(OfficeId office, SubmissionId submission, CancellationToken cancel) => store.ReadAsync(
        db => db.Submissions.AnyAsync(s => s.Id == submission.Value && s.OfficeId == office.Value && s.State == SubmissionState.Unclaimed, cancel), cancel);
}

/// <summary>Somebody nobody has registered yet, with all they said.</summary>
internal sealed record UnclaimedSender
{
    public required string Name { get; init; }
    public required Platform Platform { get; init; }

    /// <summary>The first of their submissions: claiming it claims all.</summary>
    public required SubmissionId First { get; init; }

    /// <summary>The unit their words or name suggest.</summary>
    public required UnitId? Suggested { get; init; }

    public required IReadOnlyList<UnclaimedSaying> Said { get; init; }
}

/// <summary>One submission of theirs.</summary>
internal sealed record UnclaimedSaying(SubmissionId Id, DateTimeOffset SaidAt, string Chat, string? Text, IReadOnlyList<Attachment> Photos);
