using System.Security.Cryptography;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Domain.Tests.Gathering;

public sealed class BlobKeyTests
{
    private const string Good = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void A_key_is_the_hash_in_lower_case_hex_and_reads_back()
    {
        var key = BlobKey.OfHash(SHA256.HashData("abc"u8));

        Assert.Equal(Good, key.Hex);
        Assert.Equal(Good, key.ToString());
        Assert.Equal(key, BlobKey.Parse(Good));
    }

    [Theory]
    [InlineData("nothing", null)]
    [InlineData("empty", "")]
    [InlineData("a digit short", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("a digit long", Good + "0")]
    [InlineData("upper case", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("no hex", "za7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("full-width digit", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a０")]
    [InlineData("a way out", "../../../../../../../../../../../../../../../../../../etc/passwd")]
    [InlineData("space before", " a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Anything_else_is_no_key(string what, string? text)
    {
        Assert.False(BlobKey.TryParse(text, out var key), what);
        Assert.Equal(default, key);
        if (text is not null)
            Assert.Throws<FormatException>(() => BlobKey.Parse(text));
    }

    [Fact]
    public void A_hash_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => BlobKey.OfHash(new byte[31]));

    [Fact]
    public void A_default_key_names_nothing()
    {
        Assert.Throws<InvalidOperationException>(() => default(BlobKey).Hex);
        Assert.Equal("", default(BlobKey).ToString());
    }
}
