namespace Bot.Domain.Reading;

/// <summary>What a measure word counts (Data/measures.txt).</summary>
internal enum MeasureClass
{
    /// <summary>Things: 张, 块, 处.</summary>
    Thing,

    /// <summary>People and times people came: 人, 人次.</summary>
    People,

    /// <summary>Occurrences: 场, 次.</summary>
    Session,

    /// <summary>Time spent: 分钟, 天.</summary>
    Duration,

    /// <summary>Shares: %, 倍.</summary>
    Percent,

    /// <summary>Money.</summary>
    Money,

    /// <summary>Sizes, weights, distances, ages.</summary>
    Size,

    /// <summary>Part of an address: nothing is counted.</summary>
    Address,

    /// <summary>A rank or version: nothing is counted.</summary>
    Ordinal,
}
