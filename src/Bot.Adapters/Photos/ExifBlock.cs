using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Bot.Adapters.Photos;

/// <summary>
/// What a camera writes about a photo (Exif 2.32: a TIFF structure), as far as it matters here: which way up, when, where;
/// and the same block without the where, every other byte kept.
/// </summary>
internal sealed class ExifBlock
{
    private const int EntryBytes = 12;
    private const int OrientationTag = 0x0112;
    private const int ExifTag = 0x8769;
    private const int GpsTag = 0x8825;
    private const int TakenTag = 0x9003;
    private const int DigitizedTag = 0x9004;
    private const int PaddingTag = 0xEA1C;
    private const int UndefinedType = 7;

    /// <summary>Most directories looked at: a photo has about four; a chain may run in a circle.</summary>
    private const int MostDirectories = 16;

    private readonly byte[] _tiff;
    private readonly bool _lowFirst;
    private DateTime? _digitized;
    private int _directories;

    private ExifBlock(ReadOnlySpan<byte> tiff)
    {
        _tiff = tiff.ToArray();
        _lowFirst = tiff.StartsWith("II"u8);
        if (tiff.Length < 8 || !(_lowFirst || tiff.StartsWith("MM"u8)) || UInt16(2) != 42 || !Chain(UInt32(4)))
        {
            // Nobody can say what is in it, so nothing of it is kept.
            IsChanged = tiff.ContainsAnyExcept((byte)0);
            Array.Clear(_tiff);
        }

        TakenAt ??= _digitized;
    }

    /// <summary>How the picture must be turned, 1…8; 1: not at all.</summary>
    public int Orientation { get; private set; } = 1;

    /// <summary>Whether it is shown on its side.</summary>
    public bool IsTurned => Orientation >= 5;

    /// <summary>When it was taken, by the camera's clock.</summary>
    public DateTime? TakenAt { get; private set; }

    /// <summary>Whether it told where.</summary>
    public bool HadLocation { get; private set; }

    /// <summary>Whether <see cref="Cleaned"/> differs from what was read.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The block without location, of the same length.</summary>
    public byte[] Cleaned => _tiff;

    /// <summary>Reads the block, which begins with the byte order.</summary>
    public static ExifBlock Read(ReadOnlySpan<byte> tiff) => new(tiff);

    /// <summary>Reads directory after directory; false: there is no end to them.</summary>
    private bool Chain(uint at)
    {
        while (at != 0)
        {
            if (_directories == MostDirectories)
                return false;
            var isFirst = _directories++ == 0;
            if (!Directory(at, isFirst))
                return false;
            var next = at + 2 + ((long)CountAt(at) * EntryBytes);
            at = next + 4 <= _tiff.Length && next > at + 2 ? UInt32((int)next) : 0;
        }

        return true;
    }

    /// <summary>Reads one directory and takes the location and the way to it out.</summary>
    private bool Directory(uint at, bool isFirst)
    {
        var count = CountAt(at);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)at + 2 + (i * EntryBytes);
            switch (UInt16(entry))
            {
                case GpsTag:
                    EraseGps(UInt32(entry + 8));
                    TurnIntoPadding(entry, (int)at + 2 + (count * EntryBytes));
                    i--;
                    break;
                case ExifTag:
                    if (!Chain(UInt32(entry + 8)))
                        return false;
                    break;
                case OrientationTag when isFirst && UInt16(entry + 8) is >= 1 and <= 8 and var turn:
                    Orientation = turn;
                    break;
                case TakenTag:
                    TakenAt ??= Moment(entry);
                    break;
                case DigitizedTag:
                    _digitized ??= Moment(entry);
                    break;
                default:
                    EraseIfItTells(entry);
                    break;
            }
        }

        return true;
    }

    /// <summary>Zeros the directory of the location with all its values.</summary>
    private void EraseGps(uint at)
    {
        var count = CountAt(at);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)at + 2 + (i * EntryBytes);
            // Latitude, longitude, those of the destination, name of the method, name of the area.
            HadLocation |= UInt16(entry) is 2 or 4 or 20 or 22 or 27 or 28;
            var bytes = ValueBytes(entry);
            var value = UInt32(entry + 8);
            if (bytes > 4 && value < _tiff.Length)
                _tiff.AsSpan((int)value, (int)Math.Min(bytes, _tiff.Length - value)).Clear();
        }

        if (count > 0)
            _tiff.AsSpan((int)at, Math.Min(2 + (count * EntryBytes) + 4, _tiff.Length - (int)at)).Clear();
    }

    /// <summary>
    /// Makes the entry padding. Entries are sorted by tag, so the later ones move up and it becomes the last; the directory
    /// keeps its size, and nothing that offsets point to moves.
    /// </summary>
    private void TurnIntoPadding(int entry, int entriesEnd)
    {
        IsChanged = true;
        _tiff.AsSpan((entry + EntryBytes)..entriesEnd).CopyTo(_tiff.AsSpan(entry));
        var last = _tiff.AsSpan(entriesEnd - EntryBytes, EntryBytes);
        last.Clear();
        Write16(last, PaddingTag);
        Write16(last[2..], UndefinedType);
        last[_lowFirst ? 4 : 7] = 4; // four bytes, which are zero
    }

    /// <summary>Zeros a text or maker's value that names coordinates: camera programs put them into comments as well.</summary>
    private void EraseIfItTells(int entry)
    {
        var length = ValueBytes(entry);
        var at = UInt32(entry + 8);
        if (UInt16(entry + 2) is not (1 or 2 or UndefinedType) || length <= 4 || at >= _tiff.Length)
            return;
        var value = _tiff.AsSpan((int)at, (int)Math.Min(length, _tiff.Length - at));
        if (!LocationWords.In(value))
            return;
        HadLocation = IsChanged = true;
        value.Clear();
    }

    /// <summary>How many whole entries stand there.</summary>
    private int CountAt(uint at) =>
        at >= 8 && at <= _tiff.Length - 2 ? Math.Min(UInt16((int)at), (_tiff.Length - (int)at - 2) / EntryBytes) : 0;

    private DateTime? Moment(int entry)
    {
        var at = UInt32(entry + 8);
        return ValueBytes(entry) >= 19 && at <= _tiff.Length - 19
            && DateTime.TryParseExact(
                Encoding.Latin1.GetString(_tiff, (int)at, 19), "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : null;
    }

    private long ValueBytes(int entry) => (long)UInt32(entry + 4) * UInt16(entry + 2) switch
    {
        3 or 8 => 2,
        4 or 9 or 11 or 13 => 4,
        5 or 10 or 12 => 8,
        _ => 1,
    };

    private int UInt16(int at) => _lowFirst
        ? BinaryPrimitives.ReadUInt16LittleEndian(_tiff.AsSpan(at))
        : BinaryPrimitives.ReadUInt16BigEndian(_tiff.AsSpan(at));

    private uint UInt32(int at) => _lowFirst
        ? BinaryPrimitives.ReadUInt32LittleEndian(_tiff.AsSpan(at))
        : BinaryPrimitives.ReadUInt32BigEndian(_tiff.AsSpan(at));

    private void Write16(Span<byte> to, int value)
    {
        if (_lowFirst)
            BinaryPrimitives.WriteUInt16LittleEndian(to, (ushort)value);
        else
            BinaryPrimitives.WriteUInt16BigEndian(to, (ushort)value);
    }
}
