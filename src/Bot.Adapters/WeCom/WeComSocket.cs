using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bot.Adapters.Wire;

namespace Bot.Adapters.WeCom;

/// <summary>One connection of a bot, as long as it lives: frames out, each answered under its number, and callbacks in, one after the other.</summary>
internal sealed class WeComSocket : IAsyncDisposable
{
    private const int MostWaiting = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<WeComAnswer>> asked = new(StringComparer.Ordinal);

    // Frames of one number go one after the other; a few numbers share a turn.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly Channel<WeComFrame> callbacks = Channel.CreateBounded<WeComFrame>(MostWaiting);
    private Task reading = Task.CompletedTask;

    /// <summary>The callbacks, until the connection ends.</summary>
    public ChannelReader<WeComFrame> Callbacks => callbacks.Reader;

    /// <summary>Ends when the connection does.</summary>
    public Task Ended => reading;

    /// <summary>Opens it.</summary>
    public static async Task<WeComSocket> OpenAsync(WeComOptions options, CancellationToken cancel)
    {
        var opened = new WeComSocket();
        opened.socket.Options.KeepAliveInterval = TimeSpan.Zero; // the platform has signs of life of its own
        if (options.Proxy.Length > 0) opened.socket.Options.Proxy = new WebProxy(options.Proxy);
        using var timeout = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            await opened.socket.ConnectAsync(new Uri(options.SocketUrl), either.Token);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }

        opened.reading = opened.ReadAsync();
        return opened;
    }

    /// <summary>Sends a frame and waits for its answer. Those of one number go one after the other.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="body">With what; null: nothing.</param>
    /// <param name="request">The number.</param>
    /// <param name="cancel">Breaks off.</param>
    public async Task<WeComAnswer> AskAsync(string command, JsonObject? body, string request, CancellationToken cancel)
    {
        var turn = turns[(uint)StringComparer.Ordinal.GetHashCode(request) % turns.Length];
        await turn.WaitAsync(cancel);
        var answer = asked[request] = new TaskCompletionSource<WeComAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var frame = new JsonObject { ["cmd"] = command, ["headers"] = new JsonObject { ["req_id"] = request } };
            if (body is not null) frame["body"] = body;
            if (!await WriteAsync(PlatformForm.Json(frame), cancel)) return new WeComAnswer.Silent("disconnected", MayBeDone: false);
            return await answer.Task.WaitAsync(Patience, TimeProvider.System, cancel);
        }
        catch (TimeoutException)
        {
            return new WeComAnswer.Silent("timeout", MayBeDone: true);
        }
        finally
        {
            asked.TryRemove(request, out _);
            turn.Release();
        }
    }

    /// <summary>Ends it at once.</summary>
    public void Abort() => socket.Abort();

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
        sending.Dispose();
        foreach (var turn in turns) turn.Dispose();
    }

    private async Task<bool> WriteAsync(string text, CancellationToken cancel)
    {
        await sending.WaitAsync(cancel);

        // A frame that is broken off ends the connection: only one that does not get out in time is.
        using var timeout = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, timeout.Token);
            return true;
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            return false;
        }
        finally
        {
            sending.Release();
        }
    }

    // Never waits for anybody's answer: those who wait are answered here.
    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close) break;
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage) continue;
                var frame = Frame(message.GetBuffer().AsSpan(0, (int)message.Length));
                message.SetLength(0);
                if (frame is null) continue;
                if (frame.Cmd is null) Answered(frame);
                else await callbacks.Writer.WriteAsync(frame);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The connection is gone; whoever holds it opens another.
        }

        callbacks.Writer.TryComplete();
        foreach (var (_, answer) in asked) answer.TrySetResult(new WeComAnswer.Silent("disconnected", MayBeDone: true));
    }

    private void Answered(WeComFrame frame)
    {
        if (frame.Headers?.ReqId is not { } request || !asked.TryGetValue(request, out var answer)) return;
        var result = frame.Body is { ValueKind: JsonValueKind.Object } body ? body.Deserialize(WeComJson.Default.WeComResult) : null;
        answer.TrySetResult(frame.Errcode is { } code and not 0 ? new WeComAnswer.Refused(code) : new WeComAnswer.Done(result ?? new WeComResult()));
    }

    private static WeComFrame? Frame(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, WeComJson.Default.WeComFrame);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
