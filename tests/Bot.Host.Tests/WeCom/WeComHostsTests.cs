using Xunit;
using static Bot.Host.Tests.WeCom.BotOnWeCom;

namespace Bot.Host.Tests.WeCom;

/// <summary>Hosts that share one bot.</summary>
public sealed class WeComHostsTests
{
    private const string Drill = "@月报助手 6月13日组织应急疏散演练1场，64人参加";

    [Fact]
    public async Task Of_two_hosts_one_holds_the_connection_and_answers_for_both_and_the_other_takes_over_when_it_ends()
    {
        var folder = await FreshOffice.CopyAsync();
        var weCom = await FakeWeCom.StartAsync();
        var first = await HostAsync(weCom, folder);
        await weCom.SubscribedAsync();
        await first.BindAsync();
        await using var second = await HostAsync(weCom, folder);

        // Whichever of them handles these, the answers go out over the one connection.
        foreach (var people in (int[])[64, 65, 66]) Assert.Contains($"{people}", await first.AnswerToAsync(Zhang, Drill.Replace("64", $"{people}", StringComparison.Ordinal).Replace("13日", $"{people - 60}日", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(weCom.Of("aibot_subscribe"));

        await first.Bot.DisposeAsync();
        await weCom.SubscribedAsync(2);
        Assert.Contains("195", await second.AnswerToAsync(Zhang, "@月报助手 我的"), StringComparison.Ordinal);
        Assert.Equal(195, (await second.Bot.TotalsAsync())["lifeline.drill.attendance"]);
    }
}
