namespace Bot.Domain.Checking;

/// <summary>What can be answered to a remark. The names are stored; they are never renamed.</summary>
public enum Answer
{
    /// <summary>对: it is as booked.</summary>
    Right,

    /// <summary>不对: what was booked is taken back.</summary>
    Wrong,

    /// <summary>A number, for a vague figure.</summary>
    Number,

    /// <summary>同一场: the later figures replace the earlier ones.</summary>
    SameTakeLater,

    /// <summary>同一场: the earlier figures stay.</summary>
    SameKeepFirst,

    /// <summary>另一场: both count.</summary>
    Another,

    /// <summary>以此为准: the stated total counts, though it is below what is known.</summary>
    Adopt,

    /// <summary>写错了, 不用记: what waits is dropped.</summary>
    Dismiss,

    /// <summary>按新增记入: a correction that found nothing is booked as a report.</summary>
    BookAsNew,
}
