using System.Text.Json.Nodes;
using Bot.Domain.Messages;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.WeCom;

/// <summary>Writing to a member through the application of one's own (documents 90236, 90253).</summary>
internal sealed class WeComAppWay(WeComApi api, WeComTokens tokens, WeComOptions options, string user, ILogger log) : IWeComWay
{
    /// <summary>Everybody a message was for is unknown to the application.</summary>
    private const int NobodyReached = 81013;

    public int Longest => WeComText.Longest;
    public bool ShowsButtons => true;

    public string Shown(string text) => WeComText.Quiet(text);

    public Task<WeComAnswer> PostAsync(OutgoingMessage message, WeComPart part, CancellationToken cancel) => part switch
    {
        WeComPart.Words words => SendAsync("text", new JsonObject { ["content"] = words.Text }, cancel),
        WeComPart.Choices => SendAsync("template_card", WeComCards.Choices(message), cancel),
        WeComPart.File file => FileAsync(file.Content, cancel),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<WeComAnswer> FileAsync(OutgoingContent.File file, CancellationToken cancel)
    {
        var uploaded = await tokens.CallAsync(token => api.UploadAsync($"media/upload?access_token={token}&type=file", file.Name, file.Bytes.ToArray(), cancel), cancel);
        return uploaded is WeComAnswer.Done { Result.MediaId: { } media } ? await SendAsync("file", new JsonObject { ["media_id"] = media }, cancel) : WeComWebhookWay.NotThere(uploaded);
    }

    private async Task<WeComAnswer> SendAsync(string type, JsonObject content, CancellationToken cancel)
    {
        var answer = await tokens.CallAsync(
            token => api.PostAsync($"message/send?access_token={token}", new JsonObject { ["touser"] = user, ["msgtype"] = type, ["agentid"] = options.App.AgentId, [type] = content.DeepClone() }, cancel), cancel);

        // Code 0 hides who was not reached.
        if (answer is WeComAnswer.Done { Result: { } result } && (result.Invaliduser is { Length: > 0 } || result.Unlicenseduser is { Length: > 0 }))
        {
            WeComLog.NotReached(log, 1);
            return new WeComAnswer.Refused(NobodyReached);
        }

        if (answer is WeComAnswer.Refused refused && WeComCodes.IsForAdmins(refused.Code)) WeComLog.AppRefused(log, refused.Code);
        return answer;
    }
}
