namespace Bot.Domain.Organisation;

/// <summary>What a person may do in an office.</summary>
public enum Role
{
    /// <summary>Is known, may read along.</summary>
    Guest,

    /// <summary>Reports for units.</summary>
    Liaison,

    /// <summary>Runs campaigns for a subtree of units.</summary>
    Admin,

    /// <summary>Runs the office.</summary>
    Owner,
}
