using System.Text.Json.Nodes;

namespace Bot.Adapters.WeCom;

/// <summary>
/// Answering a callback (documents 101031, 101138): along with it while it is open, else once at the address that came with it. There
/// is no third time, so all of the answer goes at once.
/// </summary>
internal sealed class WeComReplyWay(WeComApi api, WeComTurns turns, WeComReplies replies)
{
    private const string Cut = "\n…（太长了，其余请到网页群聊或后台看）";
    private static readonly TimeSpan OneRefresh = TimeSpan.FromSeconds(3);

    /// <summary>Whether it may be answered still.</summary>
    public async Task<bool> CanAsync(string message, CancellationToken cancel) => turns.Of(message) is { IsOpen: true } || await replies.HasAsync(message, cancel);

    /// <summary>Answers; null: nobody waits for an answer any more.</summary>
    public async Task<WeComAnswer?> SendAsync(string message, string text, CancellationToken cancel)
    {
        var parts = WeComText.Split(WeComText.Markdown(text), WeComText.LongestMarkdown - 100);
        var words = parts.Count > 1 ? parts[0] + Cut : parts.Count == 1 ? parts[0] : "";
        if (turns.Of(message) is { } turn && await turn.OfferAsync(words, OneRefresh, cancel)) return new WeComAnswer.Done(new WeComResult());
        if (await replies.TakeAsync(message, cancel) is not { } url) return null;
        var answer = await api.RespondAsync(url, new JsonObject { ["msgtype"] = "markdown", ["markdown"] = new JsonObject { ["content"] = words } }, cancel);
        if (answer is WeComAnswer.Silent { MayBeDone: false } or WeComAnswer.Refused { Code: -1 or WeComCodes.TooOften }) await replies.GiveBackAsync(message, cancel);
        return answer;
    }
}
