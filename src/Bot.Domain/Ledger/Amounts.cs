namespace Bot.Domain.Ledger;

/// <summary>Which numbers can be a figure at all.</summary>
internal static class Amounts
{
    /// <summary>No unit counts this many of anything; such a number is a slip or an attack and is never booked.</summary>
    public const decimal TooLarge = 1_000_000_000_000m;

    /// <summary>Whether the number can be booked.</summary>
    public static bool Bookable(decimal value) => value is >= 0 and < TooLarge;
}
