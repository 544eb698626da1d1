using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Host.Tests.Telemetry;
using Xunit;
using static Bot.Host.Tests.WeCom.BotOnWeCom;

namespace Bot.Host.Tests.WeCom;

/// <summary>Keys and tokens are part of the addresses the program calls. They are in nothing it writes.</summary>
public sealed class WeComSecretsTests
{
    private static readonly string[] Loud = ["--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:System=Trace", "--Logging:LogLevel:Microsoft=Trace"];

    [Fact]
    public async Task With_everything_logged_and_traced_and_much_going_wrong_no_secret_is_anywhere()
    {
        await using var collector = await FakeCollector.StartAsync();
        var folder = await FreshOffice.CopyAsync();
        var weCom = await FakeWeCom.StartAsync();
        var group = await HostAsync(weCom, folder);
        await weCom.SubscribedAsync();
        await group.BindAsync();
        string[] more = [.. Loud, $"--SafetyMonth:Telemetry:OtlpEndpoint={collector.Endpoint}"];
        var heard = new StringBuilder();
        await group.Bot.DisposeAsync();

        weCom.Refuse("aibot_subscribe", -1);
        await RunAsync(folder, weCom.Connected(more), heard, async _ =>
        {
            await weCom.SubscribedAsync(2);
            weCom.Break();
            await weCom.SubscribedAsync(3);
        });

        weCom.Refuse("webhook/upload_media", -1);
        weCom.Refuse("media/upload", 40014);
        await RunAsync(folder, weCom.Called([.. FakeWeCom.Robot(), .. FakeWeCom.App(), .. more]), heard, async program =>
        {
            await PostAsync(program, group, "@月报助手 日程", isPrivate: false);
            await weCom.CallAsync(c => c is { What: "webhook/upload_media", WasRefused: false });
            await PostAsync(program, group, "导出 docx", isPrivate: true);
            await weCom.CallAsync(c => c.What == "message/send" && (string?)c.Body["msgtype"] == "file");
        });

        foreach (var secret in (string[])[FakeWeCom.Secret, FakeWeCom.RobotKey, FakeWeCom.AppSecret, FakeWeCom.AesKey, "access_token", "response_code"])
        {
            Assert.DoesNotContain(secret, heard.ToString(), StringComparison.Ordinal);
            Assert.All(collector.Traces.Concat(collector.Metrics), body => Assert.DoesNotContain(secret, Encoding.UTF8.GetString(body), StringComparison.Ordinal));
        }

        Assert.DoesNotContain("导出 docx", heard.ToString(), StringComparison.Ordinal);
        Assert.Contains("The WeCom bot is connected", heard.ToString(), StringComparison.Ordinal);
        await weCom.DisposeAsync();
        weCom.Verify();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(string folder, string[] settings, StringBuilder heard, Func<ChildProgram, Task> work)
    {
        using var program = await ChildProgram.StartAsync(folder, settings);
        await work(program);
        program.Terminate();
        await program.EndedAsync();
        heard.Append(program.Log);
    }

    private static async Task PostAsync(ChildProgram program, BotOnWeCom group, string text, bool isPrivate)
    {
        using var http = new HttpClient { BaseAddress = program.Address };
        var message = group.Message(Zhang, Text(text), isPrivate);
        message["response_url"] = $"{group.WeCom.Url}/cgi-bin/aibot/response?response_code=RC-{(string)message["msgid"]!}";
        var (stamp, closed) = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Crypto.Encrypt(message.ToJsonString()));
        using var content = new StringContent(new JsonObject { ["encrypt"] = closed }.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri($"/wecom/bot?msg_signature={Crypto.Sign(stamp, "n", closed)}&timestamp={stamp}&nonce=n", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
