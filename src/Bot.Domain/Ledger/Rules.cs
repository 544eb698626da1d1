namespace Bot.Domain.Ledger;

/// <summary>The names of the ledger's own rules, as bookings keep them. They are stored and never renamed.</summary>
internal static class Rules
{
    /// <summary>A report about an earlier day, taken out of a cumulative difference.</summary>
    public const string LateReport = "late-report";

    /// <summary>What a late report had taken, given back because the report shrank.</summary>
    public const string GivenBack = "given-back";

    /// <summary>A report taken back in words.</summary>
    public const string Retraction = "retraction";

    /// <summary>A report edited away, or withdrawn on its platform.</summary>
    public const string Edit = "edit";

    /// <summary>A correction that outlived an edit of the report it corrects.</summary>
    public const string KeptCorrection = "kept-correction";

    /// <summary>An answer to a question of the bot.</summary>
    public const string Answer = "answer";
}
