using Bot.Domain.Gathering;

namespace Bot.Domain.Dues;

/// <summary>What becomes of a due when a submission is decided: met, late, or open again.</summary>
/// <param name="Due">The due as it is afterwards: state, met by, met at. One that is not known yet (per activity) is added.</param>
public sealed record DueChange(Due Due);

/// <summary>What a submission meant for the dues of one unit, for the receipt.</summary>
public abstract record DueOutcome
{
    private DueOutcome() { }

    /// <summary>It meets this due; <paramref name="Missing"/>: what was asked for and did not come with it (photos …).</summary>
    public sealed record Meets(Due Due, Campaigns.Asked Missing) : DueOutcome;

    /// <summary>It meets nothing now, but this overdue one is open and could be what was meant.</summary>
    public sealed record Offers(Due Overdue, SubmissionId Submission) : DueOutcome;

    /// <summary>What it had met is open again.</summary>
    public sealed record Reopens(Due Due) : DueOutcome;
}
