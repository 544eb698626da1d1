namespace Bot.Domain.Dues;

/// <summary>How a due stands.</summary>
public enum DueState
{
    /// <summary>Nothing met it yet, whether its deadline is ahead or past.</summary>
    Open,

    /// <summary>Met by what was said up to its deadline.</summary>
    Met,

    /// <summary>Met by what was said after its deadline.</summary>
    Late,

    /// <summary>Not asked of this unit (免报), with a reason.</summary>
    Excused,
}
