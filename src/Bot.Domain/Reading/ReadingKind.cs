namespace Bot.Domain.Reading;

/// <summary>What a message is meant as (corpus/README.md, Kind).</summary>
public enum ReadingKind
{
    /// <summary>Must leave no record: chat, 收到, notices, forwarded news, plans for later.</summary>
    Other,

    /// <summary>Says that activities took place, or is a zero report.</summary>
    Report,

    /// <summary>Changes numbers given earlier.</summary>
    Correction,

    /// <summary>Withdraws an earlier report.</summary>
    Retraction,

    /// <summary>Gives the unit's liaison.</summary>
    Registration,

    /// <summary>Asks for a figure, progress, who is missing, a deadline, the form.</summary>
    Query,
}
