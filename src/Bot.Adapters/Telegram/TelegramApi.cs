using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Calls the Bot API. The token is part of every address, so nothing that knows an address leaves this class: failures become
/// codes, and the client writes no logs and no traces of its own.
/// </summary>
internal sealed class TelegramApi(HttpClient http, TelegramOptions options)
{
    private const int OurPatienceBeyondPoll = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string calls = $"{options.ApiUrl.TrimEnd('/')}/bot{options.Secret()}/";
    private readonly string files = $"{options.ApiUrl.TrimEnd('/')}/file/bot{options.Secret()}/";

    public Task<TelegramAnswer<TelegramUser>> MeAsync(CancellationToken cancel) => CallAsync("getMe", [], TelegramJson.Default.TelegramUser, cancel);

    public Task<TelegramAnswer<TelegramMember>> MemberAsync(long chat, long user, CancellationToken cancel) =>
        CallAsync("getChatMember", new JsonObject { ["chat_id"] = chat, ["user_id"] = user }, TelegramJson.Default.TelegramMember, cancel);

    public Task<TelegramAnswer<TelegramWebhookInfo>> WebhookAsync(CancellationToken cancel) => CallAsync("getWebhookInfo", [], TelegramJson.Default.TelegramWebhookInfo, cancel);

    /// <summary>Asks for updates and confirms those before the offset.</summary>
    public Task<TelegramAnswer<IReadOnlyList<TelegramUpdate>>> UpdatesAsync(long? offset, CancellationToken cancel)
    {
        var seconds = (int)options.PollWait.TotalSeconds;
        var ask = new JsonObject { ["timeout"] = seconds, ["allowed_updates"] = TelegramSetup.UpdateKinds() };
        if (offset is not null) ask["offset"] = offset;
        return CallAsync("getUpdates", ask, TelegramJson.Default.IReadOnlyListTelegramUpdate, cancel, TimeSpan.FromSeconds(seconds + OurPatienceBeyondPoll));
    }

    /// <summary>A call whose answer is only yes.</summary>
    public Task<TelegramAnswer<bool>> DoAsync(string method, JsonObject ask, CancellationToken cancel) => CallAsync(method, ask, TelegramJson.Default.Boolean, cancel);

    public Task<TelegramAnswer<TelegramSent>> SendAsync(string method, JsonObject ask, CancellationToken cancel) => CallAsync(method, ask, TelegramJson.Default.TelegramSent, cancel);

    /// <summary>Sends a file.</summary>
    public Task<TelegramAnswer<TelegramSent>> UploadAsync(string method, JsonObject ask, string field, string name, byte[] content, CancellationToken cancel) =>
        ExchangeAsync(() => TelegramForm.Of(ask, field, name, content), method, TelegramJson.Default.TelegramSent, Patience, cancel);

    /// <summary>Opens a file that somebody sent, and hands its content to <paramref name="read"/>.</summary>
    public async Task<TelegramAnswer<T>> FetchAsync<T>(string fileId, Func<Stream, Task<T>> read, CancellationToken cancel)
    {
        var found = await CallAsync("getFile", new JsonObject { ["file_id"] = fileId }, TelegramJson.Default.TelegramFile, cancel);
        if (found is TelegramAnswer<TelegramFile>.Refused no) return new TelegramAnswer<T>.Refused(no.Code, no.Description) { RetryAfter = no.RetryAfter };
        if (found is TelegramAnswer<TelegramFile>.Silent silent) return new TelegramAnswer<T>.Silent(silent.Kind, false);
        if (((TelegramAnswer<TelegramFile>.Done)found).Result.FilePath is not { Length: > 0 } path) return new TelegramAnswer<T>.Silent("no-path", false);
        if (options.LocalFiles && Path.IsPathRooted(path)) return await LocalAsync(path, read);
        return await GuardAsync<T>(
            async patience =>
            {
                using var answer = await http.GetAsync(new Uri(files + path), HttpCompletionOption.ResponseHeadersRead, patience);
                if (!answer.IsSuccessStatusCode) return new TelegramAnswer<T>.Silent(Http(answer.StatusCode), false);
                await using var content = await answer.Content.ReadAsStreamAsync(patience);
                return new TelegramAnswer<T>.Done(await read(content));
            },
            TimeSpan.FromMinutes(2), cancel);
    }

    private static async Task<TelegramAnswer<T>> LocalAsync<T>(string path, Func<Stream, Task<T>> read)
    {
        try
        {
            await using var content = File.OpenRead(path);
            return new TelegramAnswer<T>.Done(await read(content));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new TelegramAnswer<T>.Silent(fault.GetType().Name, false);
        }
    }

    private Task<TelegramAnswer<T>> CallAsync<T>(string method, JsonObject ask, JsonTypeInfo<T> type, CancellationToken cancel, TimeSpan? patience = null) =>
        ExchangeAsync(() => TelegramForm.Of(ask), method, type, patience ?? Patience, cancel);

    private Task<TelegramAnswer<T>> ExchangeAsync<T>(Func<HttpContent> content, string method, JsonTypeInfo<T> type, TimeSpan patience, CancellationToken cancel) => GuardAsync(
        async inner =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(calls + method)) { Content = content() };
            using var answer = await http.SendAsync(request, inner);
            var text = await answer.Content.ReadAsStringAsync(inner);
            return Read(answer.StatusCode, text, type);
        },
        patience, cancel);

    private static TelegramAnswer<T> Read<T>(HttpStatusCode status, string text, JsonTypeInfo<T> type)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize(text, TelegramJson.Default.TelegramEnvelope);
            if (envelope is { Ok: true, Result: { } result } && result.Deserialize(type) is { } value) return new TelegramAnswer<T>.Done(value);
            if (envelope is { Ok: false }) return Refusal<T>(envelope, status);
        }
        catch (JsonException)
        {
            // A proxy's page, or half an answer.
        }

        return (int)status is >= 400 and < 500 ? new TelegramAnswer<T>.Refused((int)status, "") : new TelegramAnswer<T>.Silent(Http(status), MayBeDone: true);
    }

    private static TelegramAnswer<T> Refusal<T>(TelegramEnvelope envelope, HttpStatusCode status)
    {
        var code = envelope.ErrorCode == 0 ? (int)status : envelope.ErrorCode;
        if (code >= 500) return new TelegramAnswer<T>.Silent(Http((HttpStatusCode)code), MayBeDone: true);
        var words = envelope.Description ?? "";
        var colon = words.IndexOf(": ", StringComparison.Ordinal);
        return new TelegramAnswer<T>.Refused(code, colon < 0 ? words : words[(colon + 2)..])
        {
            RetryAfter = envelope.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 86_400)) : null,
            MovedTo = envelope.Parameters?.MigrateToChatId,
        };
    }

    // Exceptions of the client may quote the address: only their kind goes on.
    private static async Task<TelegramAnswer<T>> GuardAsync<T>(Func<CancellationToken, Task<TelegramAnswer<T>>> call, TimeSpan patience, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (OperationCanceledException)
        {
            return new TelegramAnswer<T>.Silent("timeout", MayBeDone: true);
        }
        catch (HttpRequestException fault)
        {
            var never = fault.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return new TelegramAnswer<T>.Silent(fault.HttpRequestError.ToString(), MayBeDone: !never);
        }
        catch (IOException fault)
        {
            return new TelegramAnswer<T>.Silent(fault.GetType().Name, MayBeDone: true);
        }
    }

    private static string Http(HttpStatusCode status) => FormattableString.Invariant($"http-{(int)status}");
}
