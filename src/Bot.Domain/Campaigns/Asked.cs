namespace Bot.Domain.Campaigns;

/// <summary>What a hand-in must consist of.</summary>
[Flags]
public enum Asked
{
    /// <summary>Nothing in particular.</summary>
    Nothing = 0,

    /// <summary>Words.</summary>
    Words = 1,

    /// <summary>Photos.</summary>
    Photos = 2,

    /// <summary>Video.</summary>
    Video = 4,

    /// <summary>A paper copy.</summary>
    Paper = 8,

    /// <summary>A scan with the unit's stamp.</summary>
    StampedScan = 16,
}
