namespace Bot.Domain.Reading;

/// <summary>A place in the message that names an activity of the form.</summary>
internal sealed class Mention
{
    /// <summary>The activity's blanks.</summary>
    public required SlotGroup Group { get; init; }

    /// <summary>Where its words begin (folded).</summary>
    public required int From { get; init; }

    /// <summary>Where its words end, exclusive (folded).</summary>
    public required int To { get; init; }

    /// <summary>The clause it stands in.</summary>
    public required Clause Clause { get; init; }

    /// <summary>The activity; null: only a piece of the form's phrase.</summary>
    public Concept? Concept { get; init; }

    /// <summary>Whether it is only spoken of: 演练结束后, 宣讲现场.</summary>
    public bool Reference { get; init; }

    /// <summary>The rule that found it.</summary>
    public string Rule => Concept is null ? "phrase" : "activity:" + Concept.Name;
}
