using System.Security.Cryptography;
using Amazon.S3;

namespace Bot.Adapters.Blobs;

/// <summary>What every S3-compatible store sums a request's body with: it refuses a body that came differently, and says its own sum.</summary>
internal readonly record struct PartSum
{
    private readonly byte[] _md5;

    private PartSum(byte[] md5) => _md5 = md5;

    /// <summary>As the request carries it.</summary>
    public string Base64 => Convert.ToBase64String(_md5);

    /// <summary>The sum of a body.</summary>
#pragma warning disable CA5351, CA1850 // Against lines that flip bits, as the protocol has it; the content's name is its SHA-256.
    public static PartSum Of(ReadOnlySpan<byte> body) => new(MD5.HashData(body));
#pragma warning restore CA5351, CA1850

    /// <summary>What is to be thrown when the store got something else.</summary>
    public static IOException Changed() => new("The S3 store received other bytes than were sent; nothing was kept.");

    /// <summary>False: the store says that it got something else. With a key of its own it says nothing about the body.</summary>
    public bool IsSaidBy(string? etag, ServerSideEncryptionMethod? encryption)
    {
        var said = etag?.Trim('"');
        return said is not { Length: 32 }
            || (encryption is not null && encryption != ServerSideEncryptionMethod.None && encryption != ServerSideEncryptionMethod.AES256)
            || string.Equals(said, Convert.ToHexString(_md5), StringComparison.OrdinalIgnoreCase);
    }
}
