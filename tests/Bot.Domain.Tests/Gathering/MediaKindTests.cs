using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Domain.Tests.Gathering;

public sealed class MediaKindTests
{
    [Fact]
    public void Every_kind_has_its_class_type_and_ending()
    {
        var kinds = Enum.GetValues<MediaKind>();

        Assert.Equal(kinds.Length, kinds.Select(k => k.ContentType()).Distinct().Count());
        Assert.All(kinds, k => Assert.True(k.HasExtension(k.Extension().ToUpperInvariant())));
        Assert.All(kinds, k => Assert.StartsWith(
            k.Class() switch { MediaClass.Photo => "image/", MediaClass.Video => "video/", _ => k == MediaKind.Text ? "text/plain" : "application/" },
            k.ContentType(),
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MediaKind.Jpeg, ".jpeg", true)]
    [InlineData(MediaKind.Mp4, ".MOV", true)]
    [InlineData(MediaKind.Jpeg, ".exe", false)]
    [InlineData(MediaKind.Docx, ".docm", false)]
    [InlineData(MediaKind.Pdf, "", false)]
    [InlineData(MediaKind.Text, ".MD", true)]
    [InlineData(MediaKind.Text, ".html", false)]
    public void Endings_suit_their_kind(MediaKind kind, string ending, bool suits) =>
        Assert.Equal(suits, kind.HasExtension(ending));

    [Fact]
    public void A_kind_outside_the_set_is_never_served() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((MediaKind)99).ContentType());
}
