namespace Bot.Domain.Gathering;

/// <summary>Width and height of a picture as it is shown, after turning it upright; each at least 1.</summary>
public readonly record struct PixelSize(int Width, int Height)
{
    /// <summary>How many pixels.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>Turned by a quarter.</summary>
    public PixelSize Turned => new(Height, Width);

    /// <inheritdoc />
    public override string ToString() => $"{Width}×{Height}";
}
