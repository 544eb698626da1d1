using System.Security.Cryptography;
using System.Text;
using Bot.Adapters.WeCom;
using Xunit;

namespace Bot.Adapters.Tests.WeCom;

/// <summary>Signature and cipher against published vectors, and what must be turned away.</summary>
public sealed class WeComCryptoTests
{
    private const string Echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
    private const string EchoSignature = "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3";
    private const string Corp = "wx5823bf96d3bd56c7";
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static readonly byte[] Given = Encoding.ASCII.GetBytes("aaaabbbbccccdddd");

    private static WeComCrypto Official(string receiver = Corp) => new("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", receiver);

    private static WeComCrypto Ours(string receiver = "") => new("pamtest", Key, receiver);

    [Fact]
    public void The_official_url_check_is_answered()
    {
        Assert.Equal(EchoSignature, Official().Sign("1409659589", "263014780", Echo));
        Assert.Equal("1616140317555161061", Message(Official().Open(EchoSignature, "1409659589", "263014780", Echo)));
    }

    [Fact]
    public void The_official_message_is_read()
    {
        const string Encrypted =
            "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLx" +
            "AUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/u" +
            "h9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";
        var xml = Message(Official().Open("477715d11cdb4164915debcba66cb864d751f3e6", "1409659813", "1372623149", Encrypted));
        Assert.Equal(284, Encoding.UTF8.GetByteCount(xml));
        Assert.Contains("<MsgId>4561255354251345929</MsgId>", xml, StringComparison.Ordinal);
    }

    /// <summary>What is closed with given bytes in front comes out to the byte, and opens again.</summary>
    [Theory]
    [InlineData("chinese", "wxb11529c136998cb6", "我是中文abcd123", "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==", "1409304348", "xxxxxx", "82c962d39941aa48552f90ef55aa323dc620cc10")]
    [InlineData("a bot's answer", "", """{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"已收录"}}""", "jn1L23DB+6ELqJ+6bruv28hXhy+3Fh4k2KN94rueHmuc3qC7njn4WD+njsSdtNW3tJ3ETc7BapOsNITy7z/LwOB+sBBaHH7GNYaCFFGhPFuijXsLjmuTz3JdLDGernCzQn7cQULbQ6pI6mFIajJhRic5GIT5p9JgBU9WLtINtFo=", "1735689600", "n0nce", "cc6024c988a46a1a3d4252a75bd46f94c9bf2043")]
    [InlineData("a whole block of padding", "", "xxxxxxxxxxxx", "jn1L23DB+6ELqJ+6bruv26uGWpjMs1NdQ8HB3xhsNXHqFBp51xHUR20hRMMpBRRmvd7bw1Efq5pwVtI3retPPA==", "1", "n", null)]
    public void Vectors_come_out_to_the_byte(string label, string receiver, string text, string encrypted, string timestamp, string nonce, string? signature)
    {
        Assert.NotEmpty(label);
        Assert.Equal(encrypted, Ours(receiver).Encrypt(text, Given));
        if (signature is not null) Assert.Equal(signature, Ours(receiver).Sign(timestamp, nonce, encrypted));
        Assert.Equal(text, Message(Ours(receiver).Open(Ours(receiver).Sign(timestamp, nonce, encrypted), timestamp, nonce, encrypted)));
    }

