namespace Bot.Adapters.Photos;

/// <summary>A change in place that leaves a file's length as it is.</summary>
/// <param name="At">Where.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Bytes">What to; null: zeros.</param>
internal readonly record struct Edit(long At, long Length, byte[]? Bytes)
{
    private static readonly byte[] Zeros = new byte[32 * 1024];

    /// <summary>Zeros.</summary>
    public static Edit Erase(long at, long length) => new(at, length, null);

    /// <summary>Other bytes.</summary>
    public static Edit Put(long at, byte[] bytes) => new(at, bytes.Length, bytes);

    /// <summary>Makes the change.</summary>
    public void Apply(MediaBytes file)
    {
        if (Bytes is not null)
        {
            file.Overwrite(At, Bytes);
            return;
        }

        for (var done = 0L; done < Length; done += Zeros.Length)
            file.Overwrite(At + done, Zeros.AsSpan(0, (int)Math.Min(Zeros.Length, Length - done)));
    }
}
