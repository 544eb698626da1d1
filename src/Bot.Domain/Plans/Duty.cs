using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>A hand-in as a sentence asks for it, its time not yet placed in the year.</summary>
internal sealed record Duty
{
    /// <summary>What kind of thing.</summary>
    public required ObligationKind Kind { get; init; }

    /// <summary>The thing in the plan's words, folded.</summary>
    public required string Thing { get; init; }

    /// <summary>By when; null: nothing is said.</summary>
    public PlanTime? Time { get; init; }

    /// <summary>The span a rhythm runs over, where the sentence says one.</summary>
    public PlanTime.Span? Span { get; init; }

    /// <summary>The month named before, for a day without one.</summary>
    public WrittenDate? Before { get; init; }

    /// <summary>The attachment it names, from 1; 0: none.</summary>
    public int Attachment { get; init; }

    /// <summary>The sentence, folded.</summary>
    public required string Words { get; init; }

    /// <summary>The line as printed.</summary>
    public required string Sentence { get; init; }

    /// <summary>Who is to do it, as far as the sentence says.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Where it goes, in the plan's words.</summary>
    public string? Where { get; init; }

    /// <summary>The heading it stands under, folded.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Whether it stands in the notes of a form.</summary>
    public bool InForm { get; init; }
}
