namespace Bot.Domain.Ledger;

/// <summary>Whose activity it is.</summary>
public enum ActivityScope
{
    /// <summary>The unit's own.</summary>
    Own,

    /// <summary>The unit took part in, or held jointly (参加, 联合).</summary>
    Joint,

    /// <summary>The figures include the units below (含下级).</summary>
    IncludesChildren,
}