    [Fact]
    public void A_group_message_of_a_bot_is_read()
    {
        Assert.Equal(Vectors.MixedSignature, Ours().Sign(Vectors.MixedTimestamp, Vectors.MixedNonce, Vectors.Mixed));
        var text = Message(Ours().Open(Vectors.MixedSignature, Vectors.MixedTimestamp, Vectors.MixedNonce, Vectors.Mixed));
        Assert.Equal(400, Encoding.UTF8.GetByteCount(text));
        Assert.Contains("\"chatid\":\"wrCHAT1\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_media_file_is_opened_and_what_is_none_is_not()
    {
        var closed = Convert.FromHexString("8c9bc0a553a1f2bd6b93b8988836c746912f70ec79158383f861d3cd3c1f939e");
        Assert.Equal(Convert.FromHexString("ffd8ffe0010203040506ffd9"), Ours().OpenMedia(closed));
        Assert.Equal(Convert.FromHexString("ffd8ffe0010203040506ffd9"), WeComCrypto.OpenMedia(closed, WeComCrypto.Key(Key)!));
        Assert.Null(Ours().OpenMedia("<?xml version=\"1.0\"?><Error/>......"u8.ToArray()));
        Assert.Null(Ours().OpenMedia(new byte[64]));
        Assert.Null(Ours().OpenMedia([]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(60)]
    public void One_changed_sign_of_the_cipher_breaks_the_signature(int at)
    {
        var changed = Echo[..at] + (Echo[at] == 'A' ? 'B' : 'A') + Echo[(at + 1)..];
        Assert.Equal(WeComOpened.WrongSignature, Code(Official().Open(EchoSignature, "1409659589", "263014780", changed)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5C45FF5E21C57E6AD56BAC8758B79B1D9AC89FD3")]
    [InlineData("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd4")]
    public void A_wrong_signature_is_refused(string signature) =>
        Assert.Equal(WeComOpened.WrongSignature, Code(Official().Open(signature, "1409659589", "263014780", Echo)));

    [Fact]
    public void A_plus_read_as_a_blank_breaks_the_signature() =>
        Assert.Equal(WeComOpened.WrongSignature, Code(Official().Open(EchoSignature, "1409659589", "263014780", Echo.Replace('+', ' '))));

    [Theory]
    [InlineData("")]
    [InlineData("wx5823bf96d3bd56c8")]
    public void A_message_to_somebody_else_is_refused(string receiver) =>
        Assert.Equal(WeComOpened.WrongReceiver, Code(Official(receiver).Open(EchoSignature, "1409659589", "263014780", Echo)));

    [Fact]
    public void A_message_to_nobody_is_refused_where_a_corporation_is_expected() =>
        Assert.Equal(WeComOpened.WrongReceiver, Code(Ours("wx1").Decrypt(Ours().Encrypt("x"))));

    /// <summary>The end of a block that no padding has: refused, not thrown.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    [InlineData(255)]
    [InlineData(2)]
    public void A_last_byte_that_is_no_padding_is_refused(byte last)
    {
        var block = new byte[64];
        block[19] = 4;
        block[^1] = last;
        Assert.Equal(WeComOpened.NotDecrypted, Code(Ours().Decrypt(Closed(block))));
    }

    [Theory]
    [InlineData(13u)]
    [InlineData(0x7fffffffu)]
    [InlineData(0xffffffffu)]
    public void A_length_beyond_the_block_is_refused(uint length)
    {
        var block = Enumerable.Repeat((byte)32, 64).ToArray();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(16), length);
        Assert.Equal(WeComOpened.BadBlock, Code(Ours().Decrypt(Closed(block))));
    }

    [Theory]
    [InlineData("", WeComOpened.NotDecrypted)]
    [InlineData("%%%%", WeComOpened.NoBase64)]
    [InlineData("YWJj", WeComOpened.NotDecrypted)]
    public void What_is_no_cipher_is_refused(string encrypted, int code) => Assert.Equal(code, Code(Ours().Decrypt(encrypted)));

    [Theory]
    [InlineData("abc", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG=", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF!", false)]
    public void A_key_has_forty_three_letters_with_or_without_padding(string key, bool isOne) => Assert.Equal(isOne, WeComCrypto.Key(key) is { Length: 32 });

    private static string Closed(byte[] block)
    {
        using var aes = Aes.Create();
        aes.Key = WeComCrypto.Key(Key)!;
        return Convert.ToBase64String(aes.EncryptCbc(block, aes.Key.AsSpan(0, 16), PaddingMode.None));
    }

    private static string Message(WeComOpened opened) => Assert.IsType<WeComOpened.Message>(opened).Text;

    private static int Code(WeComOpened opened) => Assert.IsType<WeComOpened.Refused>(opened).Code;
}
