using System.Numerics;

namespace Bot.Adapters.Photos;

/// <summary>
/// What a photo looks like in 128 bits: which of its slow changes of brightness (the low frequencies of a 32 × 32 grey picture) lie
/// above their middle. Saving it anew, another size or another format changes a few of them; another photo changes about half.
/// </summary>
/// <param name="High">The first 64 bits.</param>
/// <param name="Low">The other 64.</param>
internal readonly record struct PhotoPrint(ulong High, ulong Low)
{
    /// <summary>The side of the grey picture.</summary>
    public const int Side = 32;

    /// <summary>Two photos that differ in no more bits are held to be nearly the same.</summary>
    public const int Near = 10;

    private const int Bits = 128;
    private static readonly double[,] Waves = WavesOf();
    private static readonly (int X, int Y)[] Lowest = LowestOf();

    /// <summary>The print of a grey picture, row by row.</summary>
    public static PhotoPrint Of(ReadOnlySpan<byte> grey)
    {
        if (grey.Length != Side * Side)
            throw new ArgumentException("A print is made of 32 × 32 grey points.", nameof(grey));
        var frequencies = Transform(grey);
        var values = Array.ConvertAll(Lowest, at => frequencies[at.Y, at.X]);
        var middle = values.Order().ElementAt(Bits / 2);
        var (high, low) = (0UL, 0UL);
        for (var i = 0; i < Bits; i++)
        {
            if (values[i] <= middle)
                continue;
            if (i < 64)
                high |= 1UL << i;
            else
                low |= 1UL << (i - 64);
        }

        return new PhotoPrint(high, low);
    }

    /// <summary>In how many bits they differ.</summary>
    public int Distance(PhotoPrint other) => BitOperations.PopCount(High ^ other.High) + BitOperations.PopCount(Low ^ other.Low);

    // By rows, then by columns; only the slowest are needed.
    private static double[,] Transform(ReadOnlySpan<byte> grey)
    {
        const int Kept = 16;
        var rows = new double[Side, Kept];
        for (var y = 0; y < Side; y++)
        {
            for (var u = 0; u < Kept; u++)
            {
                var sum = 0.0;
                for (var x = 0; x < Side; x++)
                    sum += grey[y * Side + x] * Waves[u, x];
                rows[y, u] = sum;
            }
        }

        var both = new double[Kept, Kept];
        for (var v = 0; v < Kept; v++)
        {
            for (var u = 0; u < Kept; u++)
            {
                var sum = 0.0;
                for (var y = 0; y < Side; y++)
                    sum += rows[y, u] * Waves[v, y];
                both[v, u] = sum;
            }
        }

        return both;
    }

    private static double[,] WavesOf()
    {
        var waves = new double[Side, Side];
        for (var u = 0; u < Side; u++)
        {
            for (var x = 0; x < Side; x++)
                waves[u, x] = Math.Cos(Math.PI * u * (2 * x + 1) / (2.0 * Side));
        }

        return waves;
    }

    // The slowest first, without the one that is the brightness of the whole.
    private static (int X, int Y)[] LowestOf() =>
        [.. (from y in Enumerable.Range(0, 16) from x in Enumerable.Range(0, 16) where x + y > 0 orderby x + y, y select (x, y)).Take(Bits)];
}
