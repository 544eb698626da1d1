namespace Bot.Domain.Ledger;

/// <summary>What happened to a submission.</summary>
public enum SubmissionChange
{
    /// <summary>It is new.</summary>
    New,

    /// <summary>Its text was edited: the new reading supersedes the former one.</summary>
    Edited,

    /// <summary>Its message was withdrawn on a platform where that counts.</summary>
    Withdrawn,
}
