using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Bot.Domain.Gathering;

/// <summary>The name of stored content: its SHA-256 as 64 lower-case hexadecimal digits. Equal content has one key.</summary>
public readonly record struct BlobKey
{
    /// <summary>How many bytes a SHA-256 has.</summary>
    public const int HashBytes = 32;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly string? _hex;

    private BlobKey(string hex) => _hex = hex;

    /// <summary>The 64 digits.</summary>
    /// <exception cref="InvalidOperationException">The key is <c>default</c> and names nothing.</exception>
    public string Hex => _hex ?? throw new InvalidOperationException("A default blob key names nothing.");

    /// <summary>The key of content with this hash.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static BlobKey OfHash(ReadOnlySpan<byte> sha256) =>
        sha256.Length == HashBytes
            ? new BlobKey(Convert.ToHexStringLower(sha256))
            : throw new ArgumentException($"A SHA-256 has {HashBytes} bytes, not {sha256.Length}.", nameof(sha256));

    /// <summary>Reads a key as it was written; anything but 64 lower-case hexadecimal digits is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BlobKey key)
    {
        var good = text is { Length: HashBytes * 2 } && !text.AsSpan().ContainsAnyExcept(HexDigits);
        key = good ? new BlobKey(text!) : default;
        return good;
    }

    /// <summary>Reads a key that is known to be one, such as from our own database.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static BlobKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException("A blob key is 64 lower-case hexadecimal digits.");

    /// <inheritdoc />
    public override string ToString() => _hex ?? "";
}
