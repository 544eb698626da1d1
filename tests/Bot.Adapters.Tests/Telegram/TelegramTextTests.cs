using System.Text;
using Bot.Adapters.Telegram;
using Xunit;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>Texts cut to Telegram's measure.</summary>
public sealed class TelegramTextTests
{
    [Fact]
    public void What_fits_stays_whole() => Assert.Equal("a\nb", Assert.Single(TelegramText.Split("a\nb", [])).Text);

    [Fact]
    public void Lines_are_kept_together_and_nothing_is_lost()
    {
        var text = string.Join('\n', Enumerable.Range(0, 50).Select(n => $"第{n}行字字字字字字字字"));
        var parts = TelegramText.Split(text, [], 60);
        Assert.All(parts, p => Assert.InRange(p.Text.Length, 1, 60));
        Assert.Equal(text, string.Join('\n', parts.Select(p => p.Text)));
    }

    [Fact]
    public void A_character_outside_the_basic_plane_is_never_cut()
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", 40));
        var parts = TelegramText.Split(text, [], 7);
        Assert.All(parts, p => Assert.False(char.IsHighSurrogate(p.Text[^1]) || char.IsLowSurrogate(p.Text[0])));
        Assert.Equal(text, string.Concat(parts.Select(p => p.Text)));
    }

    [Fact]
    public void A_mention_goes_whole_into_one_part_and_points_to_the_same_words()
    {
        const string text = "还差：一二三四金谷社区，河畔社区";
        var parts = TelegramText.Split(text, [new TelegramMention(7, 4, 1), new TelegramMention(12, 4, 2)], 9);
        Assert.Equal(["金谷社区", "河畔社区"], parts.SelectMany(p => p.Mentions.Select(m => p.Text.Substring(m.At, m.Length))));
    }

    [Theory]
    [InlineData("统计表（累计）.docx", "统计表_累计.docx")]
    [InlineData("a b/c\"d.xlsx", "a_b_c_d.xlsx")]
    [InlineData("（）", "file")]
    public void File_names_keep_to_what_the_server_keeps(string name, string safe) => Assert.Equal(safe, TelegramForm.Safe(name));

    [Fact]
    public async Task A_chinese_file_name_goes_out_as_it_is()
    {
        using var form = TelegramForm.Of(new System.Text.Json.Nodes.JsonObject { ["chat_id"] = -5, ["caption"] = "“表”" }, "document", "汇总.xlsx", [1, 2]);
        var body = Encoding.UTF8.GetString(await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("form-data; name=\"document\"; filename=\"汇总.xlsx\"", body, StringComparison.Ordinal);
        Assert.Contains("“表”", body, StringComparison.Ordinal);
        Assert.DoesNotContain("utf-8''", body, StringComparison.OrdinalIgnoreCase);
    }
}
