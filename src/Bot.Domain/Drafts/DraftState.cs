namespace Bot.Domain.Drafts;

/// <summary>What became of a plan handed in.</summary>
public enum DraftState
{
    /// <summary>It is looked through and corrected.</summary>
    Draft,

    /// <summary>A campaign was made of it.</summary>
    Activated,

    /// <summary>It was put away.</summary>
    Discarded,
}
