using Bot.Adapters.Campaigns;
using Bot.Adapters.Documents;
using Bot.Adapters.Tests.Documents;
using Bot.Adapters.Tests.Plans;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>A form sent as a file, from the page's upload to the totals, on the real program.</summary>
public sealed class AttachedFormTests
{
    private const string Liaison = "白塔社区安全员";

    private static readonly Dictionary<string, decimal> Figures = new()
    {
        ["lifeline.drill.sessions"] = 2, ["lifeline.drill.attendance"] = 120, ["consult.poster.count"] = 30,
    };

    [Fact]
    public async Task A_word_form_alone_is_booked_with_its_cells_and_sent_again_books_nothing()
    {
        await using var bot = await RunningBot.StartAsync();
        using var page = await PageAsync(bot);
        await SendAsync(bot, page, "", ("统计表.docx", Word("baita-2024", Figures)));
        Assert.Equal(Figures, await bot.TotalsAsync());
        var receipt = Assert.Single(await SaidAsync(bot));
        Assert.Contains("120", receipt, StringComparison.Ordinal);
        Assert.All(await RulesAsync(bot), rule => Assert.StartsWith("form@统计表.docx 表1第", rule, StringComparison.Ordinal));

        await SendAsync(bot, page, "", ("统计表.docx", Word("baita-2024", Figures)));
        await SendAsync(bot, page, "再发一次，请查收", ("统计表（2）.docx", Word("baita-2024", Figures)));
        Assert.Equal(Figures, await bot.TotalsAsync());
    }

    [Fact]
    public async Task Our_own_workbook_with_words_beside_it_is_read_and_the_words_too()
    {
        await using var bot = await RunningBot.StartAsync();
        using var page = await PageAsync(bot);
        await SendAsync(bot, page, "统计表请查收。另外6月12日开展安全宣传咨询日活动1场，发放文创产品50份", ("统计表.xlsx", Workbook("baita-2024", Figures)));
        Assert.Equal(new Dictionary<string, decimal>(Figures) { ["consult.day.sessions"] = 1, ["consult.giveaway.count"] = 50 }, await bot.TotalsAsync());
    }

    [Fact]
    public async Task A_form_that_follows_a_report_is_a_hand_in_of_its_own_and_other_documents_stay_with_the_report()
    {
        await using var bot = await RunningBot.StartAsync();
        using var page = await PageAsync(bot);
        await SendAsync(bot, page, "6月13日设置咨询台3处");
        await SendAsync(bot, page, "", ("名单.docx", Plain("参加人员签到", "甲、乙、丙")));
        await SendAsync(bot, page, "", ("表.docx", Word("baita-2024", Figures)));
        Assert.Equal(new Dictionary<string, decimal>(Figures) { ["consult.desk.places"] = 3 }, await bot.TotalsAsync());
        Assert.Equal(2, await bot.Store.ReadAsync(async db => await db.Submissions.CountAsync(), default));
    }

    [Fact]
    public async Task The_progress_form_as_a_file_meets_the_due_that_asks_for_it()
    {
        await using var bot = await RunningBot.StartAsync();
        var office = (await bot.PersonAsync(Liaison)).Office;
        await bot.Services.GetRequiredService<IDues>().EnsureAsync(office, bot.Clock.Now, default);
        using var page = await PageAsync(bot);
        await SendAsync(bot, page, "", ("表.docx", Word("baita-2024", new Dictionary<string, decimal> { ["shenyang.report.articles"] = 4, ["shenyang.practice.items"] = 1 }, form: 1)));
        Assert.Equal(4, (await bot.TotalsAsync())["shenyang.report.articles"]);
        Assert.Equal("shenyang-progress", Assert.Single(await bot.Store.ReadAsync(async db => await db.Dues.Where(d => d.State == DueState.Met).Select(d => d.ObligationId).ToListAsync(), default)));
    }

    [Fact]
    public async Task A_report_written_as_a_document_is_booked()
    {
        await using var bot = await RunningBot.StartAsync();
        using var page = await PageAsync(bot);
        await SendAsync(bot, page, "", ("简报.docx", Plain("白塔社区安全生产月活动简报", "6月13日，我社区组织应急疏散演练2场，120人参加，张贴海报30张。")));
        Assert.Equal(Figures, await bot.TotalsAsync());
    }

    [Fact]
    public async Task A_report_that_comes_as_a_pdf_is_booked_and_a_scan_is_said_not_to_be_readable()
    {
        await using var bot = await RunningBot.StartAsync();
        using var page = await PageAsync(bot);
        await SendAsync(bot, page, "", ("简报.pdf", PdfFile.Printed([
            "白塔社区安全生产月活动简报",
            "为深入推进安全生产月各项工作，切实增强辖区居民的安全意识和自救互救能力，营造人人讲安全、个个会应急的浓厚氛围，社区结合实际认真安排部署，积极发动物业、商户和志愿者共同参与，取得了良好的效果。",
            "6月13日组织应急疏散演练2场，120人参加。",
            "张贴海报30张，居民反映很好。",
        ], 20)));
        Assert.Equal(Figures, await bot.TotalsAsync());
        await SendAsync(bot, page, "6月14日设置咨询台3处", ("盖章件.pdf", PdfFile.Drawn(PdfFile.Bar(100, 100, 200, 300))));
        Assert.Contains(await SaidAsync(bot), said => said.Contains("“盖章件.pdf”是扫描件，读不出文字，已作为材料收下", StringComparison.Ordinal));
        Assert.Equal(3, (await bot.TotalsAsync())["consult.desk.places"]);
    }

