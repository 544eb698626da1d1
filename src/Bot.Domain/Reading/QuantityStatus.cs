namespace Bot.Domain.Reading;

/// <summary>Whether a quantity took place.</summary>
public enum QuantityStatus
{
    /// <summary>It did.</summary>
    Done,

    /// <summary>It is intended.</summary>
    Planned,

    /// <summary>It was cancelled or did not happen.</summary>
    NotDone,

    /// <summary>It belongs to an earlier year.</summary>
    Earlier,
}
