using System.Text.Json;
using Bot.Adapters.Telegram;
using Bot.Domain.Messages;
using Xunit;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>Step 2 as a table: what an update says to the bot, and what it does not.</summary>
public sealed class TelegramMessagesTests
{
    private const string From = "\"from\":{\"id\":7012345678,\"is_bot\":false,\"first_name\":\"张\",\"last_name\":\"三\"}";
    private const string Chat = "\"chat\":{\"id\":-1002471352452,\"title\":\"群\",\"type\":\"supergroup\"},\"date\":1717657200";
    private static readonly TelegramUser Me = new(6500000001, true, "月报助手", null, "baita_bot");

    /// <summary>A message of a group, and what of it is kept.</summary>
    [Theory]
    [InlineData("text", "\"text\":\"演练1场\"", "演练1场", null)]
    [InlineData("a mention of the bot stays", "\"text\":\"@baita_bot 演练1场\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":10}]", "@baita_bot 演练1场", null)]
    [InlineData("a reply", "\"text\":\"撤回\",\"reply_to_message\":{\"message_id\":12,\"date\":1," + "\"chat\":{\"id\":-1,\"type\":\"supergroup\"}}", "撤回", "12")]
    [InlineData("a topic's first message is no reply", "\"text\":\"演练\",\"is_topic_message\":true,\"message_thread_id\":17,\"reply_to_message\":{\"message_id\":17,\"date\":1,\"chat\":{\"id\":-1,\"type\":\"supergroup\"}}", "演练", null)]
    [InlineData("a reply within a topic", "\"text\":\"演练\",\"is_topic_message\":true,\"message_thread_id\":17,\"reply_to_message\":{\"message_id\":18,\"date\":1,\"chat\":{\"id\":-1,\"type\":\"supergroup\"}}", "演练", "18")]
    [InlineData("a thread of an ordinary group", "\"text\":\"演练\",\"message_thread_id\":17,\"reply_to_message\":{\"message_id\":17,\"date\":1,\"chat\":{\"id\":-1,\"type\":\"supergroup\"}}", "演练", "17")]
    [InlineData("a command for this bot", "\"text\":\"/fix@Baita_bot 演练 3\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":14}]", "/fix 演练 3", null)]
    [InlineData("a code in a link", "\"text\":\"/start@baita_bot ABCD2345\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":16}]", "绑定 ABCD2345", null)]
    [InlineData("members nobody knows yet", "\"text\":\"演练\",\"brand_new\":{\"x\":[1]},\"entities\":[{\"type\":\"brand_new\",\"offset\":0,\"length\":2}]", "演练", null)]
    public void Something_is_said(string label, string content, string text, string? quotes)
    {
        var said = Assert.IsType<TelegramHeard.Said>(Read($"{{\"update_id\":1,\"message\":{{\"message_id\":4211,{From},{Chat},{content}}}}}"));
        Assert.Equal(text, said.Message.Text);
        Assert.Equal(quotes, said.Message.Quotes);
        Assert.Equal(("4211", "-1002471352452", "7012345678", "张 三"), (said.Message.Key.Id, said.Message.Key.Chat.Id, said.Message.Sender.Id, said.Message.SenderName));
        Assert.Equal(new DateTimeOffset(2024, 6, 6, 7, 0, 0, TimeSpan.Zero), said.Message.SaidAt);
        Assert.NotEmpty(label);
    }

    /// <summary>What is not for the bot.</summary>
    [Theory]
    [InlineData("a command for another bot", From + ",\"text\":\"/help@other_bot\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":15}]")]
    [InlineData("another bot", "\"from\":{\"id\":9,\"is_bot\":true,\"first_name\":\"b\"},\"text\":\"演练1场\"")]
    [InlineData("somebody joined", From + ",\"new_chat_members\":[]")]
    [InlineData("a pinned message", From + ",\"pinned_message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":-1}}")]
    [InlineData("a sticker", From + ",\"sticker\":{\"file_id\":\"x\"}")]
    [InlineData("a post copied from a channel", From + ",\"is_automatic_forward\":true,\"text\":\"演练1场\"")]
    [InlineData("nobody in particular", "\"text\":\"演练1场\"")]
    public void Nothing_for_us(string label, string content)
    {
        Assert.IsType<TelegramHeard.Nothing>(Read($"{{\"update_id\":1,\"message\":{{\"message_id\":1,{Chat},{content}}}}}"));
        Assert.NotEmpty(label);
    }

    /// <summary>What cannot be taken is answered with what to do instead.</summary>
    [Theory]
    [InlineData(From + ",\"voice\":{\"file_id\":\"v\",\"file_unique_id\":\"v\"}", TelegramMessages.Voice)]
    [InlineData(From + ",\"video_note\":{\"file_id\":\"v\",\"file_unique_id\":\"v\"}", TelegramMessages.Voice)]
    [InlineData(From + ",\"rich_message\":{\"blocks\":[]}", TelegramMessages.Rich)]
    [InlineData("\"from\":{\"id\":1087968824,\"is_bot\":true,\"first_name\":\"Group\"},\"sender_chat\":{\"id\":-1002471352452,\"type\":\"supergroup\"},\"text\":\"演练1场\"", TelegramMessages.Anonymous)]
    public void Not_taken(string content, string why)
    {
        Assert.Equal(why, Assert.IsType<TelegramHeard.NotTaken>(Read($"{{\"update_id\":1,\"message\":{{\"message_id\":1,{Chat},{content}}}}}")).Why);
    }

