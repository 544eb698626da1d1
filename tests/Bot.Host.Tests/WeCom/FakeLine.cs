using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Host.Tests.WeCom;

/// <summary>The server's end of a bot's connection.</summary>
internal sealed class FakeLine(WebSocket socket) : IDisposable
{
    private readonly SemaphoreSlim sending = new(1, 1);

    public WebSocket Socket => socket;

    public void Dispose() => sending.Dispose();

    public async Task<JsonObject?> ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return (JsonObject)JsonNode.Parse(message.ToArray())!;
        }
    }

    public Task AckAsync(string request, int code, JsonObject? body = null)
    {
        var ack = new JsonObject { ["headers"] = new JsonObject { ["req_id"] = request }, ["errcode"] = code, ["errmsg"] = code == 0 ? "ok" : "no" };
        if (body is not null) ack["body"] = body;
        return SendAsync(ack);
    }

    public async Task SendAsync(JsonObject frame)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }
}
