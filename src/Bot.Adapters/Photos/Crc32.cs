namespace Bot.Adapters.Photos;

/// <summary>The checksum of PNG and ZIP (ISO 3309, polynomial EDB88320).</summary>
internal static class Crc32
{
    /// <summary>The checksum of nothing, to begin with.</summary>
    public const uint Start = 0;

    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum after more bytes.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        crc = ~crc;
        foreach (var b in bytes)
            crc = table[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            table[i] = value;
        }

        return table;
    }
}
