namespace Bot.Domain.Reading;

/// <summary>What a blank of a form asks for.</summary>
internal enum SlotRole
{
    /// <summary>How often: 场, 次.</summary>
    Sessions,

    /// <summary>How many people took part.</summary>
    Attendance,

    /// <summary>How many people it reached.</summary>
    Audience,

    /// <summary>People of a kind of its own: 结业, 领导干部.</summary>
    Persons,

    /// <summary>How many things.</summary>
    Count,

    /// <summary>A part of the figure before: 其中企业.</summary>
    Part,

    /// <summary>A yes/no box.</summary>
    YesNo,
}
