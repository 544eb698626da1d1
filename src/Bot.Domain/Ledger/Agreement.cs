using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>Whether a stated figure and a known one can be the same number, given their bounds (300余 and 315 can).</summary>
internal static class Agreement
{
    /// <summary>Whether the known figure lies inside what is stated, or the stated one inside what is known.</summary>
    public static bool Between(decimal known, Bound knownBound, decimal stated, Bound statedBound) =>
        known == stated || Allows(stated, statedBound, known) || Allows(known, knownBound, stated);

    // 300余 reaches up to the next hundred; 近300 and 约300 leave a tenth, but never more than the last digit written.
    private static bool Allows(decimal figure, Bound bound, decimal other) => bound switch
    {
        Bound.Over => figure <= other && other < figure + Unit(figure),
        Bound.Under => figure - Slack(figure) <= other && other <= figure,
        Bound.About => Math.Abs(figure - other) <= Slack(figure),
        _ => false,
    };

    private static decimal Slack(decimal figure) => Math.Min(Unit(figure), figure / 10);

    // The worth of the last digit that is not 0: 100 in 300, 10 in 120, 1000 in 12000.
    private static decimal Unit(decimal figure)
    {
        if (figure <= 0 || figure != decimal.Truncate(figure)) return 0;
        var unit = 1m;
        while (figure % (unit * 10) == 0) unit *= 10;
        return unit;
    }
}
