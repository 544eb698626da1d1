using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Telemetry;

/// <summary>An OTLP collector of our own on a free port, which keeps what it is sent.</summary>
internal sealed class FakeCollector : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/metrics", context => KeepAsync(context, Metrics));
        app.MapPost("/v1/traces", context => KeepAsync(context, Traces));
    }

    public string Endpoint => app.Urls.First();

    public ConcurrentQueue<byte[]> Metrics { get; } = new();

    public ConcurrentQueue<byte[]> Traces { get; } = new();

    public static async Task<FakeCollector> StartAsync()
    {
        var collector = new FakeCollector();
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task KeepAsync(HttpContext context, ConcurrentQueue<byte[]> kept)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        kept.Enqueue(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    }
}
