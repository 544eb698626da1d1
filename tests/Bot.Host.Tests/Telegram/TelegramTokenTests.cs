using System.Text;
using Bot.Host.Tests.Telemetry;
using Xunit;
using static Bot.Host.Tests.Telegram.BotOnTelegram;

namespace Bot.Host.Tests.Telegram;

/// <summary>The token is part of every address the program calls. It is in nothing the program writes.</summary>
public sealed class TelegramTokenTests
{
    [Fact]
    public async Task With_everything_logged_and_traced_and_much_going_wrong_the_token_is_nowhere()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var collector = await FakeCollector.StartAsync();
        var folder = await FreshOffice.CopyAsync();
        var file = Path.Combine(folder, "telegram-token");
        await File.WriteAllTextAsync(file, FakeTelegram.Token + "\n", TestContext.Current.CancellationToken);
        telegram.Refuse("getMe", 502, "Bad Gateway");
        telegram.Refuse("getUpdates", 409, "Conflict: terminated by other getUpdates request");
        telegram.Refuse("getUpdates", 500, "Internal Server Error");
        string[] settings =
        [
            $"--SafetyMonth:Telegram:TokenFile={file}", "--SafetyMonth:Telegram:PauseAfterFailure=00:00:00.050", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:System=Trace", "--Logging:LogLevel:Microsoft=Trace",
            $"--SafetyMonth:Telemetry:OtlpEndpoint={collector.Endpoint}",
        ];
        var heard = new StringBuilder();
        using (var program = await ChildProgram.StartAsync(folder, [$"--SafetyMonth:Telegram:ApiUrl={telegram.Url}", .. settings]))
        {
            telegram.Update("message", new System.Text.Json.Nodes.JsonObject
            {
                ["message_id"] = 5, ["date"] = 1, ["from"] = Li, ["chat"] = new System.Text.Json.Nodes.JsonObject { ["id"] = Group, ["type"] = "supergroup" }, ["text"] = "帮助",
            });
            await telegram.ConfirmedAsync();
            program.Terminate();
            await program.EndedAsync();
            heard.Append(program.Log);
        }

        using (var program = await ChildProgram.StartAsync(folder, ["--SafetyMonth:Telegram:ApiUrl=http://127.0.0.1:9", .. settings]))
        {
            while (!program.Log.Contains("Telegram is not ready", StringComparison.Ordinal)) Assert.False(program.HasEnded);
            program.Terminate();
            await program.EndedAsync();
            heard.Append(program.Log);
        }

        var secret = FakeTelegram.Token.Split(':')[1];
        Assert.Contains("Telegram is not ready", heard.ToString(), StringComparison.Ordinal);
        Assert.Contains("Another program asks Telegram", heard.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, heard.ToString(), StringComparison.Ordinal);
        Assert.All(collector.Traces.Concat(collector.Metrics), body => Assert.DoesNotContain(secret, Encoding.UTF8.GetString(body), StringComparison.Ordinal));
        telegram.Verify();
        Directory.Delete(folder, recursive: true);
    }
}
