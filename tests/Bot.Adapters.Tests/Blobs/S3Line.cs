using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.Tests.Blobs;

/// <summary>A line to the store that may break, change bytes or answer in its place; it notes what was asked.</summary>
internal sealed class S3Line : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient store = new();
    private readonly ConcurrentQueue<string> asked = new();

    private S3Line(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>Every request so far: method, path and query.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    /// <summary>What happens to a request instead of being passed on; true: it happened.</summary>
    public Func<HttpContext, Task<bool>> Instead { get; set; } = _ => Task.FromResult(false);

    /// <summary>Which requests' bodies arrive with one byte changed.</summary>
    public Func<HttpRequest, bool> Changes { get; set; } = _ => false;

    public static async Task<S3Line> OpenAsync(Uri to)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(o => o.Limits.MaxRequestBodySize = null);
        var line = new S3Line(builder.Build());
        line.app.Run(context => line.PassAsync(context, to));
        await line.app.StartAsync();
        return line;
    }

    /// <summary>Hangs up.</summary>
    public static Task<bool> Break(HttpContext context)
    {
        context.Abort();
        return Task.FromResult(true);
    }

    /// <summary>Answers in the store's place.</summary>
    public static async Task<bool> SayAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync(body);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        store.Dispose();
    }

    private async Task PassAsync(HttpContext context, Uri to)
    {
        asked.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (await Instead(context))
            return;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (Changes(context.Request) && body.Length > 0)
            body.GetBuffer()[body.Length / 2] ^= 1;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(to, context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentLength is not null)
            request.Content = new ByteArrayContent(body.ToArray());
        // The signature covers the host the client named.
        foreach (var (name, value) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value) && request.Content is not null)
                request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
        }

        using var answer = await store.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, value) in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
            context.Response.Headers[name] = value.ToArray();
        if (context.Request.Method != "HEAD")
            await answer.Content.CopyToAsync(context.Response.Body);
    }
}
