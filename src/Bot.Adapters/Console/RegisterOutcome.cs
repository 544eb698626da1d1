namespace Bot.Adapters.Console;

/// <summary>What became of something an admin entered.</summary>
internal abstract record RegisterOutcome
{
    private RegisterOutcome() { }

    /// <summary>It is written.</summary>
    /// <param name="Id">What was made or changed.</param>
    public sealed record Done(Guid Id) : RegisterOutcome;

    /// <summary>It was not.</summary>
    /// <param name="Field">The field it is about.</param>
    /// <param name="Sentence">What is wrong and what to do.</param>
    public sealed record Refused(string Field, string Sentence) : RegisterOutcome;

    /// <summary>The office has no such thing.</summary>
    public sealed record Unknown : RegisterOutcome;
}
