namespace Bot.Domain.Dues;

/// <summary>So many of so many, kept exact; it always carries its denominator.</summary>
/// <param name="Part">How many.</param>
/// <param name="Of">Of how many; 0: nothing was asked, there is no rate.</param>
public readonly record struct Rate(int Part, int Of)
{
    /// <summary>
    /// The percentage with one decimal; null: nothing was asked. What is not all never rounds up to 100, what is something
    /// never down to 0.
    /// </summary>
    public decimal? Percent => this switch
    {
        { Of: 0 } => null,
        { Part: 0 } => 0m,
        _ when Part == Of => 100m,
        _ => Math.Clamp(Math.Round(100m * Part / Of, 1, MidpointRounding.AwayFromZero), 0.1m, 99.9m),
    };
}
