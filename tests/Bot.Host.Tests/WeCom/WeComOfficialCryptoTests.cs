using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Adapters.WeCom;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.WeCom.BotOnWeCom;

namespace Bot.Host.Tests.WeCom;

/// <summary>WeCom's own library on the other side: it signs and closes the callbacks, and reads the answers.</summary>
public sealed class WeComOfficialCryptoTests : IAsyncLifetime
{
    private const string Token = "pamtest";
    private readonly OfficialCrypto official = new();
    private BotOnWeCom group = null!;

    public async ValueTask InitializeAsync() => group = await CalledAsync(FakeWeCom.App());

    public async ValueTask DisposeAsync()
    {
        await group.DisposeAsync();
        await official.DisposeAsync();
    }

    [Fact]
    public async Task A_group_is_bound_and_a_report_receipted_through_it()
    {
        await BindCodes.MakeAsync(group.Bot);
        Assert.Contains("已绑定到", await SayAsync(Li, "@月报助手 绑定 BINDCODE"), StringComparison.Ordinal);
        Assert.Contains("金谷社区的联络员", await SayAsync(Zhang, "@月报助手 登记 JOINCODE"), StringComparison.Ordinal);
        Assert.Contains("64", await SayAsync(Zhang, "@月报助手 6月13日组织应急疏散演练1场，64人参加"), StringComparison.Ordinal);
        Assert.Equal(64, (await group.Bot.TotalsAsync())["lifeline.drill.attendance"]);
    }

    [Theory]
    [InlineData("/wecom/bot", Token, "")]
    [InlineData("/wecom/app", "apptoken", FakeWeCom.CorpId)]
    public async Task Both_addresses_are_verified_by_it(string path, string token, string receiver)
    {
        var (encrypt, signature) = await official.CloseAsync(token, FakeWeCom.AesKey, receiver, "echo 中文", "1409659589", "n");
        var url = $"{path}?msg_signature={signature}&timestamp=1409659589&nonce=n&echostr={Uri.EscapeDataString(encrypt)}";
        Assert.Equal("echo 中文", await group.Http.GetStringAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_application_takes_xml_without_document_types_and_answers_in_private()
    {
        await BindCodes.MakeAsync(group.Bot);
        Assert.Equal(HttpStatusCode.OK, await AppAsync(Xml("登记 JOINCODE", "4561255354251345929")));
        Assert.Equal(HttpStatusCode.OK, await AppAsync(Xml("登记 JOINCODE", "4561255354251345929")));
        var answer = await group.WeCom.CallAsync(c => c.What == "message/send");
        Assert.Equal((Zhang, 1000002), ((string)answer.Body["touser"]!, (int)answer.Body["agentid"]!));
        Assert.Contains("金谷社区的联络员", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await AppAsync("<!DOCTYPE x [<!ENTITY a \"b\">]>" + Xml("&a;", "9")));
        await group.Bot.QuietAsync();
        Assert.Equal(1, await group.Bot.Store.ReadAsync(db => db.Messages.CountAsync(), default));
        Assert.Single(group.WeCom.Of("gettoken"));
    }

    [Fact]
    public async Task Texts_of_all_lengths_go_back_and_forth()
    {
        var ours = new WeComCrypto(Token, FakeWeCom.AesKey, "corp");
        for (var length = 0; length < 70; length += 3)
        {
            var text = string.Concat(Enumerable.Repeat("汉a😀", length))[..length].Replace("\ud83d", "", StringComparison.Ordinal).Replace("\ude00", "", StringComparison.Ordinal);
            var closed = ours.Encrypt(text);
            Assert.Equal((text, "corp", ours.Sign("1", "n", closed)), await official.OpenAsync(Token, FakeWeCom.AesKey, closed, "1", "n"));
            var (encrypt, signature) = await official.CloseAsync(Token, FakeWeCom.AesKey, "corp", text, "1", "n");
            Assert.Equal(text, Assert.IsType<WeComOpened.Message>(ours.Open(signature, "1", "n", encrypt)).Text);
        }
    }

    private async Task<string> SayAsync(string from, string text)
    {
        var message = group.Message(from, Text(text));
        while (true)
        {
            var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var (encrypt, signature) = await official.CloseAsync(Token, FakeWeCom.AesKey, "", message.ToJsonString(), stamp, "n0nce");
            var (status, body) = await group.PostAsync(encrypt, long.Parse(stamp, CultureInfo.InvariantCulture), signature);
            Assert.Equal(HttpStatusCode.OK, status);
            var envelope = (JsonObject)JsonNode.Parse(body)!;
            var opened = await official.OpenAsync(Token, FakeWeCom.AesKey, (string)envelope["encrypt"]!, envelope["timestamp"]!.ToString(), (string)envelope["nonce"]!);
            Assert.Equal(("", (string)envelope["msgsignature"]!), (opened.Receiver, opened.Signature));
            var stream = JsonNode.Parse(opened.Message)!["stream"]!;
            if ((bool)stream["finish"]!) return (string)stream["content"]!;
            message = new JsonObject { ["msgid"] = "r", ["from"] = new JsonObject { ["userid"] = from }, ["msgtype"] = "stream", ["stream"] = new JsonObject { ["id"] = (string)stream["id"]! } };
        }
    }

    private async Task<HttpStatusCode> AppAsync(string xml)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var (encrypt, signature) = await official.CloseAsync("apptoken", FakeWeCom.AesKey, FakeWeCom.CorpId, xml, stamp, "n");
        var body = $"<xml><ToUserName><![CDATA[{FakeWeCom.CorpId}]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>";
        using var content = new StringContent(body, Encoding.UTF8, "text/xml");
        using var answer = await group.Http.PostAsync(new Uri($"/wecom/app?msg_signature={signature}&timestamp={stamp}&nonce=n", UriKind.Relative), content);
        return answer.StatusCode;
    }

    private static string Xml(string text, string id) =>
        $"<xml><ToUserName><![CDATA[{FakeWeCom.CorpId}]]></ToUserName><FromUserName><![CDATA[{Zhang}]]></FromUserName><CreateTime>{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>{text}</Content><MsgId>{id}</MsgId><AgentID>1000002</AgentID></xml>";
}
