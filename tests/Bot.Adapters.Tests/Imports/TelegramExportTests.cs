using System.Text;
using Bot.Adapters.Imports;
using Xunit;

namespace Bot.Adapters.Tests.Imports;

/// <summary>Telegram Desktop's JSON, as it is and as it should not be.</summary>
public sealed class TelegramExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("safetymonth-log").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Words_photos_answers_and_edits_come_with_their_own_times()
    {
        var said = Said(await ReadAsync(Chat(
            """{"id":7,"type":"message","date":"2024-06-13T15:02:11","date_unixtime":"1718262131","from":"张三","from_id":"user11","text":["开展",{"type":"bold","text":"演练"},"1场"],"photo":"photos/a.jpg"}""",
            """{"id":8,"type":"message","date_unixtime":"1718262140","edited_unixtime":"1718262150","from":null,"from_id":"user12","text":"收到","reply_to_message_id":7}""")));
        Assert.Equal(("tg99-7", "user11", "开展演练1场", "2024-06-13T07:02:11"), (said[0].Id, said[0].SenderId, said[0].Text, said[0].At.ToString("s")));
        Assert.Equal(["photos/a.jpg"], said[0].Files);
        Assert.Equal(("tg99-7", true, "已注销的帐号"), (said[1].Answers, said[1].Edited, said[1].SenderName));
    }

    [Theory]
    [InlineData("""{"id":1,"type":"service","date_unixtime":"1718262131","action":"invite_members"}""", SkipReasons.Service)]
    [InlineData("""{"id":1,"type":"message","date_unixtime":"1718262131","from_id":"user1","text":"","media_type":"voice_message","file":"v.ogg"}""", SkipReasons.NotHeard)]
    [InlineData("""{"id":1,"type":"message","date_unixtime":"1718262131","from_id":"user1","text":""}""", SkipReasons.NoWords)]
    public async Task What_is_no_message_is_told_with_its_reason(string message, string reason) =>
        Assert.Equal([reason], (await ReadAsync(Chat(message))).OfType<LogItem.Skipped>().Select(s => s.Reason));

    [Fact]
    public async Task A_file_that_breaks_off_gives_what_stands_before_and_says_where()
    {
        var whole = Chat(Message(1, "甲"), Message(2, "乙"), Message(3, "丙"));
        var items = await ReadAsync(whole[..whole.IndexOf('丙', StringComparison.Ordinal)]);
        Assert.Equal(["甲", "乙"], Said(items).Select(s => s.Text));
        Assert.Equal(4, Assert.Single(items.OfType<LogItem.Broken>()).Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("""{"chats":{"list":[{"messages":[]}]}}""")]
    [InlineData("""{"name":"x","messages":[}""")]
    public async Task What_is_no_export_of_a_chat_is_refused_in_a_sentence(string content)
    {
        var items = await ReadAsync(content);
        Assert.Empty(Said(items));
        Assert.Single(items.OfType<LogItem.Broken>());
    }

    [Fact]
    public async Task A_message_longer_than_any_message_does_not_fill_the_memory() =>
        Assert.Single((await ReadAsync(Chat(Message(1, new string('长', TelegramMessageScan.Longest))))).OfType<LogItem.Broken>());

    [Fact]
    public async Task Strange_members_deep_ones_and_half_characters_disturb_nothing()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 40)) + string.Concat(Enumerable.Repeat("]", 40));
        var items = await ReadAsync("\uFEFF" + Chat($$"""{"zzz":{{deep}},"id":1,"type":"message","date_unixtime":1718262131,"from":"\ud800","from_id":5,"text":"好"}""", "17", Message(2, "再见")));
        Assert.Equal(["好", "再见"], Said(items).Select(s => s.Text));
        Assert.Equal("user5", Said(items)[0].SenderId);
    }

    [Fact]
    public async Task A_message_may_lie_across_any_two_blocks()
    {
        var many = Enumerable.Range(1, 3000).Select(i => Message(i, $"第{i}条，今天开展了检查{new string('。', i % 97)}")).ToArray();
        Assert.Equal(Enumerable.Range(1, 3000).Select(i => $"tg99-{i}"), Said(await ReadAsync(Chat(many))).Select(s => s.Id));
    }

    private static string Message(int id, string text) =>
        $$"""{"id":{{id}},"type":"message","date_unixtime":"1718262131","from":"张三","from_id":"user11","text":"{{text}}"}""";

    private static string Chat(params string[] messages) => $$"""{"name":"群","type":"private_supergroup","id":99,"messages":[{{"\n" + string.Join(",\n", messages)}}]}""";

    private static List<SaidMessage> Said(IEnumerable<LogItem> items) => [.. items.OfType<LogItem.Said>().Select(s => s.Message)];

    private async Task<List<LogItem>> ReadAsync(string content)
    {
        var file = Path.Combine(folder, "result.json");
        await File.WriteAllTextAsync(file, content, new UTF8Encoding(false));
        var export = new TelegramExport(file, new LogClues { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") });
        var items = new List<LogItem>();
        await foreach (var item in export.ReadAsync(TestContext.Current.CancellationToken)) items.Add(item);
        return items;
    }
}
