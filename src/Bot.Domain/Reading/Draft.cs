namespace Bot.Domain.Reading;

/// <summary>What a reading has come to so far.</summary>
internal sealed class Draft
{
    // What is told refers back to no more than these; a message that tells of more is read in time that grows with its length only.
    private const int Reach = 64;
    private readonly List<Frame> earlierFrames = [];
    private readonly List<(Placed Figure, string? Unit)> earlierThings = [];
    private readonly List<(Quantity Quantity, string Label)> earlierExtras = [];

    /// <summary>The activities in the order of the text; while a long message is read, those told last.</summary>
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
    public List<WaitingHeads> Waiting { get; } = [];

    /// <summary>Quantities taken for nothing.</summary>
    public List<Quantity> LeftOver { get; } = [];

    /// <summary>What a form asks to be answered with yes or no, told in prose (folded positions).</summary>
    public List<(int From, int To)> Boxes { get; } = [];

    /// <summary>Sets aside what is told too far back to be referred to.</summary>
    public void SetAside()
    {
        SetAside(Frames, earlierFrames);
        SetAside(Things, earlierThings);
        SetAside(Extras, earlierExtras);
    }

    /// <summary>Takes back what was set aside.</summary>
    public void TakeBack()
    {
        TakeBack(Frames, earlierFrames);
        TakeBack(Things, earlierThings);
        TakeBack(Extras, earlierExtras);
    }

    /// <summary>Where the figures begin that fill blanks or are asked about.</summary>
    public HashSet<int> Placed() =>
    [
        .. Frames.SelectMany(static frame => frame.Sessions.Concat(frame.Attendance).Concat(frame.Others)).Select(static figure => figure.From),
        .. Things.Select(static thing => thing.Figure.From), .. Asks.Select(static ask => ask.From),
    ];

    private static void SetAside<T>(List<T> told, List<T> earlier)
    {
        if (told.Count <= 2 * Reach)
            return;
        earlier.AddRange(told.GetRange(0, told.Count - Reach));
        told.RemoveRange(0, told.Count - Reach);
    }

    private static void TakeBack<T>(List<T> told, List<T> earlier)
    {
        told.InsertRange(0, earlier);
        earlier.Clear();
    }
}
