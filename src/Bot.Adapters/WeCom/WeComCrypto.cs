using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Adapters.WeCom;

/// <summary>
/// Signature and cipher of WeCom's callbacks (developer.work.weixin.qq.com/document/path/90968): AES-256-CBC over 16 random bytes, the length, the
/// message and the receiver, padded to 32 bytes. .NET's own padding ends at 16 and would throw, so it is put on and taken off here.
/// </summary>
internal sealed class WeComCrypto
{
    private const int Block = 32;
    private const int Random = 16;
    private const int Head = Random + 4;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string token;
    private readonly byte[] key;
    private readonly string receiver;

    /// <summary>The cipher of one callback.</summary>
    /// <param name="token">The token chosen in the admin console.</param>
    /// <param name="encodingAesKey">The 43 characters beside it.</param>
    /// <param name="receiver">To whom messages are addressed: the corp id for an application, nobody for an AI bot.</param>
    /// <exception cref="FormatException">The key is none.</exception>
    public WeComCrypto(string token, string encodingAesKey, string receiver)
    {
        (this.token, this.receiver) = (token, receiver);
        key = Key(encodingAesKey) ?? throw new FormatException("An EncodingAESKey has 43 letters and digits.");
    }

    /// <summary>The key behind 43 characters, or a media key with or without its padding; null: it is none.</summary>
    public static byte[]? Key(string text)
    {
        var full = text.TrimEnd('=');
        full = full.PadRight((full.Length + 3) / 4 * 4, '=');
        var bytes = new byte[48];
        return full.Length == 44 && Convert.TryFromBase64String(full, bytes, out var count) && count == Block ? bytes[..Block] : null;
    }

    /// <summary>What a callback must be signed with.</summary>
    public string Sign(string timestamp, string nonce, string encrypt)
    {
        string[] parts = [token, timestamp, nonce, encrypt];
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // The platform signs with SHA-1.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    /// <summary>Verifies and opens what came.</summary>
    public WeComOpened Open(string signature, string timestamp, string nonce, string encrypt)
    {
        var expected = Encoding.ASCII.GetBytes(Sign(timestamp, nonce, encrypt));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)) ? Decrypt(encrypt) : new WeComOpened.Refused(WeComOpened.WrongSignature);
    }

    /// <summary>Opens what came, without looking at a signature.</summary>
    public WeComOpened Decrypt(string encrypt)
    {
        var bytes = new byte[(encrypt.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(encrypt, bytes, out var count)) return new WeComOpened.Refused(WeComOpened.NoBase64);
        if (count == 0 || count % Block != 0 || Unpadded(Cbc(bytes.AsSpan(0, count), key)) is not { } plain) return new WeComOpened.Refused(WeComOpened.NotDecrypted);
        if (plain.Length < Head) return new WeComOpened.Refused(WeComOpened.BadBlock);
        var length = BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan(Random));
        if (length > plain.Length - Head) return new WeComOpened.Refused(WeComOpened.BadBlock);
        try
        {
            var message = Strict.GetString(plain.AsSpan(Head, (int)length));
            return Strict.GetString(plain.AsSpan(Head + (int)length)) == receiver ? new WeComOpened.Message(message) : new WeComOpened.Refused(WeComOpened.WrongReceiver);
        }
        catch (DecoderFallbackException)
        {
            return new WeComOpened.Refused(WeComOpened.BadBlock);
        }
    }

    /// <summary>Closes what goes out.</summary>
    public string Encrypt(string message) => Encrypt(message, RandomNumberGenerator.GetBytes(Random));

    /// <summary>Closes what goes out, with given bytes in front.</summary>
    public string Encrypt(string message, ReadOnlySpan<byte> random)
    {
        var (text, to) = (Encoding.UTF8.GetBytes(message), Encoding.UTF8.GetBytes(receiver));
        var length = Head + text.Length + to.Length;
        var block = new byte[length + Block - (length % Block)];
        random[..Random].CopyTo(block);
        BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(Random), (uint)text.Length);
        text.CopyTo(block, Head);
        to.CopyTo(block, Head + text.Length);
        block.AsSpan(length).Fill((byte)(block.Length - length));
        using var aes = Aes.Create();
        aes.Key = key;
        return Convert.ToBase64String(aes.EncryptCbc(block, key.AsSpan(0, Random), PaddingMode.None));
    }

    /// <summary>The file behind a media download, closed with this callback's key; null: it is none.</summary>
    public byte[]? OpenMedia(byte[] content) => OpenMedia(content, key);

    /// <summary>The file behind a media download; null: it is none.</summary>
    /// <param name="content">What was downloaded.</param>
    /// <param name="key">Its key.</param>
    public static byte[]? OpenMedia(byte[] content, byte[] key) =>
        content.Length == 0 || content.Length % Block != 0 ? null : Unpadded(Cbc(content, key));

    private static byte[] Cbc(ReadOnlySpan<byte> content, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(content, key.AsSpan(0, Random), PaddingMode.None);
    }

    // Null: its end is no padding.
    private static byte[]? Unpadded(byte[] padded)
    {
        var count = padded[^1];
        return count is < 1 or > Block || count > padded.Length || padded.AsSpan(padded.Length - count).ContainsAnyExcept(count) ? null : padded[..^count];
    }
}
