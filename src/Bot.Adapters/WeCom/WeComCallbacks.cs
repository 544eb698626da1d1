using System.Text.Json.Nodes;
using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.WeCom;

/// <summary>
/// What an AI bot's callback is answered with at once. A receipt is mostly ready within WeCom's five seconds and goes along as a finished
/// stream; else the stream stays open for a moment, and what comes later goes to the address that came with the message.
/// </summary>
internal sealed class WeComCallbacks(WeComArrivals arrivals, WeComTurns turns, WeComOptions options, Store store, IOrganisation organisation, TimeProvider clock)
{
    public const string Working = "收到，正在登记…";
    public const string Taken = "已收到。";
    public const string Later = "已收到，结果稍后发到这里。";
    public const string Welcome = "我是报送助手。第一次用请发“登记 <码>”（码问主管单位要），以后直接说做了什么就行；照片也可以发在这里，十分钟内的自动并到您刚才的报送。发“帮助”看说明。";

    private static readonly TimeSpan OpenFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OneRefresh = TimeSpan.FromSeconds(1.5);

    /// <summary>Takes a callback; returns the answer's body, or null for an empty one. What it says is durable then.</summary>
    public async Task<JsonObject?> AnswerAsync(WeComSaid said, CancellationToken cancel)
    {
        switch (arrivals.Read(said))
        {
            case WeComHeard.Asked asked:
                return await RefreshAsync(asked.Stream, cancel);
            case WeComHeard.Entered:
                return new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = Welcome } };
            case WeComHeard.Said { Message: { Event: MessageEvent.Pressed } press } pressed:
                await arrivals.TakeAsync(pressed, cancel);
                return press.Quotes is { Length: > 0 } task ? new JsonObject { ["response_type"] = "update_template_card", ["template_card"] = WeComCards.Used(task) } : null;
            case var heard and (WeComHeard.Said or WeComHeard.NotTaken):
                var id = said.Msgid;
                var turn = turns.Open(id);
                await arrivals.TakeAsync(heard, cancel);
                if (await turn.TakeAsync(options.AnswerWithin, cancel) is { } words) return Stream(turn, words, true);
                if (await organisation.FindPlaceAsync(WeComMessages.Chat(said), clock.GetUtcNow(), cancel) is not null) return Stream(turn, Working, false);

                // In a chat that is nobody's nothing is said, except to a code that binds it: that may come later, by its address.
                turn.Close();
                return null;
            default:
                return null;
        }
    }

    private async Task<JsonObject> RefreshAsync(string stream, CancellationToken cancel)
    {
        // The program was started anew, or another host took the message: nobody shall watch it turn.
        if (turns.Behind(stream) is not { } turn) return Stream(stream, Later, true);
        if (await turn.TakeAsync(OneRefresh, cancel) is { } words) return Stream(turn, words, true);
        if (TimeProvider.System.GetUtcNow() - turn.OpenedAt < OpenFor && !await IsHandledAsync(turn, cancel)) return Stream(turn, Working, false);
        turn.Close();
        return await turn.TakeAsync(TimeSpan.Zero, cancel) is { } late ? Stream(turn, late, true) : Stream(turn, await IsHandledAsync(turn, cancel) ? Taken : Later, true);
    }

    // Handled, and a refresh later still nothing to say about it: there is nothing.
    private Task<bool> IsHandledAsync(WeComTurn turn, CancellationToken cancel) => store.ReadAsync(
        db => db.Messages.AnyAsync(m => m.Platform == Platform.WeCom && m.ExternalId == turn.Message && m.State == Storage.Rows.MessageState.Handled, cancel), cancel);

    private static JsonObject Stream(WeComTurn turn, string content, bool isFinished) => Stream(turn.Stream, content, isFinished);

    private static JsonObject Stream(string id, string content, bool isFinished) =>
        new() { ["msgtype"] = "stream", ["stream"] = new JsonObject { ["id"] = id, ["finish"] = isFinished, ["content"] = content } };
}
