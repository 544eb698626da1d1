namespace Bot.Domain.Reminders;

/// <summary>Decides which steps of an occurrence are to be pushed now. Pure: asked twice about the same, it says the same.</summary>
public static class PushPlanner
{
    /// <summary>How late a step counts as in time: nobody notices, and a host may have been busy.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <summary>How old a missed step may be once its deadline is past.</summary>
    public static readonly TimeSpan OldestAfterDeadline = TimeSpan.FromHours(24);

    /// <summary>What is to be done about the steps whose instant has come and which were not handled; the others are not mentioned.</summary>
    public static IReadOnlyList<PushDecision> Decide(PushSight sight)
    {
        ArgumentNullException.ThrowIfNull(sight);
        var decisions = new List<PushDecision>();
        foreach (var family in sight.Steps.Where(s => s.At <= sight.Now).GroupBy(s => Family(s.Step.Kind)))
        {
            var handled = family.Where(s => sight.Handled.Contains(s.Step.Name));
            var missed = family.Where(s => !sight.Handled.Contains(s.Step.Name) && s.At > sight.Since).OrderBy(s => s.At).ToList();
            if (missed.Count == 0) continue;
            var newest = missed.Concat(handled).Max(s => s.At);
            decisions.AddRange(missed.Select(s => s.At == newest ? Newest(s, sight) : new PushDecision.Skip(s, SkipReason.Newer)));
        }

        return decisions;
    }

    private static PushDecision Newest(PlannedStep step, PushSight sight)
    {
        var late = sight.Now - step.At;
        if (late <= Tolerance) return new PushDecision.Send(step);
        if (sight.Now >= sight.ClosesAt && late >= OldestAfterDeadline) return new PushDecision.Skip(step, SkipReason.TooOld);
        return sight.IsQuiet ? new PushDecision.Wait(step) : new PushDecision.Send(step);
    }

    // A reminder and an escalation are steps of one due; figures and prefilled forms are matters of their own.
    private static PushKind Family(PushKind kind) => kind == PushKind.Escalation ? PushKind.Reminder : kind;
}

/// <summary>What is known about an occurrence's pushes at an instant.</summary>
public sealed record PushSight
{
    /// <summary>All its steps.</summary>
    public required IReadOnlyList<PlannedStep> Steps { get; init; }

    /// <summary>The names of those that were sent or skipped.</summary>
    public required IReadOnlySet<string> Handled { get; init; }

    /// <summary>Steps up to this instant are none of ours: the campaign was not bound yet, the due not known, or the policy another.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The occurrence's last instant (UTC).</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>Whether these are quiet hours.</summary>
    public required bool IsQuiet { get; init; }

    /// <summary>Now (UTC).</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What is to be done about a step whose instant has come.</summary>
public abstract record PushDecision
{
    private PushDecision() { }

    /// <summary>The step.</summary>
    public abstract PlannedStep Planned { get; }

    /// <summary>Push it.</summary>
    public sealed record Send(PlannedStep Step) : PushDecision
    {
        /// <inheritdoc/>
        public override PlannedStep Planned => Step;
    }

    /// <summary>It is not pushed any more.</summary>
    public sealed record Skip(PlannedStep Step, SkipReason Reason) : PushDecision
    {
        /// <inheritdoc/>
        public override PlannedStep Planned => Step;
    }

    /// <summary>Not in the quiet hours; it is asked about again.</summary>
    public sealed record Wait(PlannedStep Step) : PushDecision
    {
        /// <inheritdoc/>
        public override PlannedStep Planned => Step;
    }
}

/// <summary>Why a push was not sent.</summary>
public enum SkipReason
{
    /// <summary>A later step of the same due has come.</summary>
    Newer,

    /// <summary>The program was down, the deadline is past, and the step is older than 24 hours.</summary>
    TooOld,

    /// <summary>Nobody is missing.</summary>
    NobodyMissing,

    /// <summary>Nothing changed since the last one.</summary>
    Unchanged,

    /// <summary>There is nobody to tell: no group bound, no liaison with an account.</summary>
    NobodyToTell,
}
