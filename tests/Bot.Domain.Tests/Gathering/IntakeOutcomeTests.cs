using Bot.Domain.Gathering;
using Xunit;
using static Bot.Domain.Gathering.IntakeOutcome;

namespace Bot.Domain.Tests.Gathering;

public sealed class IntakeOutcomeTests
{
    private static readonly Func<string?, Refused>[] Reasons =
    [
        IntakeRefusals.Empty, IntakeRefusals.NotMedia, name => IntakeRefusals.OtherPicture(name, "GIF"), IntakeRefusals.OtherVideo,
        IntakeRefusals.Audio, IntakeRefusals.WebPage, IntakeRefusals.Program, IntakeRefusals.Archive, IntakeRefusals.OldOffice,
        IntakeRefusals.Encrypted, IntakeRefusals.Macros, IntakeRefusals.Damaged, IntakeRefusals.TwoInOne, IntakeRefusals.Bomb,
        name => IntakeRefusals.TooLarge(name, MediaClass.Photo, 20 << 20), name => IntakeRefusals.TooManyPixels(name, 300_000_000, 100_000_000),
    ];

    [Fact]
    public void Every_refusal_names_the_file_safely_and_says_what_to_do_in_one_sentence()
    {
        Assert.All(Reasons, refuse =>
        {
            var sentence = refuse("../../演练\u202E\n.jpg").Sentence;
            Assert.StartsWith("文件“演练.jpg”", sentence, StringComparison.Ordinal);
            Assert.Matches("请(?:[^；]+)$", sentence);
            Assert.Matches("未收下|不收", sentence);
            Assert.DoesNotContain('\n', sentence);
            Assert.DoesNotContain("。", sentence, StringComparison.Ordinal);
            Assert.StartsWith("刚发的文件", refuse(null).Sentence, StringComparison.Ordinal);
        });
        Assert.Equal(Reasons.Length, Reasons.Select(r => r(null).Code).Distinct().Count());
    }

    [Fact]
    public void Sizes_are_told_in_words_people_use()
    {
        Assert.Equal(
            "文件“a.jpg”有3亿像素，超过上限1亿，未收下；请缩小或截图后再发",
            IntakeRefusals.TooManyPixels("a.jpg", 300_000_000, 100_000_000).Sentence);
        Assert.Equal(
            "文件“a.mp4”太大，视频不能超过200MB，未收下；请剪短或压缩后再发",
            IntakeRefusals.TooLarge("a.mp4", MediaClass.Video, 200L << 20).Sentence);
        Assert.Equal(
            "文件“x”不是图片、视频或文档（支持JPG、PNG、WebP、HEIC图片，MP4、MOV视频，PDF、DOCX、XLSX、TXT、MD文档），未收下；请换成其中一种再发",
            IntakeRefusals.NotMedia("x").Sentence);
    }

    [Fact]
    public void A_caller_handles_both_outcomes()
    {
        IntakeOutcome taken = new Taken { Kind = MediaKind.Png, Key = BlobKey.OfHash(new byte[32]), Bytes = 5 };
        IntakeOutcome refused = IntakeRefusals.Empty("a");

        Assert.Equal("5", taken.Match(t => $"{t.Bytes}", r => r.Code));
        Assert.Equal("empty", refused.Match(t => $"{t.Bytes}", r => r.Code));
    }
}
