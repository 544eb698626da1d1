using System.Net;
using System.Text;
using System.Xml.Linq;
using Bot.Adapters.Access;
using Bot.Host.Files;
using Bot.Host.Tests.Console;
using Xunit;

namespace Bot.Host.Tests.Files;

/// <summary>Charts for pages and chats.</summary>
public sealed class ChartFilesTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, .. "PNG"u8];
    private RunningBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await RunningBot.StartAsync();
        await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), "6月13日组织应急疏散演练2场，120余人参加，张贴海报30张");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_page_shows_every_chart_as_svg_and_offers_it_as_a_picture()
    {
        using var admin = await AdminAsync();
        var page = await admin.PageAsync("/console/campaigns/baita-2024/charts");
        var pictures = ConsoleClient.Links(page, "/files/baita-2024/charts/");
        Assert.NotEmpty(pictures);
        foreach (var path in pictures)
        {
            var png = await admin.FileAsync(path);
            Assert.Equal((HttpStatusCode.OK, "image/png"), (png.Status, png.Type));
            Assert.True(png.Content.AsSpan().StartsWith(Png));
            Assert.Equal(1350, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.Content.AsSpan(16)));
            var svg = await admin.FileAsync(path[..^4] + ".svg");
            Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (svg.Status, svg.Type));
            Assert.Equal("svg", XDocument.Parse(Encoding.UTF8.GetString(svg.Content)).Root!.Name.LocalName);
        }
    }

    [Fact]
    public async Task Units_are_in_official_order_and_for_admins_alone()
    {
        using var admin = await AdminAsync();
        var page = await admin.PageAsync("/console/campaigns/baita-2024/charts");
        var path = ConsoleClient.Links(page, $"/files/baita-2024/charts/{ChartPaths.Units}").First()[..^4] + ".svg";
        var words = Words((await admin.FileAsync(path)).Content);
        Assert.True(words.IndexOf("白塔社区") < words.IndexOf("桃仙社区"));
        Assert.Contains("✓", words);
        using var liaison = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("桃仙社区安全员"), LinkPurpose.Chat);
        Assert.Equal(HttpStatusCode.NotFound, (await liaison.FileAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await liaison.FileAsync(path.Replace($"/{ChartPaths.Units}/", $"/{ChartPaths.Rate}/", StringComparison.Ordinal))).Status);
        using var newcomer = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("新来的同志"), LinkPurpose.Chat);
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.FileAsync(path)).Status);
    }

    [Fact]
    public async Task Figures_stand_with_their_measure_word_and_their_bound()
    {
        using var admin = await AdminAsync();
        var words = Words((await admin.FileAsync("/files/baita-2024/charts/rows/form1.svg")).Content);
        Assert.Contains("2场", words);
        Assert.Contains("120余人次", words);
        Assert.Contains(words, w => w.Contains("应报13家，已报1家", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_says_chart_gets_the_pictures_privately_and_only_an_admin_those_of_units()
    {
        var admin = await bot.PersonAsync("应急办管理员");
        Assert.Contains("私聊", (await bot.AskAsync(admin, "图表")).Text, StringComparison.Ordinal);
        var all = await bot.FindAsync(admin, await bot.PrivateAsync(admin), e => e.FromBot && e.Files.Any(f => f.Path.Contains("/charts/", StringComparison.Ordinal)));
        Assert.Contains(all.Files, f => f.Path.Contains($"/{ChartPaths.Units}/", StringComparison.Ordinal));
        var liaison = await bot.PersonAsync("桃仙社区安全员");
        await bot.AskAsync(liaison, "图");
        var own = await bot.FindAsync(liaison, await bot.PrivateAsync(liaison), e => e.FromBot && e.Files.Any(f => f.Path.Contains("/charts/", StringComparison.Ordinal)));
        Assert.DoesNotContain(own.Files, f => f.Path.Contains($"/{ChartPaths.Units}/", StringComparison.Ordinal));
    }

    private async Task<ConsoleClient> AdminAsync() => await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));

    private static List<string> Words(byte[] svg) => [.. XDocument.Parse(Encoding.UTF8.GetString(svg)).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value)];
}
