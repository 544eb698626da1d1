using System.Net;
using System.Text.Json.Nodes;
using Bot.Adapters.WeCom;
using Bot.Host.Simulation;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.WeCom.BotOnWeCom;

namespace Bot.Host.Tests.WeCom;

/// <summary>An AI bot that is called at a public address: from the callback to the ledger and back.</summary>
public sealed class WeComCallbackTests : IAsyncLifetime
{
    private const string Drill = "@月报助手 6月13日组织应急疏散演练1场，64人参加";
    private const string Attendance = "lifeline.drill.attendance";

    private BotOnWeCom group = null!;

    public async ValueTask InitializeAsync()
    {
        group = await CalledAsync();
        await group.BindAsync();
    }

    public ValueTask DisposeAsync() => group.DisposeAsync();

    [Fact]
    public async Task A_report_is_answered_along_with_its_callback_and_the_first_receipt_teaches_the_group()
    {
        var first = await group.AnswerToAsync(Zhang, Drill);
        Assert.Contains("64", first, StringComparison.Ordinal);
        Assert.Contains("照片请和文字编在同一条里", first, StringComparison.Ordinal);
        var second = await group.AnswerToAsync(Zhang, "@月报助手 6月12日开展安全宣讲1场，30人参加");
        Assert.Contains("30", second, StringComparison.Ordinal);
        Assert.DoesNotContain("照片请和文字", second, StringComparison.Ordinal);
        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
        Assert.Empty(group.WeCom.Calls);
    }

    [Fact]
    public async Task The_same_callback_again_counts_once_and_gets_the_same_answer()
    {
        var message = group.Message(Zhang, Text(Drill));
        var first = await group.AnswerToAsync(message);
        Assert.Equal(first, await group.AnswerToAsync(message));
        Assert.Equal(1, await group.Bot.Store.ReadAsync(db => db.Messages.CountAsync(m => m.ExternalId == (string)message["msgid"]!), default));
        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
    }

    [Fact]
    public async Task A_mixed_message_brings_its_photos_along_decrypted()
    {
        await group.AnswerToAsync(group.Message(Zhang, Mixed(Text(Drill), group.Photo("a", RehearsalPhoto.Of(1)), group.Photo("b", RehearsalPhoto.Of(2)))));
        await group.Bot.QuietAsync();
        var kept = await group.Bot.Store.ReadAsync(db => db.Attachments.ToListAsync(), default);
        Assert.Equal(2, kept.Count);
        Assert.All(kept, a => Assert.True(a is { BlobKey: not null, PlatformFile: null, Width: > 0 }));
        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
    }

    [Fact]
    public async Task Photos_sent_privately_join_the_report_in_the_group()
    {
        await group.AnswerToAsync(Zhang, Drill);
        var told = await group.AnswerToAsync(group.Message(Zhang, group.Photo("a", RehearsalPhoto.Of(1)), isPrivate: true));
        Assert.Equal(WeComArrivals.JoinedPhotos, told);
        await group.Bot.QuietAsync();
        var submissions = await group.Bot.Store.ReadAsync(db => db.Messages.Where(m => m.SenderId == Zhang && m.SubmissionId != null).Select(m => m.SubmissionId).Distinct().CountAsync(), default);
        Assert.Equal(1, submissions);
    }

