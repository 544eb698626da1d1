namespace Bot.Domain.Reading;

/// <summary>Whether what a clause tells took place.</summary>
internal enum ClauseStatus
{
    /// <summary>It did, as far as the words go.</summary>
    Done,

    /// <summary>Intended, ordered, wished.</summary>
    Planned,

    /// <summary>Cancelled, put off, not held.</summary>
    NotDone,

    /// <summary>In an earlier year.</summary>
    Earlier,

    /// <summary>A standing fact beside what is reported.</summary>
    Background,
}
