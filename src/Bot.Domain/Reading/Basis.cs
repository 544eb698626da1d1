namespace Bot.Domain.Reading;

/// <summary>Whether the numbers of a report are new, or totals so far.</summary>
public enum Basis
{
    /// <summary>New since the last report.</summary>
    Incremental,

    /// <summary>Totals so far (截至目前, 累计, 本月以来共).</summary>
    Cumulative,
}
