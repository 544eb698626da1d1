using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Bot.Host.Tests.WeCom;

/// <summary>WeCom's own cryptography (npm @wecom/crypto): signs and closes what we receive, and reads what we answer.</summary>
internal sealed class OfficialCrypto : IAsyncDisposable
{
    private const string Script = """
        const c = require('@wecom/crypto');
        require('readline').createInterface({ input: process.stdin }).on('line', line => {
          const q = JSON.parse(line);
          if (q.open) {
            const d = c.decrypt(q.key, q.open);
            console.log(JSON.stringify({ message: d.message, id: d.id, signature: c.getSignature(q.token, q.timestamp, q.nonce, q.open) }));
          } else {
            const e = c.encrypt(q.key, q.close, q.id);
            console.log(JSON.stringify({ encrypt: e, signature: c.getSignature(q.token, q.timestamp, q.nonce, e) }));
          }
        });
        """;

    private readonly Process node;

    public OfficialCrypto()
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder(), RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
            StandardInputEncoding = new System.Text.UTF8Encoding(false), StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var argument in (string[])["-e", Script]) start.ArgumentList.Add(argument);
        node = Process.Start(start) ?? throw new InvalidOperationException("node does not start");
    }

    public async Task<(string Encrypt, string Signature)> CloseAsync(string token, string key, string receiver, string message, string timestamp, string nonce)
    {
        var answer = await AskAsync(new JsonObject { ["close"] = message, ["token"] = token, ["key"] = key, ["id"] = receiver, ["timestamp"] = timestamp, ["nonce"] = nonce });
        return ((string)answer["encrypt"]!, (string)answer["signature"]!);
    }

    public async Task<(string Message, string Receiver, string Signature)> OpenAsync(string token, string key, string encrypt, string timestamp, string nonce)
    {
        var answer = await AskAsync(new JsonObject { ["open"] = encrypt, ["token"] = token, ["key"] = key, ["timestamp"] = timestamp, ["nonce"] = nonce });
        return ((string)answer["message"]!, (string)answer["id"]!, (string)answer["signature"]!);
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private async Task<JsonObject> AskAsync(JsonObject question)
    {
        await node.StandardInput.WriteLineAsync(question.ToJsonString());
        await node.StandardInput.FlushAsync();
        var line = await node.StandardOutput.ReadLineAsync(Xunit.TestContext.Current.CancellationToken);
        return (JsonObject)JsonNode.Parse(line ?? throw new InvalidOperationException("node gave up"))!;
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "tests", "node", "node_modules", "@wecom", "crypto"))) return Path.Combine(folder.FullName, "tests", "node");
        }

        throw new InvalidOperationException("This test needs npm packages: run `npm ci --prefix tests/node` in the repository (tests/run.sh does).");
    }
}
