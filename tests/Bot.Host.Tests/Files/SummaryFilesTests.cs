using System.Net;
using Bot.Adapters.Access;
using Bot.Host.Tests.Console;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Bot.Host.Tests.Files;

/// <summary>The draft of a 总结 from the ledger and the units' own words.</summary>
public sealed class SummaryFilesTests : IAsyncLifetime
{
    private const string Path = "/files/baita-2024/summary/draft.docx";
    private RunningBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await RunningBot.StartAsync();
        await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), "社区党委高度重视，召开专题会议部署安全生产月各项工作。6月13日组织应急疏散演练2场，120余人参加。演练结束后组织居民体验灭火器使用，提高了疏散逃生能力。");
        await bot.AskAsync(await bot.PersonAsync("桃仙社区安全员"), "6月12日张贴海报30张。通过悬挂横幅、入户走访等方式向居民宣传用电用气安全知识。");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_offices_draft_has_the_usual_order_the_ledgers_figures_and_the_units_words()
    {
        using var admin = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
        var text = await TextAsync(admin, Path);
        var order = new[] { "领导重视", "广泛宣传", "开展演练", "下一步打算", "数字来源" }.Select(w => text.IndexOf(w, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
        Assert.Contains("召开专题会议部署安全生产月各项工作（白塔社区）", text, StringComparison.Ordinal);
        Assert.Contains("宣传用电用气安全知识（桃仙社区）", text, StringComparison.Ordinal);
        Assert.Contains("应急疏散演练2场[", text, StringComparison.Ordinal);
        Assert.Contains("1家1笔，6月13日报送", text, StringComparison.Ordinal);
        Assert.Contains("应报13家，已报2家", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_can_be_left_out()
    {
        using var admin = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
        var text = await TextAsync(admin, Path + "?notes=0");
        Assert.Contains("应急疏散演练2场", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[1]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("数字来源", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_liaisons_draft_holds_the_own_unit_alone()
    {
        using var liaison = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("桃仙社区安全员"), LinkPurpose.Chat);
        var text = await TextAsync(liaison, Path);
        Assert.Contains("桃仙社区2024年", text, StringComparison.Ordinal);
        Assert.DoesNotContain("白塔社区", text, StringComparison.Ordinal);
        using var newcomer = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("新来的同志"), LinkPurpose.Chat);
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.FileAsync(Path)).Status);
    }

    private static async Task<string> TextAsync(ConsoleClient client, string path)
    {
        var file = await client.FileAsync(path);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Content), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document).Select(e => e.Description));
        return document.MainDocumentPart!.Document.InnerText;
    }
}