    [Fact]
    public void A_file_too_large_for_bots_is_refused_by_its_name_and_fetched_from_a_server_of_ones_own()
    {
        var update = $"{{\"update_id\":1,\"message\":{{\"message_id\":1,{From},{Chat},\"document\":{{\"file_id\":\"d\",\"file_unique_id\":\"ud\",\"file_name\":\"总结.docx\",\"file_size\":30000000}}}}}}";
        Assert.Contains("“总结.docx”超过20MB", Assert.IsType<TelegramHeard.NotTaken>(Read(update)).Why, StringComparison.Ordinal);
        var taken = Assert.IsType<TelegramHeard.Said>(Read(update, long.MaxValue)).Message;
        Assert.Equal(("总结.docx", "ud|d", 30_000_000L), (taken.Attachments[0].Name, taken.Attachments[0].PlatformFile, taken.Attachments[0].Bytes));
    }

    [Fact]
    public void Of_a_photos_sizes_the_largest_is_taken_with_its_caption_and_album()
    {
        var said = Assert.IsType<TelegramHeard.Said>(Read(
            $"{{\"update_id\":1,\"message\":{{\"message_id\":1,{From},{Chat},\"media_group_id\":\"137\",\"caption\":\"排查23户\",\"photo\":[{{\"file_id\":\"big\",\"file_unique_id\":\"ub\",\"width\":1280,\"height\":960}},{{\"file_id\":\"s\",\"file_unique_id\":\"us\",\"width\":90,\"height\":67}}]}}}}"));
        Assert.Equal(("排查23户", "137", "ub|big"), (said.Message.Text, said.Message.Album, Assert.Single(said.Message.Attachments).PlatformFile));
    }

    [Theory]
    [InlineData("\"message\":{\"message_id\":92,\"date\":1,\"chat\":{\"id\":-45,\"type\":\"group\"},\"migrate_to_chat_id\":-10045}")]
    [InlineData("\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":-10045,\"type\":\"supergroup\"},\"sender_chat\":{\"id\":-10045,\"type\":\"supergroup\"},\"from\":{\"id\":1087968824,\"is_bot\":true,\"first_name\":\"Group\"},\"migrate_from_chat_id\":-45}")]
    public void Both_signs_of_a_moved_group_say_the_same(string content) =>
        Assert.Equal(new TelegramHeard.Moved(-45, -10045), Read($"{{\"update_id\":1,{content}}}"));

    [Theory]
    [InlineData("administrator", "", true, true)]
    [InlineData("member", "", true, false)]
    [InlineData("restricted", ",\"is_member\":true", true, false)]
    [InlineData("restricted", ",\"is_member\":false", false, false)]
    [InlineData("kicked", "", false, false)]
    [InlineData("left", "", false, false)]
    public void The_bots_standing_is_told(string status, string more, bool isIn, bool isAdmin)
    {
        var user = "\"user\":{\"id\":6500000001,\"is_bot\":true,\"first_name\":\"b\"}";
        Assert.Equal(
            new TelegramHeard.Standing(-45, isIn, isAdmin),
            Read($"{{\"update_id\":1,\"my_chat_member\":{{\"chat\":{{\"id\":-45,\"type\":\"group\"}},\"date\":1,\"old_chat_member\":{{\"status\":\"left\",{user}}},\"new_chat_member\":{{\"status\":\"{status}\",{user}{more}}}}}}}"));
    }

    [Fact]
    public void A_private_chat_is_named_by_its_person_and_a_code_there_joins()
    {
        var said = Assert.IsType<TelegramHeard.Said>(Read(
            $"{{\"update_id\":1,\"message\":{{\"message_id\":1,{From},\"chat\":{{\"id\":7012345678,\"type\":\"private\"}},\"date\":1,\"text\":\"/start ABCD2345\",\"entities\":[{{\"type\":\"bot_command\",\"offset\":0,\"length\":6}}]}}}}"));
        Assert.Equal(("p-7012345678", "登记 ABCD2345"), (said.Message.Key.Chat.Id, said.Message.Text));
        Assert.Equal(7012345678, TelegramMessages.Id(said.Message.Key.Chat));
    }

    [Fact]
    public void A_press_below_a_message_out_of_reach_is_only_acknowledged()
    {
        var pressed = Assert.IsType<TelegramHeard.Pressed>(Read($"{{\"update_id\":1,\"callback_query\":{{\"id\":\"30\",{From},\"chat_instance\":\"1\",\"data\":\"ok\"}}}}"));
        Assert.Null(pressed.Message);
        Assert.Equal("30", pressed.Query);
    }

    private static TelegramHeard Read(string json, long largest = TelegramMessages.LargestFile) =>
        TelegramMessages.Read(JsonSerializer.Deserialize(json, TelegramJson.Default.TelegramUpdate)!, Me, new MessageId(Guid.Empty), DateTimeOffset.UnixEpoch, largest);
}
