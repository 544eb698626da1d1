using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Adapters.Wire;

namespace Bot.Adapters.WeCom;

/// <summary>
/// Calls over HTTP. Keys and tokens are part of the addresses, so nothing that knows an address leaves this class: failures become
/// codes, and the client writes no logs and no traces of its own.
/// </summary>
internal sealed class WeComApi(HttpClient http, WeComOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FilePatience = TimeSpan.FromMinutes(1);
    private readonly string calls = options.ApiUrl.TrimEnd('/') + "/cgi-bin/";

    /// <summary>A call with a body.</summary>
    /// <param name="path">Behind <c>/cgi-bin/</c>, with its query.</param>
    /// <param name="ask">The body.</param>
    /// <param name="cancel">Breaks off.</param>
    public Task<WeComAnswer> PostAsync(string path, JsonObject ask, CancellationToken cancel) => ExchangeAsync(HttpMethod.Post, calls + path, () => PlatformForm.Of(ask), Patience, cancel);

    /// <summary>A call without a body.</summary>
    public Task<WeComAnswer> GetAsync(string path, CancellationToken cancel) => ExchangeAsync(HttpMethod.Get, calls + path, () => null, Patience, cancel);

    /// <summary>A call with a file.</summary>
    public Task<WeComAnswer> UploadAsync(string path, string name, byte[] content, CancellationToken cancel) =>
        ExchangeAsync(HttpMethod.Post, calls + path, () => PlatformForm.Of([], "media", name, content, tellsLength: true), FilePatience, cancel);

    /// <summary>Answers at an address that came with a callback: only at WeCom's own, whatever the callback says.</summary>
    public Task<WeComAnswer> RespondAsync(string url, JsonObject ask, CancellationToken cancel) =>
        url.StartsWith(calls, StringComparison.Ordinal)
            ? ExchangeAsync(HttpMethod.Post, url, () => PlatformForm.Of(ask), Patience, cancel)
            : Task.FromResult<WeComAnswer>(new WeComAnswer.Silent("foreign-address", MayBeDone: false));

    /// <summary>Fetches a file, of at most so many bytes.</summary>
    /// <param name="url">A whole address from a message, or a path behind <c>/cgi-bin/</c>.</param>
    /// <param name="most">How many bytes at most.</param>
    /// <param name="cancel">Breaks off.</param>
    public async Task<WeComDownload> DownloadAsync(string url, int most, CancellationToken cancel)
    {
        var isOwn = !url.Contains("://", StringComparison.Ordinal);
        if (!isOwn && !MayFetch(url)) return new WeComDownload.Gone("foreign-address");
        using var timeout = new CancellationTokenSource(FilePatience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            using var answer = await http.GetAsync(new Uri(isOwn ? calls + url : url), HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (answer.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests) return new WeComDownload.Gone(Http(answer.StatusCode));
            if (!answer.IsSuccessStatusCode) return new WeComDownload.Later(Http(answer.StatusCode));
            if (await BoundedAsync(answer.Content, most, either.Token) is not { } bytes) return new WeComDownload.Gone("too-large");
            if (isOwn && bytes is [(byte)'{', ..] && Read(answer.StatusCode, System.Text.Encoding.UTF8.GetString(bytes)) is WeComAnswer.Refused refused) return new WeComDownload.Refused(refused.Code);
            return new WeComDownload.File(bytes, WeComFileName.Of(answer.Content.Headers));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return new WeComDownload.Later(fault.GetType().Name);
        }
    }

    private bool MayFetch(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)) return false;
        var origin = url.GetLeftPart(UriPartial.Authority);
        return options.MediaHosts.Any(h => h.Contains("://", StringComparison.Ordinal)
            ? origin.Equals(h.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
            : url.Scheme == Uri.UriSchemeHttps && h.Length > 1 && url.IdnHost.EndsWith(h.StartsWith('.') ? h : "." + h, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<byte[]?> BoundedAsync(HttpContent content, int most, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > most) return null;
        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (kept.Length + count > most) return null;
            kept.Write(buffer, 0, count);
        }

        return kept.ToArray();
    }

    // Exceptions of the client may quote the address: only their kind goes on.
    private async Task<WeComAnswer> ExchangeAsync(HttpMethod method, string url, Func<HttpContent?> content, TimeSpan patience, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(url)) { Content = content() };
            using var answer = await http.SendAsync(request, either.Token);
            return Read(answer.StatusCode, await answer.Content.ReadAsStringAsync(either.Token));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (OperationCanceledException)
        {
            return new WeComAnswer.Silent("timeout", MayBeDone: true);
        }
        catch (HttpRequestException fault)
        {
            var never = fault.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return new WeComAnswer.Silent(fault.HttpRequestError.ToString(), MayBeDone: !never);
        }
        catch (IOException fault)
        {
            return new WeComAnswer.Silent(fault.GetType().Name, MayBeDone: true);
        }
    }

    // A refusal has status 200 as well; a gateway's page is no answer at all.
    private static WeComAnswer Read(HttpStatusCode status, string text)
    {
        try
        {
            if (JsonSerializer.Deserialize(text, WeComJson.Default.WeComResult) is { } result) return result.Errcode == 0 ? new WeComAnswer.Done(result) : new WeComAnswer.Refused(result.Errcode) { From = result.Errcode == WeComCodes.UntrustedAddress ? Address(result.Errmsg) : null };
        }
        catch (JsonException)
        {
            // As below.
        }

        return new WeComAnswer.Silent(Http(status), MayBeDone: true);
    }

    // "… from ip: 203.0.113.7, more info …"
    private static string? Address(string? words)
    {
        const string Before = "from ip:";
        var at = words?.IndexOf(Before, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0) return null;
        var text = words.AsSpan(at + Before.Length).TrimStart();
        var end = text.IndexOfAny(' ', ',', ';');
        return IPAddress.TryParse(end < 0 ? text : text[..end], out var address) ? address.ToString() : null;
    }

    private static string Http(HttpStatusCode status) => FormattableString.Invariant($"http-{(int)status}");
}