    [Fact]
    public async Task A_form_of_another_campaign_is_asked_about_and_booked_only_after_a_tap()
    {
        await using var bot = await RunningBot.StartAsync();
        using var page = await PageAsync(bot);
        var other = new Dictionary<string, decimal>
        {
            ["study.centre_group.times"] = 2, ["study.open_class.sessions"] = 3, ["consult.drill.sessions"] = 4, ["consult.drill.attendance"] = 80, ["special.warning_film.sessions"] = 1,
        };
        await SendAsync(bot, page, "", ("统计表.docx", Word("changzhou-2022", other)));
        Assert.Empty(await bot.TotalsAsync());
        var liaison = await bot.PersonAsync(Liaison);
        var question = await bot.FindAsync(liaison, await bot.GroupAsync(liaison), e => e.FromBot && e.Buttons.Count > 0);
        Assert.Contains("像是别的活动的表", question.Text, StringComparison.Ordinal);
        await bot.PressAsync(liaison, question, "白塔街道");
        await bot.QuietAsync();
        Assert.Equal(3, (await bot.TotalsAsync())["study.open_class.sessions"]);
    }

    [Fact]
    public async Task A_document_nobody_can_open_is_told_in_one_sentence()
    {
        await using var bot = await RunningBot.StartAsync();
        using var page = await PageAsync(bot);
        await SendAsync(bot, page, "", ("附表.docx", Broken()));
        Assert.Empty(await bot.TotalsAsync());
        Assert.Equal("文件“附表.docx”打不开，没有读出内容；请确认能正常打开后重发，或把数字直接发在群里。", Assert.Single(await SaidAsync(bot)));
    }

    private static async Task<PageClient> PageAsync(RunningBot bot)
    {
        var page = new PageClient(bot.Address);
        await page.PickAsync(Liaison);
        return page;
    }

    private static async Task SendAsync(RunningBot bot, PageClient page, string text, params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var tickets = new List<string>();
        foreach (var (name, content) in files)
            tickets.Add((await page.UploadAsync(name, content)).Answer);
        await page.PostAsync(text, null, tickets);
        await bot.QuietAsync();
    }

    private static async Task<IReadOnlyList<string>> SaidAsync(RunningBot bot)
    {
        var liaison = await bot.PersonAsync(Liaison);
        return [.. (await bot.SaidAsync(liaison, await bot.GroupAsync(liaison))).Select(e => e.Text)];
    }

    private static Task<List<string>> RulesAsync(RunningBot bot) => bot.Store.ReadAsync(async db => await db.Bookings.Select(b => b.Rule).ToListAsync(), default);

    private static byte[] Word(string campaign, IReadOnlyDictionary<string, decimal> figures, int form = 0) => FormDocx.Write(Filled(campaign, figures, form), new FormDocxOptions());

    private static byte[] Workbook(string campaign, IReadOnlyDictionary<string, decimal> figures) => Workbooks.Of([Filled(campaign, figures)]);

    private static Rollup Filled(string id, IReadOnlyDictionary<string, decimal> figures, int form = 0)
    {
        var campaign = ShippedCampaigns.Open(id).Match(c => c, faults => throw new InvalidOperationException(faults[0].ToString()));
        var unit = new Unit { Id = new UnitId(new Guid(1, 0, 0, new byte[8])), Name = "白塔社区", Order = 1 };
        return RollupBuilder.Build(new RollupRequest
        {
            Campaign = campaign, Form = campaign.Forms[form], UnitName = unit.Name, Units = [unit], Period = null,
            Figures = [.. figures.Select(figure => new BookedFigure
            {
                Slot = new SlotId(figure.Key), Unit = unit.Id, Activity = new ActivityId(unit.Id.Value), Day = new DateOnly(campaign.Year, 6, 13), Delta = figure.Value,
                Cause = BookingCause.Report, Message = new MessageId(unit.Id.Value), SaidAt = new DateTime(campaign.Year, 6, 13, 9, 0, 0, DateTimeKind.Unspecified), Who = "甲", Span = new TextSpan(0, 1),
            })],
        });
    }

    private static byte[] Plain(params string[] paragraphs) => Document(new Body(paragraphs.Select(words => new Paragraph(new Run(new Text(words))))));

    private static byte[] Document(Body body)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(body);
        return stream.ToArray();
    }

    // A sound archive whose document is none.
    private static byte[] Broken()
    {
        using var stream = new MemoryStream();
        stream.Write(Plain("甲"));
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write("<w:document xmlns:w="u8);
        }

        return stream.ToArray();
    }
}
