using Bot.Host.Verbs;
using Xunit;

namespace Bot.Host.Tests.WeCom;

/// <summary>The doctor on WeCom: plain words, and never a key.</summary>
public sealed class WeComDoctorTests
{
    [Fact]
    public async Task All_that_is_well_is_said_and_a_running_programs_connection_is_left_alone()
    {
        await using var group = await BotOnWeCom.ConnectedAsync([.. FakeWeCom.Robot(), .. FakeWeCom.App()]);
        await group.BindAsync();
        var (code, said) = await RunAsync(group, group.WeCom.Connected([.. FakeWeCom.Robot(), .. FakeWeCom.App()]));
        Assert.Equal(0, code);
        Assert.Contains("a running program holds", said, StringComparison.Ordinal);
        Assert.Contains("“联络群”: its robot can write", said, StringComparison.Ordinal);
        Assert.Single(group.WeCom.Of("aibot_subscribe"));
        Assert.Empty(group.WeCom.Of("webhook/send"));
    }

    [Theory]
    [InlineData("getcallbackip", 60020, "203.0.113.7 (60020)")]
    [InlineData("gettoken", 40013, "企业ID")]
    [InlineData("gettoken", 40001, "SafetyMonth:WeCom:App:Secret")]
    [InlineData("webhook/upload_media", 93000, "removed or has another address")]
    public async Task What_is_refused_is_explained(string what, int code, string words)
    {
        await using var group = await BotOnWeCom.ConnectedAsync();
        await group.BindAsync();
        group.WeCom.Refuse(what, code);
        var (ended, said) = await RunAsync(group, group.WeCom.Connected([.. FakeWeCom.Robot(), .. FakeWeCom.App()]));
        Assert.Equal(1, ended);
        Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_of_the_connection_and_a_missing_robot_are_told()
    {
        await using var group = await BotOnWeCom.CalledAsync();
        await group.BindAsync();
        Assert.Contains("cannot speak unasked", (await RunAsync(group, group.WeCom.Called())).Said, StringComparison.Ordinal);
        Assert.Contains("853000", (await RunAsync(group, group.WeCom.Connected("--SafetyMonth:WeCom:Bot:Secret=wrong"))).Said, StringComparison.Ordinal);
        Assert.Contains("id and secret are good", (await RunAsync(group, group.WeCom.Connected())).Said, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", (await RunAsync(group, group.WeCom.Connected("--SafetyMonth:WeCom:SocketUrl=ws://127.0.0.1:9"))).Said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(BotOnWeCom group, string[] settings)
    {
        using var output = new StringWriter();
        var code = await Doctor.RunAsync([$"--SafetyMonth:DataFolder={group.Bot.Folder}", .. settings], output, output, TestContext.Current.CancellationToken);
        var said = output.ToString();
        foreach (var secret in (string[])[FakeWeCom.Secret, FakeWeCom.AppSecret, FakeWeCom.RobotKey, FakeWeCom.AesKey]) Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
        return (code, said);
    }
}
