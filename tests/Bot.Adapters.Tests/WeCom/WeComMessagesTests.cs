using System.Text.Json;
using Bot.Adapters.WeCom;
using Bot.Domain.Messages;
using Xunit;

namespace Bot.Adapters.Tests.WeCom;

/// <summary>Step 2 as a table: what a callback says to the bot, and what it does not.</summary>
public sealed class WeComMessagesTests
{
    private const string Group = "\"msgid\":\"m/1+=\",\"aibotid\":\"A\",\"chatid\":\"wrCHAT1\",\"chattype\":\"group\",\"from\":{\"userid\":\"zhangsan\"}";
    private const string Single = "\"msgid\":\"m2\",\"chattype\":\"single\",\"from\":{\"userid\":\"zhangsan\"}";
    private static readonly DateTimeOffset Now = new(2024, 6, 6, 8, 0, 0, TimeSpan.Zero);

    /// <summary>What is said, and what of it is kept.</summary>
    [Theory]
    [InlineData("text", Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"@月报助手 演练1场\"}", "演练1场", 0)]
    [InlineData("the name at the end", Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"演练1场 @月报助手\"}", "演练1场", 0)]
    [InlineData("a name of two words in the middle", Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"周报 @Safety Bot  演练1场\"}", "周报 演练1场", 0)]
    [InlineData("somebody else stays", Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"@月报助手 演练1场 @李四 知悉\"}", "演练1场 @李四 知悉", 0)]
    [InlineData("a longer name is somebody else's", Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"@月报助手 请@月报助手二号 演练1场\"}", "请@月报助手二号 演练1场", 0)]
    [InlineData("a name nobody told us", Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"@新名字\u2005演练1场\"}", "演练1场", 0)]
    [InlineData("words and photos", Group, "\"msgtype\":\"mixed\",\"mixed\":{\"msg_item\":[{\"msgtype\":\"text\",\"text\":{\"content\":\"@月报助手 演练1场\"}},{\"msgtype\":\"image\",\"image\":{\"url\":\"https://a\"}},{\"msgtype\":\"text\",\"text\":{\"content\":\"60人\"}},{\"msgtype\":\"image\",\"image\":{\"url\":\"https://b\"}}]}", "演练1场\n60人", 2)]
    [InlineData("a quoted photo", Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"@月报助手\"},\"quote\":{\"msgtype\":\"image\",\"image\":{\"url\":\"https://a\"}}", "", 1)]
    [InlineData("a quoted photo with words", Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"@月报助手 演练1场\"},\"quote\":{\"msgtype\":\"image\",\"image\":{\"url\":\"https://a\"}}", "演练1场", 1)]
    [InlineData("words beside quoted words", Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"@月报助手 更正 演练2场\"},\"quote\":{\"msgtype\":\"text\",\"text\":{\"content\":\"演练1场\"}}", "更正 演练2场", 0)]
    [InlineData("a photo in private", Single, "\"msgtype\":\"image\",\"image\":{\"url\":\"https://a\",\"aeskey\":\"k\"}", "", 1)]
    [InlineData("a file in private", Single, "\"msgtype\":\"file\",\"file\":{\"url\":\"https://a\"}", "", 1)]
    [InlineData("a transcribed voice", Single, "\"msgtype\":\"voice\",\"voice\":{\"content\":\"演练一场\"}", "演练一场", 0)]
    [InlineData("members nobody knows yet", Single, "\"msgtype\":\"text\",\"text\":{\"content\":\"演练\",\"new\":[1]},\"brand_new\":{\"x\":1}", "演练", 0)]
    public void Something_is_said(string label, string where, string content, string text, int files)
    {
        var said = Assert.IsType<WeComHeard.Said>(Read(where, content));
        Assert.Equal((text, files), (said.Message.Text, said.Message.Attachments.Count));
        Assert.Equal("zhangsan", said.Message.Sender.Id);
        Assert.Equal((Now, SaidAtSource.Received), (said.Message.SaidAt, said.Message.SaidAtSource));
        Assert.Equal(where == Group ? "wrCHAT1" : "p-zhangsan", said.Message.Key.Chat.Id);
        Assert.NotEmpty(label);
    }

    [Theory]
    [InlineData("quoted words have no author", Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"@月报助手 \"},\"quote\":{\"msgtype\":\"text\",\"text\":{\"content\":\"演练1场\"}}", WeComMessages.OnlyQuotedWords)]
    [InlineData("only the name", Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"@月报助手\"}", WeComMessages.OnlyName)]
    public void What_cannot_be_taken_is_told(string label, string where, string content, string why)
    {
        Assert.Equal(why, Assert.IsType<WeComHeard.NotTaken>(Read(where, content)).Why);
        Assert.NotEmpty(label);
    }

