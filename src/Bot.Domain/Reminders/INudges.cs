using Bot.Domain.Dues;
using Bot.Domain.Organisation;

namespace Bot.Domain.Reminders;

/// <summary>Reminds at once because an admin said so (催报).</summary>
public interface INudges
{
    /// <summary>Queues a reminder of what is missing, at most one per due and day beside the policy's own.</summary>
    /// <param name="office">The office.</param>
    /// <param name="occurrences">What to remind of.</param>
    /// <param name="by">The admin.</param>
    /// <param name="evenQuiet">Said 现在: also in the quiet hours.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="cancel">Stops it.</param>
    Task<NudgeOutcome> NudgeAsync(
        OfficeId office, IReadOnlyCollection<OccurrenceKey> occurrences, PersonId by, bool evenQuiet, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>What became of a 催报.</summary>
public abstract record NudgeOutcome
{
    private NudgeOutcome() { }

    /// <summary>It goes out now, for so many units.</summary>
    public sealed record Queued(int Units) : NudgeOutcome;

    /// <summary>Nobody is missing.</summary>
    public sealed record NobodyMissing : NudgeOutcome;

    /// <summary>It was done today already.</summary>
    public sealed record AlreadyToday : NudgeOutcome;

    /// <summary>These are quiet hours; nothing was queued.</summary>
    public sealed record Quiet : NudgeOutcome;

    /// <summary>There is no group or person to tell.</summary>
    public sealed record NobodyToTell : NudgeOutcome;
}
