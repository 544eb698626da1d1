namespace Bot.Domain.Plans;

/// <summary>A time of a sentence with what is handed in by it.</summary>
internal sealed class DutyChunk
{
    /// <summary>By when; null: nothing is said.</summary>
    public PlanTime? Time { get; set; }

    /// <summary>The span a rhythm runs over, where the sentence says one.</summary>
    public PlanTime.Span? Span { get; set; }

    /// <summary>Whether it stands in a list of dues, without a verb.</summary>
    public bool IsListed { get; set; }

    /// <summary>The verbs of handing in.</summary>
    public List<FoundVerb> Verbs { get; } = [];

    /// <summary>The things.</summary>
    public List<FoundThing> Things { get; } = [];

    /// <summary>Whether it has come to its end before a position: a comma stands between.</summary>
    public bool HasEnd(int from) => Time is { } time && time.To <= from && (Verbs.Count == 0 || Verbs[^1].To <= from);
}
