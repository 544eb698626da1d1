using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Bot.Host.Tests.Telegram;

/// <summary>A Bot API that others wrote (npm telegram-test-api), as far as it goes: no long poll, no offsets, no files, no reactions.</summary>
public sealed class SecondOpinionTests : IAsyncLifetime
{
    private const string Token = "4242:SecondOpinionToken";
    private const string Script = "const Server=require('telegram-test-api');new Server({port:Number(process.argv[1]),host:'127.0.0.1'}).start().then(()=>console.log('listening'))";
    private const long Group = -1001234567890;

    private readonly HttpClient http = new();
    private Process? server;
    private RunningBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        var url = await StartAsync();
        http.BaseAddress = new Uri(url);
        bot = await RunningBot.StartAsync(
            null, $"--SafetyMonth:Telegram:Token={Token}", $"--SafetyMonth:Telegram:ApiUrl={url}", "--SafetyMonth:Telegram:PauseAfterFailure=00:00:00.100", "--SafetyMonth:Telegram:QuietReceipts=false");
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        http.Dispose();
        if (server is null) return;
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
        server.Dispose();
    }

    [Fact]
    public async Task A_report_its_receipt_and_the_missing_go_through_it()
    {
        await BindCodes.MakeAsync(bot);
        await SayAsync("绑定 BINDCODE");
        Assert.Contains("已绑定到", await HeardAsync(), StringComparison.Ordinal);
        await SayAsync("登记 JOINCODE");
        Assert.Contains("金谷社区的联络员", await HeardAsync(), StringComparison.Ordinal);
        await SayAsync("6月13日组织应急疏散演练1场，64人参加");
        Assert.Contains("应急疏散演练参与64人次", await HeardAsync(), StringComparison.Ordinal);
        await SayAsync("未报");
        Assert.Contains("金谷社区", await HeardAsync(), StringComparison.Ordinal);
        Assert.Equal(64, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
    }

    private async Task SayAsync(string text)
    {
        var message = new JsonObject
        {
            ["botToken"] = Token, ["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), ["text"] = text,
            ["from"] = new JsonObject { ["id"] = 7012345678, ["first_name"] = "张三", ["is_bot"] = false },
            ["chat"] = new JsonObject { ["id"] = Group, ["title"] = "联络群", ["type"] = "supergroup" },
        };
        using var answer = await http.PostAsJsonAsync("/sendMessage", message);
        answer.EnsureSuccessStatusCode();
    }

    // What the bot said in the group since it was last asked; each answer is waited for.
    private async Task<string> HeardAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var answer = await http.PostAsJsonAsync("/getUpdates", new JsonObject { ["token"] = Token, ["chatId"] = Group }, patience.Token);
            using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(patience.Token));
            var said = read.RootElement.GetProperty("result").EnumerateArray().Select(m => m.GetProperty("message").GetProperty("text").GetString()!).Where(t => !t.StartsWith("我现在看不到", StringComparison.Ordinal)).ToList();
            if (said.Count > 0) return string.Join('\n', said);
        }
    }

    private async Task<string> StartAsync()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder(), RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["-e", Script, port.ToString(System.Globalization.CultureInfo.InvariantCulture)]) start.ArgumentList.Add(argument);
        server = Process.Start(start) ?? throw new InvalidOperationException("node does not start");
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        Assert.Equal("listening", await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return FormattableString.Invariant($"http://127.0.0.1:{port}");
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "tests", "node", "node_modules", "telegram-test-api"))) return Path.Combine(folder.FullName, "tests", "node");
        }

        throw new InvalidOperationException("This test needs npm packages: run `npm ci --prefix tests/node` in the repository (tests/run.sh does).");
    }
}
