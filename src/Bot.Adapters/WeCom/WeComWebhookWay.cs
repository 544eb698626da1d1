using System.Text.Json.Nodes;
using Bot.Domain.Messages;

namespace Bot.Adapters.WeCom;

/// <summary>Writing through a group's robot (消息推送, document 91770): always possible, the only one that can name people with @, and without buttons.</summary>
internal sealed class WeComWebhookWay(WeComApi api, string key, IReadOnlyList<WeComMention> mentions) : IWeComWay
{
    public int Longest => WeComText.Longest;
    public bool ShowsButtons => false;

    public string Shown(string text) => WeComText.Quiet(text);

    public Task<WeComAnswer> PostAsync(OutgoingMessage message, WeComPart part, CancellationToken cancel) => part switch
    {
        WeComPart.Words words => SendAsync(Text(words.Text), cancel),
        WeComPart.File file => FileAsync(file.Content, cancel),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // The unit stands in the words as well: an id that has left must not make the line meaningless.
    private JsonObject Text(string text)
    {
        var body = new JsonObject { ["content"] = text };
        var meant = mentions.Where(m => text.Contains(m.Unit, StringComparison.Ordinal)).Select(m => m.User).Distinct().ToList();
        if (meant.Count > 0) body["mentioned_list"] = new JsonArray([.. meant.Select(m => (JsonNode)m)]);
        return new JsonObject { ["msgtype"] = "text", ["text"] = body };
    }

    private async Task<WeComAnswer> FileAsync(OutgoingContent.File file, CancellationToken cancel)
    {
        var uploaded = await api.UploadAsync($"webhook/upload_media?key={key}&type=file", file.Name, file.Bytes.ToArray(), cancel);
        return uploaded is WeComAnswer.Done { Result.MediaId: { } media }
            ? await SendAsync(new JsonObject { ["msgtype"] = "file", ["file"] = new JsonObject { ["media_id"] = media } }, cancel)
            : NotThere(uploaded);
    }

    private Task<WeComAnswer> SendAsync(JsonObject body, CancellationToken cancel) => api.PostAsync($"webhook/send?key={key}", body, cancel);

    /// <summary>A file that was not uploaded was surely not posted.</summary>
    internal static WeComAnswer NotThere(WeComAnswer uploaded) => uploaded switch
    {
        WeComAnswer.Silent silent => silent with { MayBeDone = false },
        WeComAnswer.Done => new WeComAnswer.Silent("no-media", MayBeDone: false),
        _ => uploaded,
    };
}
