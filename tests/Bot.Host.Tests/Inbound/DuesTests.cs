using System.Globalization;
using Bot.Adapters.WebChat;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>What people say and press, and what becomes of their dues, on the real program.</summary>
public sealed class DuesTests
{
    private static readonly DateTimeOffset NextMonday = new(2024, 6, 17, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task A_report_meets_its_due_and_taking_it_back_opens_it()
    {
        await using var bot = await StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        var id = await bot.SayAsync(liaison, "6月13日组织应急疏散演练2场，120人参加");
        Assert.Contains("还差照片", (await bot.AnswerAsync(liaison, id)).Text, StringComparison.Ordinal);
        Assert.Equal(["weekly-material 06-13 met"], await DuesAsync(bot, "白塔社区"));
        await bot.WithdrawAsync(liaison, id);
        await bot.QuietAsync();
        Assert.Empty(await DuesAsync(bot, "白塔社区"));
    }

    [Fact]
    public async Task An_older_due_that_is_offered_is_met_by_a_tap_once()
    {
        await using var bot = await StartAsync();
        await bot.Clock.MoveToAsync(NextMonday, default);
        var liaison = await bot.PersonAsync("白塔社区安全员");
        await bot.AskAsync(liaison, "组织应急疏散演练2场，120人参加");
        var second = await bot.AskAsync(liaison, "开展安全宣讲1场，30人参加");
        Assert.Equal(["weekly-material 06-20 met"], await DuesAsync(bot, "白塔社区"));

        await bot.PressAsync(await bot.PersonAsync("李相村安全员"), second, "算6月13日的");
        await bot.QuietAsync();
        Assert.Equal(["weekly-material 06-20 met"], await DuesAsync(bot, "白塔社区"));

        await bot.PressAsync(liaison, second, "算6月13日的");
        await bot.QuietAsync();
        Assert.Equal(["weekly-material 06-13 late", "weekly-material 06-20 met"], await DuesAsync(bot, "白塔社区"));
        await bot.PressAsync(await bot.PersonAsync("应急办管理员"), second, "算6月13日的");
        await bot.QuietAsync();
        var said = await bot.SaidAsync(liaison, await bot.GroupAsync(liaison));
        Assert.Equal(["请由发消息的人或管理员来选。", "好的，已算作6月13日的安全生产月活动材料。", "这一条已经处理过了。"], said.TakeLast(3).Select(e => e.Text));
    }

    [Fact]
    public async Task A_summary_in_words_alone_and_one_as_a_file_are_handed_in()
    {
        await using var bot = await StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        var receipt = await bot.AskAsync(liaison, "白塔社区安全生产月活动总结\n我社区高度重视，精心组织，广泛宣传，营造了浓厚的安全氛围。");
        Assert.Equal("已收 白塔社区安全生产月总结。", receipt.Text);
        Assert.Equal(["summary 06-25 met"], await DuesAsync(bot, "白塔社区"));

        var other = await bot.PersonAsync("李相村安全员");
        await PostFileAsync(bot, other, "李相村安全生产月总结.docx");
        Assert.Equal(["summary 06-25 met"], await DuesAsync(bot, "李相村"));
        await PostFileAsync(bot, other, "扫描件0001.pdf");
        Assert.Equal(["summary 06-25 met"], await DuesAsync(bot, "李相村"));
    }

    [Fact]
    public async Task A_file_sent_right_after_a_report_is_a_hand_in_of_its_own()
    {
        await using var bot = await StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        await bot.AskAsync(liaison, "6月13日组织应急疏散演练2场，120人参加");
        await PostFileAsync(bot, liaison, "白塔社区安全生产月总结.docx");
        Assert.Equal(["weekly-material 06-13 met", "summary 06-25 met"], await DuesAsync(bot, "白塔社区"));
    }

    [Fact]
    public async Task Who_was_not_registered_reported_when_it_was_said()
    {
        await using var bot = await StartAsync();
        var newcomer = await bot.PersonAsync("新来的同志");
        var admin = await bot.PersonAsync("应急办管理员");
        await bot.AskAsync(newcomer, "6月13日组织应急疏散演练2场，120人参加");
        await bot.Clock.MoveToAsync(NextMonday, default);
        var privately = await bot.PrivateAsync(admin);
        await bot.PressAsync(admin, await bot.FindAsync(admin, privately, e => e.FromBot && e.Buttons.Count > 0), "柳岸社区", privately);
        await bot.QuietAsync();
        Assert.Equal(["weekly-material 06-13 met"], await DuesAsync(bot, "柳岸社区"));
    }

    [Fact]
    public async Task A_transcription_that_is_wrong_opens_the_due_again()
    {
        await using var bot = await StartAsync();
        var receipt = await bot.AskAsync(await bot.PersonAsync("应急办管理员"), "代报 河畔社区 6月12日组织应急疏散演练1场，40人参加");
        Assert.Equal(["weekly-material 06-13 met"], await DuesAsync(bot, "河畔社区"));
        await bot.PressAsync(await bot.PersonAsync("河畔社区安全员"), receipt, receipt.Buttons.Single(b => b.Data.EndsWith(":wrong", StringComparison.Ordinal)).Label);
        await bot.QuietAsync();
        Assert.Empty(await DuesAsync(bot, "河畔社区"));
    }

    [Fact]
    public async Task Another_report_of_the_week_stands_in_for_one_taken_back()
    {
        await using var bot = await StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        var first = await bot.SayAsync(liaison, "6月13日组织应急疏散演练2场，120人参加");
        await bot.QuietAsync();
        await bot.Clock.MoveToAsync(NextMonday, default);
        await bot.AskAsync(liaison, "6月12日开展安全宣讲1场，30人参加");
        Assert.Equal(["weekly-material 06-13 met"], await DuesAsync(bot, "白塔社区"));
        await bot.WithdrawAsync(liaison, first);
        await bot.QuietAsync();
        Assert.Equal(["weekly-material 06-13 late"], await DuesAsync(bot, "白塔社区"));
    }

    private static async Task<RunningBot> StartAsync()
    {
        var bot = await RunningBot.StartAsync();
        foreach (var office in await bot.Services.GetRequiredService<ISeasons>().OfficesAsync(default))
            await bot.Services.GetRequiredService<IDues>().EnsureAsync(office, bot.Clock.Now, default);
        return bot;
    }

    private static async Task PostFileAsync(RunningBot bot, Viewer viewer, string name)
    {
        var post = new WebPost
        {
            Room = await bot.GroupAsync(viewer), ClientId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Text = "",
            Attachments = [new Attachment { Name = name, Kind = name.EndsWith(".pdf", StringComparison.Ordinal) ? MediaKind.Pdf : MediaKind.Docx }],
        };
        Assert.IsType<PostOutcome.Taken>(await bot.Services.GetRequiredService<IWebChatPosts>().PostAsync(viewer, post, default));
        await bot.QuietAsync();
    }

    // Every due of the unit that is not open, in order of deadline.
    private static async Task<IEnumerable<string>> DuesAsync(RunningBot bot, string unit)
    {
        var row = await bot.Store.ReadAsync(db => db.Units.SingleAsync(u => u.Name == unit), default);
        var dues = await bot.Services.GetRequiredService<IDues>().OfCampaignAsync(new OfficeId(row.OfficeId), new CampaignId("baita-2024"), null, default);
        return dues.Where(d => d.Unit.Value == row.Id && d.State != DueState.Open)
            .Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Of.Obligation} {d.Deadline:MM-dd} {d.State.ToString().ToLowerInvariant()}"));
    }
}
