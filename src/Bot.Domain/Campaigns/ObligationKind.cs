namespace Bot.Domain.Campaigns;

/// <summary>What kind of thing must be handed in (plans/README.md, <c>kind</c>).</summary>
public enum ObligationKind
{
    /// <summary>Name a liaison, hand in the liaison form.</summary>
    Liaison,

    /// <summary>Photos, videos, texts, good practice during the campaign.</summary>
    Material,

    /// <summary>A recurring progress report.</summary>
    Progress,

    /// <summary>The closing summary report.</summary>
    Summary,

    /// <summary>The statistics table.</summary>
    Statistics,

    /// <summary>The unit's own plan.</summary>
    Plan,

    /// <summary>Anything else that must be handed in.</summary>
    Other,
}
