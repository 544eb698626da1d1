using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Inbound;

/// <summary>An OpenAI-compatible endpoint of our own on a free port; it answers what the test says, call by call.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = new();

    private FakeModel()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/chat/completions", AnswerAsync);
        app.MapPost("/elsewhere/chat/completions", AnswerAsync);
    }

    public string Endpoint => app.Urls.First() + "/v1";

    /// <summary>The bodies of the calls, with the key they came with.</summary>
    public ConcurrentQueue<(string? Key, JsonElement Body)> Calls { get; } = new();

    public static async Task<FakeModel> StartAsync()
    {
        var model = new FakeModel();
        await model.app.StartAsync();
        return model;
    }

    /// <summary>What the model writes to the next call that has no answer yet.</summary>
    public void Says(string content) => Does(context => context.Response.WriteAsJsonAsync(new { id = "x", choices = new[] { new { index = 0, message = new { role = "assistant", content } } } }));

    public void Does(Func<HttpContext, Task> answer) => answers.Enqueue(answer);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        Calls.Enqueue((context.Request.Headers.Authorization, body.RootElement.Clone()));
        if (answers.TryDequeue(out var answer)) await answer(context);
        else context.Response.StatusCode = 418; // a call nobody expected
    }
}
