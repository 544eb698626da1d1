namespace Bot.Domain.Campaigns;

/// <summary>Where a form comes from.</summary>
public enum FormOrigin
{
    /// <summary>Printed in the plan.</summary>
    Plan,

    /// <summary>Made by us from the plan's activities, because the plan prints no table.</summary>
    Ours,
}
