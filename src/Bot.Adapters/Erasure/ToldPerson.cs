using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Erasure;

/// <summary>What the bot said: answers to the person and all in their private chat lose their words, in the rest the person is covered.</summary>
internal sealed class ToldPerson(BotDb db, Subject subject, Traces traces, Tally tally)
{
    private const string Code = "erased";
    private readonly Dictionary<ChatKey, string> privately = subject.Accounts.ToDictionary(PrivateChats.Of, a => PrivateChats.Prefix + subject.Alias(a));

    /// <summary>Goes through all that was said or waits to be.</summary>
    /// <param name="said">The messages and submissions that were the person's.</param>
    /// <param name="posts">The same messages by chat and platform id, as answers quote them.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task EraseAsync(IReadOnlySet<Guid> said, IReadOnlySet<(ChatKey Chat, string Id)> posts, CancellationToken cancel)
    {
        var changed = new List<(long Seq, string Payload, bool Wiped)>();
        var rows = db.Outbox.AsNoTracking().Where(o => o.OfficeId == subject.Office || o.OfficeId == Guid.Empty).Select(o => new { o.Seq, o.Key, o.Payload });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var message = WipedPayload.Read(row.Payload);

            // Who answered a question about the person's message was told of it again.
            var wiped = privately.ContainsKey(message.Chat) || said.Contains(About(row.Key))
                || (message.Quotes is { } quoted && (posts.Contains((message.Chat, quoted)) || said.Contains(About(quoted))));
            var kept = privately.TryGetValue(message.Chat, out var alias) ? message with { Chat = message.Chat with { Id = alias } } : message;
            var payload = wiped ? WipedPayload.Of(kept) : Traces.InJson(row.Payload, traces.InAnswers);
            if (payload != row.Payload) changed.Add((row.Seq, payload, wiped));
        }

        foreach (var (seq, payload, wiped) in changed)
        {
            tally.Add("Outbox", await db.Outbox.Where(o => o.Seq == seq).ExecuteUpdateAsync(s => s.SetProperty(o => o.Payload, payload), cancel));

            // Nobody is left to be told it.
            if (wiped)
            {
                await db.Outbox.Where(o => o.Seq == seq && o.State == OutboxState.Waiting)
                    .ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OutboxState.Withdrawn).SetProperty(o => o.FailureCode, Code), cancel);
            }
        }
    }

    // Keys of answers begin with what kind they are, then name the message or the submission.
    private static Guid About(string key)
    {
        var dash = key.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && key.Length >= dash + 33 && Guid.TryParseExact(key.AsSpan(dash + 1, 32), "n", out var id) ? id : Guid.Empty;
    }
}
