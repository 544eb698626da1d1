using Bot.Adapters.WeCom;
using Bot.Domain.Messages;
using Xunit;

namespace Bot.Adapters.Tests.WeCom;

/// <summary>Step 2 of the application: its XML as a table.</summary>
public sealed class WeComAppMessagesTests
{
    private const string Head = "<ToUserName>ww1</ToUserName><FromUserName><![CDATA[zhangsan]]></FromUserName><CreateTime>1717660800</CreateTime>";
    private static readonly DateTimeOffset Now = new(2024, 6, 6, 8, 0, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("text", "<MsgType>text</MsgType><Content><![CDATA[演练1场 <&>]]></Content><MsgId>4561255354251345929</MsgId>", "演练1场 <&>", 0)]
    [InlineData("a photo", "<MsgType>image</MsgType><PicUrl>https://x</PicUrl><MediaId>M1</MediaId><MsgId>5</MsgId>", "", 1)]
    [InlineData("a video", "<MsgType>video</MsgType><MediaId>M1</MediaId><ThumbMediaId>T</ThumbMediaId><MsgId>5</MsgId>", "", 1)]
    public void Something_is_said(string label, string content, string text, int files)
    {
        var said = Assert.IsType<WeComHeard.Said>(Read(Head + content)).Message;
        Assert.Equal((text, files, "p-zhangsan"), (said.Text, said.Attachments.Count, said.Key.Chat.Id));
        Assert.StartsWith(WeComAppMessages.Prefix, said.Key.Id, StringComparison.Ordinal);
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1717660800), SaidAtSource.Platform), (said.SaidAt, said.SaidAtSource));
        Assert.All(said.Attachments, a => Assert.Equal("M1", WeComHandle.Read(a.PlatformFile!).MediaId));
        Assert.NotEmpty(label);
    }

    [Fact]
    public void A_voice_is_asked_for_in_words() =>
        Assert.Contains("打字", Assert.IsType<WeComHeard.NotTaken>(Read(Head + "<MsgType>voice</MsgType><MediaId>M</MediaId><Format>amr</Format><MsgId>5</MsgId>")).Why, StringComparison.Ordinal);

    [Theory]
    [InlineData("a place", Head + "<MsgType>location</MsgType><Location_X>1</Location_X><MsgId>5</MsgId>")]
    [InlineData("somebody came in", Head + "<MsgType>event</MsgType><Event>enter_agent</Event>")]
    [InlineData("a used button", Head + "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>used</EventKey><TaskId>t</TaskId>")]
    [InlineData("without an id", Head + "<MsgType>text</MsgType><Content>x</Content>")]
    [InlineData("nobody in particular", "<MsgType>text</MsgType><Content>x</Content><MsgId>5</MsgId>")]
    public void Nothing_for_us(string label, string content)
    {
        Assert.IsType<WeComHeard.Nothing>(Read(content));
        Assert.NotEmpty(label);
    }

    [Theory]
    [InlineData("a document type", "<!DOCTYPE x [<!ENTITY a \"b\">]><xml><FromUserName>&a;</FromUserName></xml>")]
    [InlineData("half a document", "<xml><FromUserName>")]
    [InlineData("no document", "{}")]
    public void What_is_no_plain_xml_is_nothing(string label, string xml)
    {
        Assert.IsType<WeComHeard.Nothing>(WeComAppMessages.Read(xml, new MessageId(Guid.Empty), Now));
        Assert.Null(WeComAppMessages.Encrypted(xml));
        Assert.NotEmpty(label);
    }

    [Fact]
    public void Two_presses_within_a_second_are_two_and_one_told_twice_is_one()
    {
        static string Press(string key, string task) => Head + $"<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>{key}</EventKey><TaskId>{task}</TaskId><AgentID>1</AgentID>";
        var first = Assert.IsType<WeComHeard.Said>(Read(Press("u|1", "t1"))).Message;
        Assert.Equal((MessageEvent.Pressed, "u|1"), (first.Event, first.Text));
        Assert.Equal(first.Key, Assert.IsType<WeComHeard.Said>(Read(Press("u|1", "t1"))).Message.Key);
        Assert.NotEqual(first.Key, Assert.IsType<WeComHeard.Said>(Read(Press("u|2", "t1"))).Message.Key);
        Assert.NotEqual(first.Key, Assert.IsType<WeComHeard.Said>(Read(Press("u|1", "t2"))).Message.Key);
    }

    [Fact]
    public void What_was_picked_from_a_list_counts_and_not_its_submit_button()
    {
        var picked = Read(Head + "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>submit</EventKey><TaskId>t</TaskId><SelectedItems><SelectedItem><QuestionKey>choice</QuestionKey><OptionIds><OptionId>u|3</OptionId></OptionIds></SelectedItem></SelectedItems>");
        Assert.Equal("u|3", Assert.IsType<WeComHeard.Said>(picked).Message.Text);
    }

    private static WeComHeard Read(string content) => WeComAppMessages.Read($"<xml>{content}</xml>", new MessageId(Guid.Empty), Now);
}
