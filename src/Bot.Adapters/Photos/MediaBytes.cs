using System.Buffers.Binary;
using System.Text;

namespace Bot.Adapters.Photos;

/// <summary>
/// Reads here and there in a file of any size through one small window. Whatever reaches past the end throws
/// <see cref="InvalidDataException"/>: the file is cut off or lies, and <see cref="MediaIntake"/> turns that into its refusal.
/// </summary>
internal sealed class MediaBytes(Stream content)
{
    /// <summary>The most that <see cref="Span"/> can give at once.</summary>
    public const int WindowBytes = 64 * 1024;

    private readonly byte[] _window = new byte[WindowBytes];
    private long _from;
    private int _held;

    /// <summary>How many bytes the file has.</summary>
    public long Length { get; } = content.Length;

    /// <summary>Some bytes; valid until the next call.</summary>
    public ReadOnlySpan<byte> Span(long at, int count)
    {
        Require(at, count);
        if (at < _from || at + count > _from + _held)
            Load(at);
        return _window.AsSpan((int)(at - _from), count);
    }

    /// <summary>What the window can show from here on: at least one byte before the end of the file, none at it.</summary>
    public ReadOnlySpan<byte> From(long at)
    {
        if (at >= Length)
            return default;
        if (at < _from || at >= _from + _held)
            Load(at);
        return _window.AsSpan((int)(at - _from), (int)(_from + _held - at));
    }

    /// <summary>Bytes to keep; more than <paramref name="most"/> throws.</summary>
    public byte[] Copy(long at, long count, int most)
    {
        Require(at, count);
        if (count > most)
            throw new InvalidDataException("A part is larger than anything of its kind.");
        var copy = new byte[count];
        content.Position = at;
        content.ReadExactly(copy);
        return copy;
    }

    /// <summary>Writes over the file, so that later reads see it.</summary>
    public void Overwrite(long at, ReadOnlySpan<byte> bytes)
    {
        content.Position = at;
        content.Write(bytes);
        _held = 0;
    }

    /// <summary>One byte.</summary>
    public byte Byte(long at) => Span(at, 1)[0];

    /// <summary>16 bits, high byte first.</summary>
    public int UInt16(long at) => BinaryPrimitives.ReadUInt16BigEndian(Span(at, 2));

    /// <summary>32 bits, high byte first.</summary>
    public uint UInt32(long at) => BinaryPrimitives.ReadUInt32BigEndian(Span(at, 4));

    /// <summary>64 bits, high byte first, as a length or place in a file; larger than any file throws.</summary>
    public long Int64(long at)
    {
        var value = BinaryPrimitives.ReadInt64BigEndian(Span(at, 8));
        return value >= 0 ? value : throw new InvalidDataException("A length is larger than any file.");
    }

    /// <summary>16 bits, low byte first.</summary>
    public int UInt16Low(long at) => BinaryPrimitives.ReadUInt16LittleEndian(Span(at, 2));

    /// <summary>32 bits, low byte first.</summary>
    public uint UInt32Low(long at) => BinaryPrimitives.ReadUInt32LittleEndian(Span(at, 4));

    /// <summary>Four bytes as letters, one to one.</summary>
    public string FourLetters(long at) => Encoding.Latin1.GetString(Span(at, 4));

    /// <summary>Whether these bytes stand here; false past the end.</summary>
    public bool Has(long at, ReadOnlySpan<byte> what) => at >= 0 && at + what.Length <= Length && Span(at, what.Length).SequenceEqual(what);

    private void Require(long at, long count)
    {
        if (at < 0 || count < 0 || at > Length - count)
            throw new InvalidDataException("The file ends too early.");
    }

    private void Load(long at)
    {
        content.Position = _from = at;
        _held = content.ReadAtLeast(_window, _window.Length, throwOnEndOfStream: false);
    }
}
