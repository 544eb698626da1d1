namespace Bot.Domain.Reading;

/// <summary>What came of reading an office's own words.</summary>
public abstract record OwnWordsText
{
    private OwnWordsText() { }

    /// <summary>Every line is good.</summary>
    public sealed record Taken(OwnWords Words) : OwnWordsText;

    /// <summary>Nothing is taken; at least one fault, in the order of the lines, one a line.</summary>
    public sealed record Refused(IReadOnlyList<WordFault> Faults) : OwnWordsText;

    /// <summary>One answer for each case.</summary>
    public T Match<T>(Func<OwnWords, T> taken, Func<IReadOnlyList<WordFault>, T> refused) => this switch
    {
        Taken good => taken(good.Words),
        Refused bad => refused(bad.Faults),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
