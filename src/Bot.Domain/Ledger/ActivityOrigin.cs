namespace Bot.Domain.Ledger;

/// <summary>What kind of statement an activity record holds.</summary>
public enum ActivityOrigin
{
    /// <summary>An activity that was reported.</summary>
    Reported,

    /// <summary>A statement of totals so far; its figures are what remains of the difference to what was known (补差).</summary>
    Cumulative,

    /// <summary>Reported for the unit by somebody else (转录).</summary>
    Transcribed,
}
