namespace Bot.Domain.Checking;

/// <summary>What a check found (design §2, step 5). The names are stored; they are never renamed.</summary>
public enum CheckCode
{
    /// <summary>People took part in something nobody named.</summary>
    AttendanceWithoutActivity,

    /// <summary>The value is far from the unit's own and its peers' history.</summary>
    FarFromPeers,

    /// <summary>The day lies outside the campaign.</summary>
    DayOutsideCampaign,

    /// <summary>The day lies in the future.</summary>
    DayInFuture,

    /// <summary>A photo was handed in before.</summary>
    RepeatedPhoto,

    /// <summary>The text equals another unit's.</summary>
    NeighbourText,

    /// <summary>The text names another unit.</summary>
    OtherUnitNamed,

    /// <summary>The text names another year.</summary>
    OtherYearNamed,

    /// <summary>A cumulative figure is below what is known: not booked.</summary>
    BelowKnown,

    /// <summary>A vague figure: not booked.</summary>
    Vague,

    /// <summary>A correction without anything to correct: not booked.</summary>
    NothingToCorrect,

    /// <summary>Two reporters of one unit disagree: not booked.</summary>
    Conflict,

    /// <summary>A like activity of the same day is known with other figures; booked.</summary>
    SameDayOtherFigures,

    /// <summary>Reported for the unit by somebody else; booked, waits for 对 or 不对.</summary>
    Transcribed,

    /// <summary>A language model takes a left-over figure to belong into this blank: not booked unless a person says so.</summary>
    Proposed,
}
