namespace Bot.Domain.Dues;

/// <summary>What a hand-in is to the occurrences of one obligation.</summary>
internal abstract record DueMatch
{
    private DueMatch() { }

    /// <summary>It meets this due.</summary>
    public sealed record Meets(Due Due) : DueMatch;

    /// <summary>The due its own words lead to is met already: it meets nothing else.</summary>
    public sealed record MetBefore : DueMatch;

    /// <summary>No due of its time is open, and nothing in its words rules out an older one.</summary>
    public sealed record Free : DueMatch;
}
