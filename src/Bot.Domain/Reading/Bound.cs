namespace Bot.Domain.Reading;

/// <summary>How a stated number stands to the true one (corpus/README.md, rule 4).</summary>
public enum Bound
{
    /// <summary>Exactly so.</summary>
    Exact,

    /// <summary>余, 多, 以上, 超过: the true number is higher.</summary>
    Over,

    /// <summary>近, 不足, 将近: the true number is lower.</summary>
    Under,

    /// <summary>约, 左右, 上下: either.</summary>
    About,
}
