namespace Bot.Domain.Reading;

/// <summary>What a reading has come to so far.</summary>
internal sealed class Draft
{
    /// <summary>The activities in the order of the text.</summary>
    public List<Frame> Frames { get; } = [];

    /// <summary>Figures for things, with the unit they are told of.</summary>
    public List<(Placed Figure, string? Unit)> Things { get; } = [];

    /// <summary>Quantities without a blank.</summary>
    public List<(Quantity Quantity, string Label)> Extras { get; } = [];

    /// <summary>Blanks left open.</summary>
    public List<(GroupSlot Slot, int From, int To, string Rule, string? Unit)> Asks { get; } = [];

    /// <summary>The activity whose people are said to have come to the one told next in the same sentence.</summary>
    public (Frame Frame, int Sentence)? Again { get; set; }

    /// <summary>Heads told before what they came for: an activity told later in the sentence without heads of its own takes them.</summary>
    public List<(Quantity Quantity, string Label, string? Unit, int Sentence)> Waiting { get; } = [];

    /// <summary>Quantities taken for nothing.</summary>
    public List<Quantity> LeftOver { get; } = [];
}
