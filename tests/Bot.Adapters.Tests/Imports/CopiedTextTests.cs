using System.Globalization;
using System.Text;
using Bot.Adapters.Imports;
using Xunit;

namespace Bot.Adapters.Tests.Imports;

/// <summary>Text as people copy it out of WeChat and WeCom, and tables of messages.</summary>
public sealed class CopiedTextTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("safetymonth-log").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("张三 2024/6/13 15:02:11", "张三", "2024-06-13 15:02:11")]
    [InlineData("张三(白塔社区) 2024-06-13 15:02:11", "张三(白塔社区)", "2024-06-13 15:02:11")]
    [InlineData("张三（白塔社区） 6-13 15:02:11", "张三（白塔社区）", "2024-06-13 15:02:11")]
    [InlineData("李四 6月13日 下午3:02", "李四", "2024-06-13 15:02:00")]
    [InlineData("李四@微信 2024年6月13日 上午12:02", "李四", "2024-06-13 00:02:00")]
    [InlineData("王 五 2024年6月13日 星期四 15:02", "王 五", "2024-06-13 15:02:00")]
    [InlineData("Wang 06/13/2024 3:02 PM", "Wang", "2024-06-13 15:02:00")]
    [InlineData("Wang Li 13/6/2024 15:02", "Wang Li", "2024-06-13 15:02:00")]
    [InlineData("Wang June 13, 2024 at 3:02 PM", "Wang", "2024-06-13 15:02:00")]
    [InlineData("赵六 昨天 15:02", "赵六", "2024-06-13 15:02:00")]
    [InlineData("赵六 星期四 15:02", "赵六", "2024-06-13 15:02:00")]
    [InlineData("赵六 Thursday 3:02 PM", "赵六", "2024-06-13 15:02:00")]
    [InlineData("２０２４－０６－１３　15:02:11　张三", "张三", "2024-06-13 15:02:11")]
    [InlineData("2024-06-13 15:02:11 张三", "张三", "2024-06-13 15:02:11")]
    [InlineData("张三\n2024/6/13 15:02:11", "张三", "2024-06-13 15:02:11")]
    [InlineData("李四\n6月13日 下午3:02", "李四", "2024-06-13 15:02:00")]
    [InlineData("—————  2024-06-13  —————\n\n李四  15:02", "李四", "2024-06-13 15:02:00")]
    public async Task Header_lines_as_they_are_copied(string header, string name, string at)
    {
        var said = Assert.Single(Said(await ReadAsync($"{header}\n组织演练1场\n参加51人\n", copiedOn: new DateOnly(2024, 6, 14))));
        Assert.Equal((name, at, "组织演练1场\n参加51人"), (said.SenderName, Local(said), said.Text));
    }

    [Theory]
    [InlineData("赵六 昨天 15:02\n好")]
    [InlineData("赵六 星期四 15:02\n好")]
    [InlineData("赵六 6-13 15:02:11\n好")]
    [InlineData("赵六 15:02\n好")]
    [InlineData("Wang 06/07/2024 3:02 PM\n好")]
    [InlineData("只是一段话，没有抬头")]
    public async Task What_would_have_to_be_guessed_is_asked_for(string text) => Assert.NotNull(await WantedAsync(text));

    [Fact]
    public async Task The_file_itself_shows_which_number_is_the_month() =>
        Assert.Equal("2024-07-06 15:02:00", Local(Said(await ReadAsync("Wang 06/07/2024 3:02 PM\n好\nWang 13/07/2024 3:02 PM\n好"))[0]));

    [Fact]
    public async Task A_sentence_that_ends_in_a_day_and_time_is_no_header()
    {
        var log = string.Concat(Enumerable.Range(1, 8).Select(i => string.Create(CultureInfo.InvariantCulture, $"张三 2024/6/{i} 15:02:11\n各位注意\n会议定于 6月28日 15:00\n请参加\n\n")));
        var items = await ReadAsync("李四 2024/6/1 9:00:00\n好\n" + log);
        Assert.Equal(8, items.OfType<LogItem.Skipped>().Count(s => s.Reason == SkipReasons.LikeHeader));
        Assert.Equal(["李四", .. Enumerable.Repeat("张三", 8)], Said(items).Select(s => s.SenderName));
        Assert.Contains("会议定于 6月28日 15:00", Said(items)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_log_may_show_the_year_of_older_messages_only()
    {
        var said = Said(await ReadAsync("张三 2023/12/30 15:02:11\n旧\n张三 6-12 15:02:11\n新\n李四 6-13 15:02:11\n更新", copiedOn: new DateOnly(2024, 6, 14)));
        Assert.Equal(["2023-12-30 15:02:11", "2024-06-12 15:02:11", "2024-06-13 15:02:11"], said.Select(Local));
    }

    [Fact]
    public async Task What_is_quoted_was_counted_where_it_was_said()
    {
        var said = Assert.Single(Said(await ReadAsync("张三 2024/6/13 15:02:11\n「李四：培训20人」\n- - - - - - - - - -\n我们社区培训30人")));
        Assert.Equal("我们社区培训30人", said.Text);
    }

    [Fact]
    public async Task Photos_do_not_come_with_copied_text_and_that_is_said()
    {
        var items = await ReadAsync("引言\n张三 2024/6/13 15:02:11\n[图片]\n\n张三 2024/6/13 15:03:11\n演练1场\n[图片]\n李四撤回了一条消息\n");
        Assert.Equal([SkipReasons.Preamble, SkipReasons.PhotoNotThere], items.OfType<LogItem.Skipped>().Select(s => s.Reason));
        Assert.Equal(("演练1场", 1), (Said(items)[0].Text, Said(items)[0].FilesLeftOut));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-mark")]
    [InlineData("utf-16")]
    [InlineData("utf-16-bare")]
    [InlineData("gb18030")]
    public async Task Every_encoding_people_save_in(string encoding)
    {
        var bytes = encoding switch
        {
            "utf-8" => new UTF8Encoding(false), "utf-8-mark" => new UTF8Encoding(true), "utf-16" => new UnicodeEncoding(false, true),
            "utf-16-bare" => new UnicodeEncoding(false, false), _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!,
        };
        var file = Path.Combine(folder, "log.txt");
        await File.WriteAllTextAsync(file, "张三 2024/6/13 15:02:11\r\n组织演练1场\r\n", bytes);
        Assert.Equal("组织演练1场", Assert.Single(Said(await ReadFileAsync(file, null))).Text);
    }

    [Fact]
    public async Task A_table_is_read_record_by_record_and_a_bad_line_is_told()
    {
        var items = await ReadAsync("时间,发言人,内容,编号\n2024-06-13 15:02,张三,\"演练1场，\n参加\"\"51\"\"人\",a1\n不知道,张三,好,a2\n2024-06-13T07:03:00Z,李四,收到,a3\n", "log.csv");
        Assert.Equal(["演练1场，\n参加\"51\"人", "收到"], Said(items).Select(s => s.Text));
        Assert.Equal("2024-06-13 15:03:00", Local(Said(items)[1]));
        Assert.Equal(4, Assert.Single(items.OfType<LogItem.Broken>()).Line);
    }

    [Fact]
    public async Task A_quote_that_never_ends_is_told_with_its_line() =>
        Assert.Equal(3, Assert.Single((await ReadAsync("时间,发言人,内容\n2024-06-13 15:02,张三,好\n2024-06-13 15:02,张三,\"好\n没完", "log.csv")).OfType<LogItem.Broken>()).Line);

    private static List<SaidMessage> Said(IEnumerable<LogItem> items) => [.. items.OfType<LogItem.Said>().Select(s => s.Message)];

    private static string Local(SaidMessage said) => said.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static LogClues Clues(DateOnly? copiedOn) => new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), CopiedOn = copiedOn };

    private async Task<string?> WantedAsync(string text)
    {
        var file = Path.Combine(folder, "log.txt");
        await File.WriteAllTextAsync(file, text);
        return (await LogFile.OpenAsync(file, Clues(null), TestContext.Current.CancellationToken)).Wanted;
    }

    private async Task<List<LogItem>> ReadAsync(string text, string name = "log.txt", DateOnly? copiedOn = null)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, text);
        return await ReadFileAsync(file, copiedOn);
    }

    private static async Task<List<LogItem>> ReadFileAsync(string file, DateOnly? copiedOn)
    {
        var (log, wanted) = await LogFile.OpenAsync(file, Clues(copiedOn), TestContext.Current.CancellationToken);
        Assert.Null(wanted);
        var items = new List<LogItem>();
        await foreach (var item in log!.ReadAsync(TestContext.Current.CancellationToken)) items.Add(item);
        return items;
    }
}
