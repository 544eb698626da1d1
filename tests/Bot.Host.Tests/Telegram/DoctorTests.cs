using Bot.Host.Verbs;
using Xunit;
using static Bot.Host.Tests.Telegram.BotOnTelegram;

namespace Bot.Host.Tests.Telegram;

/// <summary>The doctor on Telegram: plain words, and never the token.</summary>
public sealed class DoctorTests
{
    [Theory]
    [InlineData(true, "member", 0, "hears everything")]
    [InlineData(false, "administrator", 0, "hears everything")]
    [InlineData(false, "member", 1, "privacy mode is on and it is no admin")]
    [InlineData(true, "kicked", 1, "not in it any more")]
    public async Task Whether_a_group_is_heard_is_said_in_plain_words(bool hearsAll, string standing, int code, string words)
    {
        await using var group = await StartAsync();
        await group.BindAsync();
        await group.QuietAsync();
        group.Telegram.HearsAll = hearsAll;
        group.Telegram.Standing(Group, standing);
        var (ended, said) = await RunAsync([$"--SafetyMonth:DataFolder={group.Bot.Folder}", .. group.Telegram.Settings()]);
        Assert.Equal(code, ended);
        Assert.Contains("“联络群”", said, StringComparison.Ordinal);
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTelegram.Token, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_refused_and_an_address_that_does_not_answer_are_told_apart()
    {
        await using var group = await StartAsync();
        await group.Telegram.CallAsync(c => c.Method == "setMyCommands"); // the program itself has introduced itself already
        group.Telegram.Refuse("getMe", 401, "Unauthorized");
        var folder = $"--SafetyMonth:DataFolder={group.Bot.Folder}";
        Assert.Contains("refuses the token", (await RunAsync([folder, .. group.Telegram.Settings()])).Said, StringComparison.Ordinal);
        var (code, said) = await RunAsync([folder, .. group.Telegram.Settings(), "--SafetyMonth:Telegram:ApiUrl=http://127.0.0.1:9"]);
        Assert.Equal(1, code);
        Assert.Contains("cannot be reached at 127.0.0.1:9", said, StringComparison.Ordinal);
        Assert.Contains("SafetyMonth:Telegram:Proxy", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(string[] args)
    {
        using var output = new StringWriter();
        var code = await Doctor.RunAsync(args, output, output, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }
}
