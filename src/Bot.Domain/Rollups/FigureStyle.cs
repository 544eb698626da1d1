namespace Bot.Domain.Rollups;

/// <summary>How an office wants figures written into its forms. The ledger and the tables for computing keep everything.</summary>
public sealed record FigureStyle
{
    /// <summary>What nobody chose otherwise: words of bounds stand, blanks without a figure stay blank.</summary>
    public static FigureStyle Default { get; } = new();

    /// <summary>Whether 约, 近, 余 and 以上 stand with a figure; otherwise the bare number.</summary>
    public bool Bounds { get; init; } = true;

    /// <summary>What stands in a blank nobody gave a figure for.</summary>
    public EmptyBlank Empty { get; init; }

    /// <summary>A figure.</summary>
    public string Write(RollupCell cell, string blank)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Value is { } value ? Bounds ? FigureText.Write(value, cell.Bound) : FigureText.Number(value) : blank;
    }
}

/// <summary>What stands in a blank without a figure. Only where a unit reported at all: who did not is never written down as nothing.</summary>
public enum EmptyBlank
{
    /// <summary>The blank, as printed.</summary>
    Blank,

    /// <summary>0.</summary>
    Zero,

    /// <summary>／.</summary>
    Stroke,
}
