using System.Text;
using Bot.Adapters.WeCom;
using Bot.Adapters.Wire;
using Xunit;

namespace Bot.Adapters.Tests.WeCom;

/// <summary>Texts that fit and mean nothing unmeant, and forms WeCom understands.</summary>
public sealed class WeComTextTests
{
    [Theory]
    [InlineData("abc", 10, new[] { "abc" })]
    [InlineData("一二三\n四五六", 12, new[] { "一二三", "四五六" })]
    [InlineData("一二三四五六", 10, new[] { "一二三", "四五六" })]
    [InlineData("甲😀乙", 6, new[] { "甲", "😀", "乙" })]
    [InlineData("\n\n", 10, new string[0])]
    public void Texts_are_split_by_bytes_at_line_ends_and_never_within_a_character(string text, int longest, string[] parts)
    {
        Assert.Equal(parts, WeComText.Split(text, longest));
        Assert.All(WeComText.Split(text, longest), p => Assert.True(Encoding.UTF8.GetByteCount(p) <= longest));
    }

    [Theory]
    [InlineData("<think>x</think>", "＜think＞x＜/think＞")]
    [InlineData("# 标题 #1", "＃ 标题 #1")]
    [InlineData("<@zhangsan> **a** | [b](c)", "＜@zhangsan＞ ＊＊a＊＊ ｜ ［b］(c)")]
    [InlineData("已记 演练1场、120人次。", "已记 演练1场、120人次。")]
    public void Markdown_finds_nothing_in_a_plain_text(string text, string shown) => Assert.Equal(shown, WeComText.Markdown(text));

    [Fact]
    public void A_robots_text_calls_nobody_by_accident() => Assert.Equal("＜@all> x", WeComText.Quiet("<@all> x"));

    [Fact]
    public async Task An_upload_has_an_unquoted_boundary_a_raw_name_and_its_length()
    {
        using var form = PlatformForm.Of([], "media", "汇总\"\r\n.xlsx", [1, 2, 3, 4, 5, 6], tellsLength: true);
        var type = form.Headers.NonValidated["Content-Type"].ToString();
        Assert.StartsWith("multipart/form-data; boundary=----", type, StringComparison.Ordinal);
        Assert.DoesNotContain('"', type);
        var body = Encoding.UTF8.GetString(await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("form-data; name=\"media\"; filename=\"汇总.xlsx\"; filelength=6", body, StringComparison.Ordinal);
        Assert.StartsWith(type[(type.IndexOf('=', StringComparison.Ordinal) + 1)..], body[2..], StringComparison.Ordinal);
        Assert.NotNull(form.Headers.ContentLength);
    }
}