    [Fact]
    public void Quoted_words_beside_a_quoted_photo_are_told_and_the_photo_is_taken()
    {
        var said = Assert.IsType<WeComHeard.Said>(Read(Group, "\"msgtype\":\"text\",\"text\":{\"content\":\"@月报助手\"},\"quote\":{\"msgtype\":\"mixed\",\"mixed\":{\"msg_item\":[{\"msgtype\":\"text\",\"text\":{\"content\":\"演练1场\"}},{\"msgtype\":\"image\",\"image\":{\"url\":\"https://a\"}}]}}"));
        Assert.Equal(("", 1, WeComMessages.QuotedWords), (said.Message.Text, said.Message.Attachments.Count, said.Remark));
    }

    [Theory]
    [InlineData("an unknown kind", Group, "\"msgtype\":\"hologram\"")]
    [InlineData("nobody in particular", "\"msgid\":\"m\",\"chattype\":\"single\"", "\"msgtype\":\"text\",\"text\":{\"content\":\"x\"}")]
    [InlineData("a group without id", "\"msgid\":\"m\",\"chattype\":\"group\",\"from\":{\"userid\":\"z\"}", "\"msgtype\":\"text\",\"text\":{\"content\":\"x\"}")]
    [InlineData("thumbs", Group, "\"msgtype\":\"event\",\"event\":{\"eventtype\":\"feedback_event\",\"feedback_event\":{\"id\":\"1\",\"type\":1}}")]
    [InlineData("a used button", Group, "\"msgtype\":\"event\",\"event\":{\"eventtype\":\"template_card_event\",\"template_card_event\":{\"event_key\":\"used\",\"task_id\":\"t\"}}")]
    [InlineData("an event without a name", Group, "\"msgtype\":\"event\",\"event\":{}")]
    public void Nothing_for_us(string label, string where, string content)
    {
        Assert.IsType<WeComHeard.Nothing>(Read(where, content));
        Assert.NotEmpty(label);
    }

    [Theory]
    [InlineData("under its own name", "{\"eventtype\":\"template_card_event\",\"template_card_event\":{\"event_key\":\"u|1\",\"task_id\":\"t1\"}}")]
    [InlineData("flat", "{\"eventtype\":\"template_card_event\",\"event_key\":\"u|1\",\"task_id\":\"t1\"}")]
    public void A_pressed_button_is_one_press_however_often_it_is_told(string label, string content)
    {
        var first = Assert.IsType<WeComHeard.Said>(Read(Group, $"\"msgtype\":\"event\",\"event\":{content}")).Message;
        var again = Assert.IsType<WeComHeard.Said>(Read(Group.Replace("m/1+=", "m9", StringComparison.Ordinal), $"\"msgtype\":\"event\",\"event\":{content}")).Message;
        Assert.Equal((MessageEvent.Pressed, "u|1", "t1", first.Key), (first.Event, first.Text, first.Quotes, again.Key));
        Assert.NotEmpty(label);
    }

    [Fact]
    public void Signs_are_told_apart()
    {
        Assert.Equal("s1", Assert.IsType<WeComHeard.Asked>(Read(Group, "\"msgtype\":\"stream\",\"stream\":{\"id\":\"s1\"}")).Stream);
        Assert.IsType<WeComHeard.Entered>(Read(Single, "\"msgtype\":\"event\",\"event\":{\"eventtype\":\"enter_chat\"}"));
        Assert.IsType<WeComHeard.Displaced>(Read(Single, "\"msgtype\":\"event\",\"event\":{\"eventtype\":\"disconnected_event\"}"));
    }

    [Fact]
    public void A_time_that_is_told_counts_whether_number_or_string()
    {
        foreach (var time in (string[])["1717660800", "\"1717660800\""])
        {
            var said = Assert.IsType<WeComHeard.Said>(Read(Group, $"\"create_time\":{time},\"msgtype\":\"text\",\"text\":{{\"content\":\"x\"}}"));
            Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1717660800), SaidAtSource.Platform), (said.Message.SaidAt, said.Message.SaidAtSource));
        }
    }

    private static WeComHeard Read(string where, string content) =>
        WeComMessages.Read(JsonSerializer.Deserialize($"{{{where},{content}}}", WeComJson.Default.WeComSaid)!, ["月报助手", "Safety Bot"], new MessageId(Guid.Empty), Now);
}