    [Fact]
    public async Task A_photo_that_has_run_out_is_told_to_its_sender()
    {
        var gone = Image(group.WeCom.Url + "/media/never-kept");
        await group.AnswerToAsync(group.Message(Zhang, Mixed(Text(Drill), gone)));
        await group.Bot.QuietAsync();
        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
        Assert.Contains(await group.Bot.OutgoingAsync(), m => m.Text.Contains("没能取到", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_address_is_fetched_that_is_not_wecoms()
    {
        await group.AnswerToAsync(group.Message(Zhang, Mixed(Text(Drill), Image("http://127.0.0.1:1/p"))));
        await group.Bot.QuietAsync();
        Assert.Contains(await group.Bot.OutgoingAsync(), m => m.Text.Contains("没能取到", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_said_after_the_callback_goes_to_its_address_and_only_once()
    {
        // Held by another host, or begun before a restart: no turn is open here.
        var message = group.Message(Zhang, Text(Drill));
        var id = (string)message["msgid"]!;
        await group.Bot.QuietAsync();
        var replies = (WeComReplies)group.Bot.Services.GetService(typeof(WeComReplies))!;
        await replies.KeepAsync(id, (string)message["response_url"]!, default);
        var way = (WeComReplyWay)group.Bot.Services.GetService(typeof(WeComReplyWay))!;
        Assert.IsType<WeComAnswer.Done>(await way.SendAsync(id, "第一次", default));
        Assert.Null(await way.SendAsync(id, "第二次", default));
        Assert.Equal("第一次", Assert.Single(group.WeCom.Of("aibot/response")).Text);

        await replies.KeepAsync("old", "https://x", default);
        await group.Bot.Store.WriteAsync(db => db.WeComReplies.Where(r => r.MessageId == "old").ExecuteUpdateAsync(s => s.SetProperty(r => r.ReceivedAt, r => r.ReceivedAt - 3_600_000)), default);
        Assert.Null(await replies.TakeAsync("old", default));
    }

    [Fact]
    public async Task A_refresh_nobody_knows_is_finished_so_that_nobody_watches_it_turn()
    {
        var answer = await group.PostAsync(new JsonObject { ["msgid"] = "r", ["from"] = new JsonObject { ["userid"] = Zhang }, ["msgtype"] = "stream", ["stream"] = new JsonObject { ["id"] = "s-unknown" } });
        Assert.Equal(("s-unknown", true), ((string)answer!["stream"]!["id"]!, (bool)answer["stream"]!["finish"]!));
        Assert.Equal(0, await group.Bot.Store.ReadAsync(db => db.Messages.CountAsync(m => m.ExternalId == "r"), default));
    }

    [Fact]
    public async Task Somebody_who_comes_in_is_told_what_to_do()
    {
        var answer = await group.PostAsync(new JsonObject { ["msgid"] = "e", ["chattype"] = "single", ["from"] = new JsonObject { ["userid"] = Zhang }, ["msgtype"] = "event", ["event"] = new JsonObject { ["eventtype"] = "enter_chat" } });
        Assert.Equal(("text", WeComCallbacks.Welcome), ((string)answer!["msgtype"]!, (string)answer["text"]!["content"]!));
    }

    [Theory]
    [InlineData("another key's signature", "n0", 0)]
    [InlineData("an hour old", null, -3600)]
    [InlineData("from the future", null, 3600)]
    public async Task What_is_not_wecoms_is_turned_away(string label, string? signature, int late)
    {
        var message = group.Message(Zhang, Text(Drill), id: "forged");
        var (status, body) = await group.PostAsync(Crypto.Encrypt(message.ToJsonString()), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + late, signature);
        Assert.Equal((HttpStatusCode.Forbidden, 0), (status, await group.Bot.Store.ReadAsync(db => db.Messages.CountAsync(m => m.ExternalId == "forged"), default)));
        Assert.Empty(body);
        Assert.NotEmpty(label);
    }

    [Fact]
    public async Task A_message_to_another_receiver_or_without_sense_is_turned_away()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var other = new WeComCrypto("pamtest", FakeWeCom.AesKey, "ww-somebody");
        Assert.Equal(HttpStatusCode.Forbidden, (await group.PostAsync(other.Encrypt(group.Message(Zhang, Text(Drill)).ToJsonString()), now)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await group.PostAsync("no base64", now)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await group.PostAsync(Crypto.Encrypt("no json"), now)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await group.PostAsync(Crypto.Encrypt("[]"), now)).Status);
        Assert.Equal(HttpStatusCode.OK, (await group.PostAsync(Crypto.Encrypt("{}"), now)).Status);
    }

    [Fact]
    public async Task An_address_is_verified_with_the_bare_words()
    {
        var echo = Crypto.Encrypt("1616140317555161061");
        var url = $"/wecom/bot?msg_signature={Crypto.Sign("1409659589", "263014780", echo)}&timestamp=1409659589&nonce=263014780&echostr={Uri.EscapeDataString(echo)}";
        Assert.Equal("1616140317555161061"u8.ToArray(), await group.Http.GetByteArrayAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken));
        using var wrong = await group.Http.GetAsync(new Uri(url.Replace("263014780&e", "26301478&e", StringComparison.Ordinal), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
    }

    [Fact]
    public async Task A_choice_is_given_by_its_number_where_there_are_no_buttons()
    {
        await group.AnswerToAsync("newcomer", Drill);
        await group.Bot.QuietAsync();
        Assert.Empty(await group.Bot.TotalsAsync());
        var asked = Assert.Single(await group.Bot.OutgoingAsync(), m => m.Buttons.Count > 0 && m.Chat.Id == "p-" + Li);
        await group.AnswerToAsync(Li, (1 + asked.Buttons.Select((b, at) => (b, at)).First(x => x.b.Label.Contains("金谷", StringComparison.Ordinal) || x.at == 0).at).ToString(System.Globalization.CultureInfo.InvariantCulture), isPrivate: true);
        await group.Bot.QuietAsync();
        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
    }
}
