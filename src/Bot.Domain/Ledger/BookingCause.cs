namespace Bot.Domain.Ledger;

/// <summary>Why a booking was made. The names are stored; they are never renamed.</summary>
public enum BookingCause
{
    /// <summary>A report said so.</summary>
    Report,

    /// <summary>A correction (更正) changed an earlier figure.</summary>
    Correction,

    /// <summary>A cumulative figure exceeded what was known (补差), or a late report was taken out of that difference.</summary>
    CumulativeDifference,

    /// <summary>A report was taken back (撤回), or edited away.</summary>
    Retraction,

    /// <summary>A clerk or coordinator reported for the unit (转录).</summary>
    Transcription,

    /// <summary>The office adjusted the figure (核增/核减), with a name and a reason.</summary>
    Adjustment,
}
