using Bot.Domain.Messages;

namespace Bot.Domain.Gathering;

/// <summary>What a message belongs to.</summary>
public abstract record GatherDecision
{
    private GatherDecision() { }

    /// <summary>A submission of its own.</summary>
    /// <param name="Parts">Its messages.</param>
    /// <param name="Absorbs">Loose photos that came just before and go with it.</param>
    public sealed record Start(IReadOnlyList<IncomingMessage> Parts, SubmissionId? Absorbs) : GatherDecision;

    /// <summary>Photos that go with an earlier submission; its text is not read again.</summary>
    public sealed record Attach(Submission To, IReadOnlyList<IncomingMessage> Parts) : GatherDecision;

    /// <summary>Another text for an earlier submission: read again, superseding.</summary>
    public sealed record Revise(Submission Former, IncomingMessage Message) : GatherDecision;

    /// <summary>The message was taken back on its platform.</summary>
    public sealed record TakeBack(Submission Former, IncomingMessage Message) : GatherDecision;

    /// <summary>The album may still grow.</summary>
    public sealed record Wait(DateTimeOffset Until) : GatherDecision;

    /// <summary>Nothing to do: a change of a message nobody kept.</summary>
    public sealed record Drop : GatherDecision;
}
