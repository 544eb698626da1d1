using System.Text.Json.Nodes;
using Bot.Adapters.WeCom;
using Xunit;
using static Bot.Host.Tests.WeCom.BotOnWeCom;

namespace Bot.Host.Tests.WeCom;

/// <summary>Answers that are not ready within WeCom's five seconds: the stream stays open, and ends as soon as it can.</summary>
public sealed class WeComStreamTests : IAsyncLifetime
{
    private BotOnWeCom group = null!;
    private IReadOnlyList<WeComCall> before = [];

    public async ValueTask InitializeAsync()
    {
        group = await CalledAsync("--SafetyMonth:WeCom:AnswerWithin=00:00:00");
        await group.BindAsync();

        // To the code of a group that is not bound yet the answer comes by its address.
        await group.Bot.QuietAsync();
        before = group.WeCom.Of("aibot/response");
        Assert.Contains(before, c => c.Text.Contains("已绑定到", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => group.DisposeAsync();

    [Fact]
    public async Task An_answer_that_comes_later_is_taken_along_by_the_next_refresh()
    {
        var message = group.Message(Zhang, Text("@月报助手 6月13日组织应急疏散演练1场，64人参加"));
        var first = (await group.PostAsync(message))!["stream"]!;
        Assert.Equal((false, WeComCallbacks.Working), ((bool)first["finish"]!, (string)first["content"]!));
        var last = await RefreshedAsync((string)first["id"]!);
        Assert.Contains("64", last, StringComparison.Ordinal);
        Assert.Equal(last, await RefreshedAsync((string)first["id"]!)); // asked once more, the same again
        Assert.Equal(before.Count, group.WeCom.Of("aibot/response").Count);
    }

    [Fact]
    public async Task A_message_about_which_there_is_nothing_to_say_is_not_left_turning()
    {
        var first = (await group.PostAsync(group.Message(Zhang, Text("@月报助手 好的"))))!["stream"]!;
        Assert.Equal(WeComCallbacks.Taken, await RefreshedAsync((string)first["id"]!));
    }

    [Fact]
    public async Task In_a_group_that_is_nobodys_nothing_is_said()
    {
        var message = group.Message(Zhang, Text("@月报助手 6月13日组织应急疏散演练1场，64人参加"));
        message["chatid"] = "wrNOBODYS";
        Assert.Null(await group.PostAsync(message));
        await group.Bot.QuietAsync();
        Assert.Equal(before.Count, group.WeCom.Of("aibot/response").Count);
        Assert.Empty(await group.Bot.TotalsAsync());
    }

    private async Task<string> RefreshedAsync(string stream)
    {
        while (true)
        {
            var answer = (await group.PostAsync(new JsonObject { ["msgid"] = "r", ["from"] = new JsonObject { ["userid"] = Zhang }, ["msgtype"] = "stream", ["stream"] = new JsonObject { ["id"] = stream } }))!["stream"]!;
            if ((bool)answer["finish"]!) return (string)answer["content"]!;
        }
    }
}
