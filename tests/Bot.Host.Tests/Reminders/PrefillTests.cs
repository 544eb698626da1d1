using System.Net;
using Bot.Adapters.Access;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Bot.Domain.Returns;
using Bot.Host.Tests.Console;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Bot.Host.Tests.Reminders.PassingTime;

namespace Bot.Host.Tests.Reminders;

/// <summary>Forms and drafts filled in advance by the running program, and 确认.</summary>
public sealed class PrefillTests : IAsyncLifetime
{
    private const string Baita = "白塔社区安全员";
    private const string Deputy = "白塔社区B岗";
    private const string TwoVillages = "榆村片安全员";
    private static readonly DateOnly SummaryDay = new(2024, 6, 25);

    private RunningBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await RunningBot.StartAsync();
        await bot.ToldAsync(Baita, "6月13日组织应急疏散演练2场，85人参加");
        await bot.ToldAsync("桃仙社区安全员", "6月13日张贴宣传海报30张");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Three_working_days_before_each_unit_alone_gets_its_own_form_and_draft()
    {
        await bot.RunToAsync(June(20, 8, 59));
        Assert.Empty(await bot.PrivatelyAsync(Baita, OutgoingKind.Prefill));
        await bot.MeetAsync("summary", SummaryDay, "河畔社区");
        await bot.RunToAsync(June(20, 9, 5));

        var mine = Assert.Single(await bot.PrivatelyAsync(Baita, OutgoingKind.Prefill));
        Assert.Contains("【统计表】\n应急疏散演练 2场、85人次\n【总结草稿】\n白塔社区2024年安全生产月活动总结\n", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("海报", mine.Text, StringComparison.Ordinal);
        Assert.Equal("确认", Assert.Single(mine.Buttons).Label);
        Assert.Empty(await bot.InGroupAsync(OutgoingKind.Prefill));
        Assert.Empty(await bot.PrivatelyAsync("河畔社区安全员", OutgoingKind.Prefill)); // handed in already
        Assert.Empty(await bot.PrivatelyAsync(Deputy, OutgoingKind.Prefill)); // somebody else may confirm
        Assert.Equal(["前榆村的", "后榆村的"], (await bot.PrivatelyAsync(TwoVillages, OutgoingKind.Prefill)).Select(e => e.Text[..4]));
    }

    [Fact]
    public async Task The_files_are_for_the_units_own_people_and_admins_and_stay_as_they_were_offered()
    {
        var offer = await OfferAsync(Baita);
        await bot.ToldAsync(Baita, "更正：6月13日应急疏散演练参与应为98人次。");
        var form = offer.Files.Single(f => f.Name.Contains("统计表", StringComparison.Ordinal)).Path;
        var draft = offer.Files.Single(f => f.Name.Contains("总结", StringComparison.Ordinal)).Path;
        foreach (var name in new[] { Baita, Deputy })
        {
            using var own = await EnterAsync(name);
            Assert.Contains("参与（85）人次", FileText.Of(await own.FileAsync(form)), StringComparison.Ordinal);
            Assert.Contains("累计应急疏散演练2场、85人次", FileText.Of(await own.FileAsync(draft)), StringComparison.Ordinal);
        }

        using var admin = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
        Assert.Equal(HttpStatusCode.OK, (await admin.FileAsync(form)).Status);
        foreach (var name in new[] { "桃仙社区安全员", "新来的同志" })
        {
            using var stranger = await EnterAsync(name);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await stranger.FileAsync(form)).Status, (await stranger.FileAsync(draft)).Status));
        }

        using var nobody = new ConsoleClient(bot.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.FileAsync(form)).Status);
    }

    [Fact]
    public async Task The_button_hands_in_and_a_second_confirmation_changes_nothing()
    {
        var offer = await OfferAsync(Baita);
        await PressAsync(Baita, offer);
        Assert.Equal("白塔社区的安全生产月总结已确认，算报送了，谢谢！", await LastAsync(Baita));
        var due = await DueAsync("白塔社区");
        Assert.Equal((DueState.Met, null), (due.State, due.MetBySubmissionId));
        Assert.Equal((ReturnState.UnitConfirmed, due.MetAt), await ReturnAsync("白塔社区"));

        await SayAsync(Baita, "确认");
        Assert.Equal("已经确认过了（6月20日），不用再点。", await LastAsync(Baita));
        Assert.Equal(due.MetAt, (await DueAsync("白塔社区")).MetAt);
        Assert.Equal(1, await bot.Store.ReadAsync(db => db.Returns.CountAsync(r => r.UnitId == due.UnitId), default));
    }

    [Theory]
    [InlineData("收到")]
    [InlineData("好的")]
    [InlineData("OK")]
    [InlineData("👍")]
    public async Task Only_the_word_itself_hands_in(string polite)
    {
        var offer = await OfferAsync(Baita);
        await SayAsync(Baita, polite, offer.Id);
        Assert.Equal(DueState.Open, (await DueAsync("白塔社区")).State);
        await SayAsync(Baita, "确认。", offer.Id);
        Assert.Equal(DueState.Met, (await DueAsync("白塔社区")).State);
    }

    [Fact]
    public async Task Figures_changed_since_are_shown_and_asked_again()
    {
        var offer = await OfferAsync(Baita);
        await bot.ToldAsync(Baita, "更正：6月13日应急疏散演练参与应为98人次。");
        await PressAsync(Baita, offer);

        var again = await bot.FindAsync(await bot.PersonAsync(Baita), await RoomAsync(Baita), e => e.Kind == OutgoingKind.Question);
        Assert.Contains("应急疏散演练参与：85人次→98人次", again.Text, StringComparison.Ordinal);
        Assert.Equal(DueState.Open, (await DueAsync("白塔社区")).State);
        await PressAsync(Baita, again);
        Assert.Equal(DueState.Met, (await DueAsync("白塔社区")).State);
        var versions = await bot.Store.ReadAsync(
            db => db.Returns.Where(r => db.Units.Any(u => u.Id == r.UnitId && u.Name == "白塔社区")).OrderBy(r => r.Version).Select(r => r.State).ToListAsync(), default);
        Assert.Equal([ReturnState.Draft, ReturnState.UnitConfirmed], versions);
    }

    [Fact]
    public async Task A_correction_in_the_private_chat_goes_into_the_ledger_first_and_then_the_new_version_is_offered()
    {
        await OfferAsync(Baita);
        await SayAsync(Baita, "更正：6月13日应急疏散演练参与应为98人次。");
        Assert.Equal(98, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
        var offers = await bot.PrivatelyAsync(Baita, OutgoingKind.Prefill);
        Assert.Equal(2, offers.Count);
        Assert.Contains("和上次发您的比：\n应急疏散演练参与：85人次→98人次\n", offers[1].Text, StringComparison.Ordinal);

        await SayAsync(Baita, "谢谢");
        Assert.Equal(2, (await bot.PrivatelyAsync(Baita, OutgoingKind.Prefill)).Count);
        await SayAsync(Baita, "确认");
        Assert.Equal(DueState.Met, (await DueAsync("白塔社区")).State);
    }

    [Fact]
    public async Task Who_only_reports_and_who_runs_the_office_cannot_confirm_for_a_unit()
    {
        var offer = await OfferAsync(Baita);
        await SayAsync(Deputy, "确认");
        Assert.Equal("这份要由白塔社区有确认权限的联络员来确认。", await LastAsync(Deputy));
        await ForgeAsync("应急办管理员", Assert.Single(offer.Buttons).Data);
        Assert.Equal("这份要由白塔社区有确认权限的联络员来确认。", await LastAsync("应急办管理员"));
        await ForgeAsync("桃仙社区安全员", Assert.Single(offer.Buttons).Data);
        Assert.Equal(DueState.Open, (await DueAsync("白塔社区")).State);
        await SayAsync("应急办管理员", "确认");
        Assert.Equal(DueState.Open, (await DueAsync("白塔社区")).State);
    }

    [Fact]
    public async Task The_eve_brings_a_new_version_to_those_whose_figures_changed_and_nothing_to_the_others()
    {
        await OfferAsync(Baita);
        await bot.RunToAsync(June(21, 10));
        await bot.ToldAsync("桃仙社区安全员", "6月21日组织应急疏散演练1场，20人参加");
        await bot.RunToAsync(June(24, 9, 5));
        Assert.Single(await bot.PrivatelyAsync(Baita, OutgoingKind.Prefill));
        var changed = (await bot.PrivatelyAsync("桃仙社区安全员", OutgoingKind.Prefill))[^1];
        Assert.Contains("应急疏散演练：空→1场", changed.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await bot.PrivatelyAsync("桃仙社区安全员", OutgoingKind.Prefill)).Count);
        var unit = (await DueAsync("白塔社区")).UnitId;
        var skipped = await bot.Store.ReadAsync(db => db.Pushes.Where(p => p.Step == "prefill-eve" && p.State == PushState.Skipped).ToListAsync(), default);
        Assert.Equal(SkipReason.Unchanged, skipped.Single(p => p.Units.Contains(unit)).Reason);
        Assert.Equal(12, skipped.Count);
    }

    [Fact]
    public async Task Who_reports_for_two_units_says_which_is_confirmed()
    {
        await OfferAsync(TwoVillages);
        await SayAsync(TwoVillages, "确认");
        var which = await bot.FindAsync(await bot.PersonAsync(TwoVillages), await RoomAsync(TwoVillages), e => e.Kind == OutgoingKind.Question);
        Assert.Equal(["确认前榆村", "确认后榆村"], which.Buttons.Select(b => b.Label));
        await PressAsync(TwoVillages, which, "确认后榆村");
        Assert.Equal((DueState.Open, DueState.Met), ((await DueAsync("前榆村")).State, (await DueAsync("后榆村")).State));
    }

    [Fact]
    public async Task A_confirmation_after_the_deadline_is_late()
    {
        var offer = await OfferAsync(Baita);
        await bot.RunToAsync(June(26, 0, 1));
        await PressAsync(Baita, offer);
        Assert.Equal(DueState.Late, (await DueAsync("白塔社区")).State);
    }

    [Fact]
    public async Task A_unit_nobody_can_be_reached_of_is_written_down()
    {
        await bot.Store.WriteAsync(
            db => db.Accounts.Where(a => db.People.Any(p => p.Id == a.PersonId && p.Name == "桃仙社区安全员")).ExecuteDeleteAsync(), default);
        await OfferAsync(Baita);
        var unit = (await DueAsync("桃仙社区")).UnitId;
        var rows = await bot.Store.ReadAsync(db => db.Pushes.Where(p => p.Step == "prefill").ToListAsync(), default);
        Assert.Equal((PushState.Skipped, SkipReason.NobodyToTell), rows.Where(p => p.Units.Contains(unit)).Select(p => (p.State, p.Reason)).Single());
    }

    [Fact]
    public async Task The_draft_posted_in_the_group_counts_nothing_twice()
    {
        var offer = await OfferAsync(Baita);
        var before = await bot.TotalsAsync();
        await bot.ToldAsync(Baita, offer.Text.Split("【总结草稿】\n")[1].Split("\n\n")[0]);
        Assert.Equal(before, await bot.TotalsAsync());
    }

    private async Task<ChatEntry> OfferAsync(string person)
    {
        await bot.RunToAsync(June(20, 9, 5));
        return (await bot.PrivatelyAsync(person, OutgoingKind.Prefill))[0];
    }

    private async Task<string> RoomAsync(string person) => await bot.PrivateAsync(await bot.PersonAsync(person));

    private async Task SayAsync(string person, string text, string? quotes = null)
    {
        await bot.SayAsync(await bot.PersonAsync(person), text, quotes, await RoomAsync(person));
        await bot.QuietAsync();
    }

    private async Task PressAsync(string person, ChatEntry entry, string label = "确认")
    {
        await bot.PressAsync(await bot.PersonAsync(person), entry, label, await RoomAsync(person));
        await bot.QuietAsync();
    }

    private async Task<string> LastAsync(string person) => (await bot.SaidAsync(await bot.PersonAsync(person), await RoomAsync(person)))[^1].Text;

    private async Task<ConsoleClient> EnterAsync(string person) => await ConsoleClient.EnterAsync(bot, await bot.PersonAsync(person), LinkPurpose.Chat);

    // A button's data sent by somebody who was never shown it.
    private async Task ForgeAsync(string person, string data)
    {
        var viewer = await bot.PersonAsync(person);
        var id = new MessageId(bot.Services.GetRequiredService<IIdSource>().Next());
        await bot.Services.GetRequiredService<IInbox>().AcceptAsync(
            new IncomingMessage
            {
                Id = id, Key = new MessageKey(PrivateChats.Of(viewer.Account), $"forged-{id.Value:n}", 0), Event = MessageEvent.Pressed, Sender = viewer.Account,
                SenderName = viewer.Name, SaidAt = bot.Clock.Now, ReceivedAt = bot.Clock.Now, Text = data,
            },
            default);
        await bot.QuietAsync();
    }

    private Task<DueRow> DueAsync(string unit) => bot.Store.ReadAsync(
        db => db.Dues.SingleAsync(d => d.ObligationId == "summary" && d.Occurrence == SummaryDay && db.Units.Any(u => u.Id == d.UnitId && u.Name == unit)), default);

    private Task<(ReturnState, DateTimeOffset?)> ReturnAsync(string unit) => bot.Store.ReadAsync(
        async db =>
        {
            var row = await db.Returns.SingleAsync(r => db.Units.Any(u => u.Id == r.UnitId && u.Name == unit));
            return (row.State, row.ConfirmedAt);
        },
        default);
}
