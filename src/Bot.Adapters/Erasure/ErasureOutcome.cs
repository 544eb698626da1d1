namespace Bot.Adapters.Erasure;

/// <summary>What came of an erasure.</summary>
internal abstract record ErasureOutcome
{
    private ErasureOutcome() { }

    /// <summary>It was done, or would be.</summary>
    /// <param name="Rows">The rows that were touched, by table; none: there was nothing left to erase.</param>
    /// <param name="Shared">Names that were left in other people's words, because others are called so as well.</param>
    public sealed record Done(Tally Rows, int Shared) : ErasureOutcome;

    /// <summary>Nothing was done, and why.</summary>
    public sealed record Refused(string Sentence) : ErasureOutcome;

    public T Match<T>(Func<Done, T> done, Func<Refused, T> refused) => this switch
    {
        Done d => done(d),
        Refused r => refused(r),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
