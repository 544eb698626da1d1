using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Bot.Adapters.Storage;
using Bot.Domain.Messages;

namespace Bot.Adapters.WeCom;

/// <summary>Writing over the bot's connection (document 101463): as an answer while the callback's number is good, else unasked.</summary>
internal sealed class WeComSocketWay(WeComConnection connection) : IWeComWay
{
    private const int Chunk = 512 * 1024;

    public int Longest => WeComText.LongestMarkdown;
    public bool ShowsButtons => true;

    public string Shown(string text) => WeComText.Markdown(text);

    public async Task<WeComAnswer> PostAsync(OutgoingMessage message, WeComPart part, CancellationToken cancel)
    {
        var request = message.Quotes is { } quoted ? connection.RequestOf(quoted) : null;
        switch (part)
        {
            case WeComPart.Words words:
                return await SayAsync(message, request, words.Text, cancel);
            case WeComPart.Choices:
                return await SendAsync(message, request, "template_card", WeComCards.Choices(message), cancel);
            case WeComPart.File file:
                var uploaded = await UploadAsync(file.Content, cancel);
                return uploaded is WeComAnswer.Done { Result.MediaId: { } media } ? await SendAsync(message, request, "file", new JsonObject { ["media_id"] = media }, cancel) : WeComWebhookWay.NotThere(uploaded);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // An answer is a stream that ends at once: nobody watches it turn.
    private async Task<WeComAnswer> SayAsync(OutgoingMessage message, string? request, string text, CancellationToken cancel)
    {
        var stream = new JsonObject { ["id"] = "s-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), ["finish"] = true, ["content"] = text };
        if (request is not null && await RespondAsync(request, "stream", stream, cancel) is { } answered) return answered;
        return await PushAsync(message, "markdown", new JsonObject { ["content"] = text }, cancel);
    }

    private async Task<WeComAnswer> SendAsync(OutgoingMessage message, string? request, string type, JsonObject content, CancellationToken cancel) =>
        request is not null && await RespondAsync(request, type, content, cancel) is { } answered ? answered : await PushAsync(message, type, content, cancel);

    // Null: the callback's number is not good any more.
    private async Task<WeComAnswer?> RespondAsync(string request, string type, JsonObject content, CancellationToken cancel)
    {
        var answer = await connection.AskAsync("aibot_respond_msg", new JsonObject { ["msgtype"] = type, [type] = content.DeepClone() }, request, cancel);
        return answer is WeComAnswer.Refused { Code: WeComCodes.UnknownRequest } ? null : answer;
    }

    private Task<WeComAnswer> PushAsync(OutgoingMessage message, string type, JsonObject content, CancellationToken cancel)
    {
        var body = new JsonObject { ["chatid"] = WeComMessages.Id(message.Chat), ["chat_type"] = PrivateChats.Is(message.Chat) ? 1 : 2, ["msgtype"] = type, [type] = content.DeepClone() };
        return connection.AskAsync("aibot_send_msg", body, null, cancel);
    }

    private async Task<WeComAnswer> UploadAsync(OutgoingContent.File file, CancellationToken cancel)
    {
        var bytes = file.Bytes.ToArray();
        var chunks = (bytes.Length + Chunk - 1) / Chunk;
        var begin = new JsonObject
        {
            ["type"] = "file", ["filename"] = file.Name, ["total_size"] = bytes.Length, ["total_chunks"] = chunks,
#pragma warning disable CA5351 // The platform asks for MD5.
            ["md5"] = Convert.ToHexStringLower(MD5.HashData(bytes)),
#pragma warning restore CA5351
        };
        var begun = await connection.AskAsync("aibot_upload_media_init", begin, null, cancel);
        if (begun is not WeComAnswer.Done { Result.UploadId: { } upload }) return begun;
        for (var at = 0; at < chunks; at++)
        {
            var part = new JsonObject { ["upload_id"] = upload, ["chunk_index"] = at, ["base64_data"] = Convert.ToBase64String(bytes.AsSpan(at * Chunk, Math.Min(Chunk, bytes.Length - (at * Chunk)))) };
            if (await connection.AskAsync("aibot_upload_media_chunk", part, null, cancel) is var sent and not WeComAnswer.Done) return sent;
        }

        return await connection.AskAsync("aibot_upload_media_finish", new JsonObject { ["upload_id"] = upload }, null, cancel);
    }
}
